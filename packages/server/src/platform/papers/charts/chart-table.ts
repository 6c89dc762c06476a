import type { Chart, Table } from '../blocks.ts'
import type { PaperColumn, PaperRow } from '../columns.ts'

/** The figures of a chart, as the table that stands beside it. */
export function chartTable({ along, categories, series, digits = 1, empty }: Chart): Table {
  const columns: PaperColumn[] = [{ key: 'category', title: along }]
  for (const [at, { name, intervals }] of series.entries()) {
    columns.push({ key: `value${at}`, title: name, type: 'number', digits })
    if (intervals) columns.push({ key: `interval${at}`, title: '95 % интервал', type: 'interval', digits })
  }
  const rows = categories.map((category, row): PaperRow => {
    const cells = series.flatMap(({ values, intervals }, at) => [
      [`value${at}`, values[row] ?? null] as const,
      [`interval${at}`, intervals?.[row] ?? null] as const,
    ])
    return { category, ...Object.fromEntries(cells) }
  })
  return { kind: 'table', columns, rows, empty }
}

/** Whether there is anything to draw. */
export const isDrawn = ({ series }: Chart): boolean =>
  series.some(({ values }) => values.some((value) => value !== null))
