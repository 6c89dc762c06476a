import { withoutExcelMarks } from '@otklik/model/exchange'
import { linesOf } from '../lines.ts'
import { csvRows } from './csv-rows.ts'
import type { SheetRow } from './sheet.ts'
import { bytesOf, encodingOf, type TextEncoding } from './text-file.ts'

const DELIMITERS = [';', '\t', ',']
/** What Excel writes above a CSV file to name its delimiter; Excel shows no row for it. */
const SEPARATOR_LINE = /^sep=(.)$/i

/**
 * The rows of a CSV file, UTF-8 or Windows-1251. Its delimiter is the one that cuts most known titles out of the header,
 * at a tie most cells.
 */
export async function* csvSheet(
  path: string,
  headerRow: number,
  isKnown: (title: string) => boolean,
): AsyncGenerator<SheetRow> {
  const encoding = await encodingOf(path)
  const named = await firstLine(path, encoding).then((line) => SEPARATOR_LINE.exec(line)?.[1])
  const delimiter = named ?? (await delimiterOf(path, encoding, headerRow, isKnown))
  let row = 0
  let width = 0
  for await (const cells of csvRows(linesFrom(path, encoding, named !== undefined), delimiter, () => width)) {
    row++
    if (row === headerRow) width = cells.length
    yield { row, cells: cells.map(asMeant) }
  }
}

/** A cell without what was put around it so that a spreadsheet takes it for text. */
const asMeant = (cell: string): string =>
  cell.startsWith("'") || cell.startsWith('=') ? withoutExcelMarks(cell, true) : cell

async function* linesFrom(path: string, encoding: TextEncoding, skipFirst: boolean): AsyncGenerator<string> {
  let skip = skipFirst
  for await (const line of linesOf(bytesOf(path), { encoding })) {
    if (!skip) yield line
    skip = false
  }
}

async function firstLine(path: string, encoding: TextEncoding): Promise<string> {
  for await (const line of linesOf(bytesOf(path), { encoding })) return line
  return ''
}

async function delimiterOf(
  path: string,
  encoding: TextEncoding,
  headerRow: number,
  isKnown: (title: string) => boolean,
): Promise<string> {
  let best = { delimiter: ';', known: -1, cells: 0 }
  for (const delimiter of DELIMITERS) {
    const header = await nthRow(csvRows(linesOf(bytesOf(path), { encoding }), delimiter), headerRow)
    const found = { delimiter, known: header.filter(isKnown).length, cells: header.length }
    if (found.known > best.known || (found.known === best.known && found.cells > best.cells)) best = found
  }
  return best.delimiter
}

async function nthRow(rows: AsyncIterable<string[]>, number: number): Promise<string[]> {
  let row = 0
  for await (const cells of rows) if (++row === number) return cells
  return []
}
