import { Readable } from 'node:stream'
import { opensFormula } from '@otklik/model/exchange'
import { dayInFigures } from '@otklik/model/print'
import { asText } from './text.ts'
import type { Column, TableRow, TableExport } from './table.ts'

const BOM = '\uFEFF'

/**
 * `;`, CRLF, UTF-8 with a BOM, decimal commas and dates as ДД.ММ.ГГГГ: what a Russian Excel opens with a double click and
 * can calculate with.
 */
export function csvStream({ columns, rows, above = 0 }: TableExport): Readable {
  return Readable.from(lines(columns, rows, above), { objectMode: false })
}

async function* lines(
  columns: readonly Column[],
  rows: Iterable<TableRow> | AsyncIterable<TableRow>,
  above: number,
): AsyncGenerator<string> {
  let chunk = `${BOM}${'\r\n'.repeat(above)}${columns.map((column) => field(column.title)).join(';')}\r\n`
  for await (const row of rows) {
    chunk += `${columns.map((column) => cell(column, row[column.key])).join(';')}\r\n`
    if (chunk.length < 32_768) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

function cell({ type = 'text' }: Column, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (type !== 'text' && typeof value === 'number') return String(value).replace('.', ',')
  if (typeof value === 'string' && (type === 'day' || type === 'time'))
    return field(dayInFigures(type === 'day' ? value.slice(0, 10) : value))
  return field(asText(value))
}

/** A text that a spreadsheet would take for a formula gets an apostrophe, which keeps it a text. */
export function field(text: string): string {
  const safe = opensFormula(text) ? `'${text}` : text
  return /[";\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
