import type { AnswerOf, QueryOf } from '@otklik/model/api'
import type { MapRow, PainFigures, readPainMap as route } from '@otklik/model/change/api'
import {
  compareRows,
  computePains,
  type PainMap,
  type PainsInput,
  painTable,
  type PainRow,
} from '@otklik/model/change/pains'
import { closedQuarter, periodBounds, periodTitle } from '@otklik/model/change/periods'
import { STAGES } from '@otklik/model/change/rubricator'
import { dayOf } from '@otklik/model/days'
import type { Caller } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { processNames } from '../processes/reach.ts'
import { type ChangedPriority, changedPriorities, type RowMeasure, rowMeasures } from './beside.ts'
import { painsInput } from './input.ts'

export type MapAsk = QueryOf<typeof route>
type MapCell = AnswerOf<typeof route>['cells'][number]

/** The map of a period over what the caller sees, as it is now. */
export async function painFigures(db: Db, ask: MapAsk, { who, at }: Caller): Promise<PainFigures> {
  const today = dayOf(at)
  const period = ask.period ?? closedQuarter(today)
  const known = await processNames(db, who)
  const processes = new Map([...known].filter(([id]) => ask.process === undefined || id === ask.process))
  const { input, coverage } = await painsInput(db, { processes, period, source: ask.source, ...periodBounds(period) })
  const map = computePains(input)
  const problems = input.problems.map(({ code }) => Number(code))
  const [changed, measures] = await Promise.all([changedPriorities(db, problems), rowMeasures(db, problems, today)])
  const rows = ordered(map, input, changed).map((row) => rowOf(row, input, { changed, measures }))
  const shown = narrowed(rows, input, ask)
  return {
    period,
    title: periodTitle(period),
    processes: processesOf(shown, map, processes),
    stages: stagesOf(map),
    rows: shown,
    cells: map.cells.map((cell): MapCell => ({ ...cell })),
    coverage: { ...coverage },
    note: painTable(input, map).note,
  }
}

const keyOf = ({ process, problem }: Pick<PainRow, 'process' | 'problem'>): string => `${process}\n${problem}`

/** A person's priority decides the place; what was computed stays in its column. */
function ordered(map: PainMap, input: PainsInput, changed: ReadonlyMap<string, ChangedPriority>): PainRow[] {
  const feasibility = new Map(input.problems.map(({ code, feasibility: grade }) => [code, grade]))
  const judged = (row: PainRow): PainRow => ({ ...row, priority: changed.get(keyOf(row))?.priority ?? row.priority })
  return map.rows
    .toSorted((one, other) => compareRows(judged(one), judged(other), feasibility))
    .map((row, at) => ({ ...row, order: at + 1 }))
}

interface Beside {
  readonly changed: ReadonlyMap<string, ChangedPriority>
  readonly measures: ReadonlyMap<string, readonly RowMeasure[]>
}

function rowOf(row: PainRow, input: PainsInput, { changed, measures }: Beside): MapRow {
  const problem = input.problems.find(({ code }) => code === row.problem)
  const process = input.processes.find(({ id }) => id === row.process)
  return {
    ...row,
    problem: Number(row.problem),
    problemName: problem?.name ?? row.problem,
    processName: process?.name ?? row.process,
    stage: problem?.stage ?? null,
    changed: changed.get(keyOf(row)) ?? null,
    measures: [...(measures.get(keyOf(row)) ?? [])],
  }
}

function narrowed(rows: readonly MapRow[], input: PainsInput, { stage, only }: MapAsk): MapRow[] {
  const flagged = new Set(input.problems.filter(({ flag }) => flag !== null).map(({ code }) => Number(code)))
  return rows
    .filter((row) => stage === undefined || row.stage === stage)
    .filter((row) => only !== 'no_measure' || row.measures.length === 0)
    .filter((row) => only !== 'overdue' || row.measures.some(({ overdue }) => overdue))
    .filter((row) => only !== 'flagged' || flagged.has(row.problem))
}

/** In the order of their sharpest problem; then those that were asked about and have none. */
function processesOf(rows: readonly MapRow[], { cells }: PainMap, known: ReadonlyMap<string, string>) {
  const ids = new Set([...rows.map(({ process }) => process), ...cells.map(({ process }) => process)])
  return [...ids].map((id) => ({ id, name: known.get(id) ?? id }))
}

/** In the order of a process; stages of one's own come last. */
function stagesOf({ cells }: PainMap): string[] {
  const own = new Set(cells.map(({ stage }) => stage))
  const known = STAGES.filter((stage) => own.has(stage))
  return [...known, ...[...own].filter((stage) => !known.some((one) => one === stage))]
}
