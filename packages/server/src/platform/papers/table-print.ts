import type { Table } from './blocks.ts'
import { alignOf, type PaperColumn, printCell } from './columns.ts'
import { fitColumns, isDivided } from './widths.ts'

export interface HeadCell {
  readonly text: string
  /** Whether it has words so long that they may be divided. */
  readonly divided: boolean
  readonly columns: number
  readonly rows: number
}
/** A table as it is printed: nothing but texts, with the place of each. */
export interface PrintedTable {
  readonly title: string | null
  /** In points. */
  readonly size: number
  /** In millimetres. */
  readonly widths: readonly number[]
  readonly aligns: readonly ('left' | 'centre' | 'right')[]
  /** One row, two where columns stand in groups; cells that an earlier one reaches into are left out. */
  readonly head: readonly (readonly HeadCell[])[]
  readonly rows: readonly (readonly string[])[]
  readonly total: readonly string[] | null
}

/** The table across so many millimetres; null where it has no rows. */
export function printTable(table: Table, available: number): PrintedTable | null {
  const { columns, rows, total, title = null } = table
  if (rows.length === 0) return null
  const print = (row: Table['rows'][number]) => columns.map((column) => printCell(column, row[column.key]))
  const printed = rows.map(print)
  // A cell of the total that says nothing is empty: «нет данных» belongs to what is asked for.
  const last = total
    ? columns.map((column) => (total[column.key] === undefined ? '' : printCell(column, total[column.key])))
    : null
  const { size, widths } = fitColumns(columns, last ? [...printed, last] : printed, available)
  return { title, size, widths, aligns: columns.map(alignOf), head: headOf(columns), rows: printed, total: last }
}

/** The head in one row, or in two where columns are grouped. */
export function headOf(columns: readonly PaperColumn[]): HeadCell[][] {
  const rows = columns.some(({ group }) => group !== undefined) ? 2 : 1
  const upper: HeadCell[] = []
  const lower: HeadCell[] = []
  for (const [at, { title, group }] of columns.entries()) {
    if (group === undefined) upper.push(cell(title, 1, rows))
    else {
      if (at === 0 || columns[at - 1]?.group !== group) {
        const rest = columns.slice(at).findIndex((column) => column.group !== group)
        upper.push(cell(group, rest === -1 ? columns.length - at : rest, 1))
      }
      lower.push(cell(title, 1, 1))
    }
  }
  return rows === 1 ? [upper] : [upper, lower]
}

const cell = (text: string, columns: number, rows: number): HeadCell => ({
  text,
  divided: isDivided(text),
  columns,
  rows,
})
