import type { PainFigures } from '@otklik/model/change/api'
import { type PainsInput, painTable, USUAL_SETTINGS } from '@otklik/model/change/pains'
import type { Paper } from '../../platform/papers/index.ts'
import { painTablePaper } from '../papers/pain-table.ts'

/** The table of appendix 2 of figures, live or frozen; the priority is the one that holds. */
export function figuresPaper(figures: PainFigures, made: string, lines: readonly string[] = []): Paper {
  const { rows } = figures
  const input: PainsInput = {
    period: figures.title,
    settings: USUAL_SETTINGS,
    processes: figures.processes,
    problems: rows.map(({ problem, problemName, stage }) => ({
      code: String(problem),
      name: problemName,
      stage,
      feasibility: null,
      flag: null,
    })),
    respondents: [],
    items: [],
    measures: rows.flatMap(({ process, problem, measures }) =>
      measures.map(({ text, responsible, due }) => ({ process, problem: String(problem), text, responsible, due })),
    ),
  }
  const judged = rows.map((row) => ({
    ...row,
    problem: String(row.problem),
    priority: row.changed?.priority ?? row.priority,
  }))
  const table = painTable(input, { period: figures.title, rows: judged, cells: figures.cells })
  const paper = painTablePaper({ ...table, note: figures.note }, { period: figures.title, made })
  const head = { ...paper.head, lines: [...(paper.head.lines ?? []), ...lines] }
  return { ...paper, name: `Карта болей, ${figures.title}`, head }
}
