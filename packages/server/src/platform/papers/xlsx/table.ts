import type { CellStyle, ColumnDef } from 'hucre/xlsx'
import type { Table } from '../blocks.ts'
import { printCell } from '../columns.ts'
import { headOf } from '../table-print.ts'
import { BORDER, FONT, sheetCell, type SheetColumn, sheetColumns, styleOf } from './cells.ts'
import type { SheetDraft } from './sheet.ts'

/** Where a table stands on its sheet, rows counted from 0. */
export interface Placed {
  readonly columns: readonly ColumnDef[]
  readonly headFrom: number
  readonly from: number
  readonly to: number
}

const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EBEBEB' } },
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  numFmt: '@',
}

/** How wide the columns of the table are, in characters. */
export const widthsOf = (table: Table): number[] => sheetColumns(table.columns).map((column) => widthOf(column, table))

/** Writes the head, the rows and the total below what the sheet has. */
export function writeTable(sheet: SheetDraft, table: Table): Placed {
  const columns = sheetColumns(table.columns)
  const widths = widthsOf(table)
  const headFrom = writeHead(sheet, columns, widths)
  const from = sheet.rows.length
  for (const row of table.rows) {
    const at = sheet.add(columns.map((column) => sheetCell(column, row)))
    sheet.raise(at, widths)
  }
  const to = sheet.rows.length
  if (table.total) writeTotal(sheet, columns, table.total)
  const definitions = columns.map(({ of }, at) => ({ width: widths[at], style: styleOf(of) }))
  return { columns: definitions, headFrom, from, to }
}

function writeHead(sheet: SheetDraft, columns: readonly SheetColumn[], widths: readonly number[]): number {
  const titled = columns.map(({ of, title }) => ({ ...of, title }))
  const head = headOf(titled)
  const from = sheet.rows.length
  if (head.length > 1) {
    const upper = titled.map(({ group, title }) => group ?? title)
    sheet.add(upper, HEAD)
    let column = 0
    for (const cell of head[0] ?? []) {
      sheet.merge(from, column, cell.rows, cell.columns)
      column += cell.columns
    }
  }
  const at = sheet.add(
    titled.map(({ title }) => title),
    HEAD,
  )
  sheet.raise(at, widths)
  return from
}

function writeTotal(sheet: SheetDraft, columns: readonly SheetColumn[], total: NonNullable<Table['total']>): void {
  const at = sheet.add(columns.map((column) => (total[column.of.key] === undefined ? null : sheetCell(column, total))))
  for (const [index, value] of (sheet.rows[at] ?? []).entries())
    sheet.cells.set(`${at},${index}`, {
      value,
      style: { ...styleOf(columns[index]?.of ?? { key: '', title: '' }), font: { ...FONT, bold: true } },
    })
}

/** Rows that are looked at for the width of a column. */
const LOOKED_AT = 1000

/** In characters: numbers whole, texts up to 60 with the rest on further lines. */
function widthOf({ of, title }: SheetColumn, { rows, total }: Table): number {
  const words = Math.max(...title.split(/\s+/).map((word) => word.length))
  const looked = total ? [...rows.slice(0, LOOKED_AT), total] : rows.slice(0, LOOKED_AT)
  const longest = looked.reduce((most, row) => Math.max(most, printCell(of, row[of.key]).length), 0)
  const text = (of.type ?? 'text') === 'text'
  return Math.max(6, Math.min(text ? 60 : 24, longest + 2), Math.min(30, Math.ceil(words * 1.2) + 2))
}
