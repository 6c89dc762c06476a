import { Readable } from 'node:stream'
import { asText } from './text.ts'
import type { Column, Row, Table } from './table.ts'

const BOM = '\uFEFF'

/**
 * `;`, CRLF, UTF-8 with a BOM, decimal commas and dates as ДД.ММ.ГГГГ: what a Russian Excel opens with a double click and
 * can calculate with.
 */
export function csvStream({ columns, rows }: Table): Readable {
  return Readable.from(lines(columns, rows), { objectMode: false })
}

async function* lines(columns: readonly Column[], rows: Iterable<Row> | AsyncIterable<Row>): AsyncGenerator<string> {
  let chunk = `${BOM}${columns.map((column) => field(column.title)).join(';')}\r\n`
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
  if (typeof value === 'string' && (type === 'day' || type === 'time')) return field(russianDate(value, type))
  return field(asText(value))
}

/** 2026-03-01T10:20:30 as 01.03.2026 10:20:30; what is no date stays as it is. */
function russianDate(text: string, type: 'day' | 'time'): string {
  const [found, year, month, day, time = '00:00:00'] =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(text) ?? []
  if (found === undefined) return text
  return type === 'day' ? `${day}.${month}.${year}` : `${day}.${month}.${year} ${time}`
}

/** A spreadsheet takes a text that starts with these signs for a formula: an apostrophe before it keeps it a text. */
export function field(text: string): string {
  const safe = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text
  return /[";\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
