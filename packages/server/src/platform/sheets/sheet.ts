import { open } from 'node:fs/promises'
import { InputError } from '@otklik/model/inputs'
import { csvSheet } from './csv-sheet.ts'
import { xlsxSheet } from './xlsx-sheet.ts'

/** A day or time is a Date whose UTC parts are what the sheet shows. */
export type SheetCell = string | number | boolean | Date | null
export interface SheetRow {
  /** As Excel shows it: 1 is the first. */
  readonly row: number
  readonly cells: readonly SheetCell[]
}

/** A table out of a file: the titles of its header and the rows under it that hold anything. */
export interface Sheet {
  readonly titles: readonly string[]
  readonly rows: AsyncIterable<SheetRow>
}

export interface SheetShape {
  /** The number of the row with the titles. */
  readonly headerRow: number
  /** Whether a title is one of those looked for: the delimiter of a CSV file is found by them. */
  readonly isKnown: (title: string) => boolean
}

/** Opens a CSV (UTF-8, Windows-1251; `;`, `,`, tab) or XLSX file for reading once, row by row. */
export async function openSheet(path: string, { headerRow, isKnown }: SheetShape): Promise<Sheet> {
  const rows = (await kindOf(path)) === 'xlsx' ? xlsxSheet(path) : csvSheet(path, headerRow, isKnown)
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
    const { row, cells } = next.value
    if (row === headerRow) return { titles: cells.map((cell) => String(cell ?? '').trim()), rows: filled(rows) }
    if (row > headerRow) break
  }
  throw new InputError(
    'no_header',
    `В строке ${headerRow} нет заголовка таблицы. Укажите номер строки с названиями столбцов.`,
  )
}

async function* filled(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  for await (const row of rows) if (row.cells.some((cell) => cell !== null && cell !== '')) yield row
}

/** What a file is by its first bytes, whatever its name says. */
async function kindOf(path: string): Promise<'xlsx' | 'csv'> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
    const start = buffer.subarray(0, bytesRead)
    if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return 'xlsx'
    if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
      throw refused('Это книга Excel прежнего вида (.xls) или под паролем.')
    const text = start
      .toString('latin1')
      .replace(/^\xef\xbb\xbf/, '')
      .trimStart()
    if (/^<(!doctype|html|\?xml|table)/i.test(text)) throw refused('Это страница HTML или XML, а не таблица.')
    if (text.startsWith('%PDF')) throw refused('Это PDF, а не таблица.')
    return 'csv'
  } finally {
    await file.close()
  }
}

const refused = (what: string): InputError =>
  new InputError('not_a_table', `${what} Сохраните таблицу как «Книга Excel (.xlsx)» или CSV.`)
