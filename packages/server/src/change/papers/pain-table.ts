import type { PainTable, TableProcess } from '@otklik/model/change/pains'
import type { Paper, PaperColumn, PaperRow } from '../../platform/papers/index.ts'

/** The columns of appendix 2 in their order, with how wide they are on a page that lies, in millimetres. */
const COLUMNS = [
  ['number', 9],
  ['process', 38],
  ['problem', 50],
  ['prevalence', 27],
  ['priority', 32],
  ['measure', 50],
  ['responsible', 30],
  ['due', 24],
] as const

/** The table of appendix 2 as a paper: for Word, for a spreadsheet, for print. */
export function painTablePaper(
  { title, headings, processes, note }: PainTable,
  { period, made, author = 'Отклик' }: { readonly period: unknown; readonly made: string; readonly author?: string },
): Paper {
  const columns: PaperColumn[] = COLUMNS.map(([key, width], at) => ({
    key,
    width,
    title: headings[at] ?? key,
    none: '',
  }))
  return {
    name: 'Карта болей',
    author,
    made,
    orientation: 'landscape',
    head: { title, ...(period !== null && { lines: [`Период: ${periodText(period)}`] }) },
    blocks: [
      { kind: 'table', columns, rows: processes.flatMap(rowsOf), empty: 'Проблем за период не названо.' },
      { kind: 'text', look: 'note', text: note },
    ],
  }
}

const periodText = (period: unknown): string => (typeof period === 'string' ? period : JSON.stringify(period))

/** A process stands beside its first problem, a problem beside its first measure, as in the template. */
const rowsOf = ({ number, name, problems }: TableProcess): PaperRow[] =>
  problems.flatMap((problem, at) =>
    problem.measures.map(({ text, responsible, due }, index) => ({
      ...(at === 0 && index === 0 && { number, process: name }),
      ...(index === 0 && { problem: problem.name, prevalence: problem.prevalence, priority: problem.priority }),
      measure: text,
      responsible,
      due,
    })),
  )
