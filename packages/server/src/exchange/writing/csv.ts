import { Readable } from 'node:stream'
import { opensFormula } from '@otklik/model/exchange'

export type CsvCell = string | number | bigint | boolean | null | undefined

export interface CsvOptions {
  /**
   * Puts `'` before a cell that a spreadsheet would take for a formula. On for tables people open; off (the default)
   * for exchange files, which must read back unchanged.
   */
  neutralise?: boolean
}

const BOM = '\uFEFF'
/** Rows gather to about this many characters before they go out. */
const PIECE_CHARACTERS = 64 << 10
const needsQuotes = /[;"\r\n]/

/** One cell: quoted (RFC 4180) only where it must be. Numbers are never formulas. */
export function csvCell(value: CsvCell, options: CsvOptions = {}): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = options.neutralise && opensFormula(value) ? `'${value}` : value
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line with its CR LF. A lone empty cell is quoted: a blank line would be no row. */
export function csvLine(cells: readonly CsvCell[], options: CsvOptions = {}): string {
  const line = cells.map((cell) => csvCell(cell, options)).join(';')
  return `${line === '' && cells.length === 1 ? '""' : line}\r\n`
}

/** The layout of the exchange format: UTF-8 with BOM, `;`, CR LF. Streams: rows are pulled as they go out. */
export async function* csvPieces(
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>,
  options: CsvOptions = {},
): AsyncGenerator<Buffer, void> {
  let piece = BOM + csvLine(header, options)
  for await (const row of rows) {
    piece += csvLine(row, options)
    if (piece.length < PIECE_CHARACTERS) continue
    yield Buffer.from(piece)
    piece = ''
  }
  if (piece !== '') yield Buffer.from(piece)
}

/** The same as a byte stream, for a response or a file. */
export function writeCsv(...args: Parameters<typeof csvPieces>): Readable {
  return Readable.from(csvPieces(...args), { objectMode: false })
}
