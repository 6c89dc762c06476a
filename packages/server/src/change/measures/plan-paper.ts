import type { MeasureRecord } from '@otklik/model/change/api'
import { MEASURE_STATES } from '@otklik/model/change/measures'
import { dayOf } from '@otklik/model/days'
import { dayInWords } from '@otklik/model/print'
import { sql } from 'kysely'
import type { Caller } from '../../platform/audit/index.ts'
import type { Paper, PaperColumn } from '../../platform/papers/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { processNames } from '../processes/reach.ts'
import { responsibleOf } from '../figures/beside.ts'
import { measuresWithin } from './reach.ts'
import { recordOf } from './record.ts'

const COLUMNS: readonly PaperColumn[] = [
  { key: 'number', title: '№', type: 'integer', width: 10 },
  { key: 'problem', title: '«Болевая точка»' },
  { key: 'process', title: 'Процесс' },
  { key: 'text', title: 'Мероприятие' },
  { key: 'responsible', title: 'Ответственный', width: 40 },
  { key: 'due', title: 'Срок', type: 'day', width: 24 },
  { key: 'state', title: 'Состояние', width: 28 },
]

/** The plan of a year (003, п. 4.8): measures due in it, in the order of their deadlines. */
export async function planPaper(db: Db, year: number, { who, at }: Caller): Promise<Paper> {
  const names = await processNames(db, who)
  const rows = await measuresWithin(db, [...names.keys()])
    .where(sql<boolean>`left(m.due, 4) = ${String(year)}`)
    .where('m.state', '!=', 'cancelled')
    .orderBy('m.due')
    .orderBy('m.id')
    .execute()
  const measures = rows.map((row) => recordOf(row, names, dayOf(at)))
  return {
    name: `План по устранению болевых точек, ${year} год`,
    author: 'Отклик',
    made: at.toISOString(),
    orientation: 'landscape',
    head: { title: `План по устранению «болевых точек» на ${year} год`, lines: [`Составлен ${dayInWords(dayOf(at))}`] },
    blocks: [{ kind: 'table', columns: COLUMNS, rows: measures.map(rowOf), empty: 'Мер на этот год нет.' }],
  }
}

const rowOf = (measure: MeasureRecord, at: number) => ({
  number: at + 1,
  problem: measure.problems.map(({ name }) => name).join('; '),
  process: measure.processes.map(({ name }) => name).join('; '),
  text: measure.text,
  responsible: responsibleOf(measure.department, measure.person?.name ?? null),
  due: measure.due,
  state: measure.overdue ? `${MEASURE_STATES[measure.state]}, просрочена` : MEASURE_STATES[measure.state],
})
