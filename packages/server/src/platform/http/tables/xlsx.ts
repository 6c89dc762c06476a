import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { forXml } from '../../text.ts'
import { asText } from './text.ts'
import type { Column, ColumnType, TableExport } from './table.ts'

/** How a spreadsheet shows the values of a column. */
export const FORMATS: Readonly<Record<ColumnType, string>> = {
  text: '@',
  integer: '#,##0',
  number: '#,##0.00',
  percent: '0.00"%"',
  day: 'dd.mm.yyyy',
  time: 'dd.mm.yyyy hh:mm:ss',
}
const WIDTHS: Readonly<Record<ColumnType, number>> = {
  text: 28,
  integer: 14,
  number: 14,
  percent: 12,
  day: 12,
  time: 20,
}

/** A workbook written row by row: numbers and dates typed, everything else text (a text is never a formula here). */
export function xlsxStream(table: TableExport): Readable {
  const out = new PassThrough()
  write(table, out).catch((error: Error) => out.destroy(error))
  return out
}

async function write({ name, columns, rows, above = 0 }: TableExport, out: PassThrough): Promise<void> {
  // Four hundred modules that only a download needs.
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: above + 1 }] })
  sheet.columns = columns.map(({ key, title, type = 'text' }) => ({
    key,
    width: Math.max(WIDTHS[type], Math.min(40, title.length + 2)),
    style: { numFmt: FORMATS[type] },
  }))
  const titles = sheet.getRow(above + 1)
  titles.values = columns.map(({ title }) => title)
  titles.font = { bold: true }
  titles.commit()
  for await (const row of rows) {
    if (out.destroyed) return
    sheet.addRow(columns.map((column) => cell(column, row[column.key]))).commit()
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')])
  }
  sheet.commit()
  await book.commit()
}

function cell({ type = 'text' }: Column, value: unknown): string | number | Date | null {
  if (value === null || value === undefined) return null
  if ((type === 'day' || type === 'time') && typeof value === 'string') return clock(value) ?? value
  if (type !== 'text' && typeof value === 'number') return value
  return forXml(asText(value))
}

/** A workbook's dates have no zone: the clock face is written as it stands. */
export function clock(text: string): Date | undefined {
  const date = new Date(`${text.slice(0, 10)}T${text.slice(11, 19) || '00:00:00'}Z`)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** A name as a workbook takes it: 31 characters, without the signs that mean something in references. */
export const sheetName = (name: string): string =>
  name
    .replace(/[[\]*?/\\:]/g, ' ')
    .slice(0, 31)
    .replace(/^'|'$/g, ' ')
