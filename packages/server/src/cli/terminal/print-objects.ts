import { csvLine } from '../../exchange/writing/csv.ts'
import { printTable } from './table.ts'

export const FORMATS = ['json', 'csv', 'table'] as const
export type Format = (typeof FORMATS)[number]

/** What stands under one key; in CSV and tables the items of a list are parted by commas. */
export type Cell = string | number | boolean | null | readonly string[]
/** Columns in their order: keys with their titles for people. */
export type Titles<T> = Readonly<Record<keyof T & string, string>>

/** Prints objects of one shape: a list in JSON, a row each in CSV and in the table. */
export function printObjects<T extends Readonly<Record<string, Cell>>>(
  rows: readonly T[],
  titles: Titles<T>,
  format: Format,
): void {
  const columns = Object.keys(titles)
  if (format === 'json') process.stdout.write(`${JSON.stringify(rows)}\n`)
  else if (format === 'csv') printCsv(rows, columns)
  else
    printTable(
      Object.values<string>(titles),
      rows.map((row) => columns.map((key) => shown(row[key]))),
    )
}

/** Prints one object: itself in JSON, a row in CSV, a line for each key in the table. */
export function printObject<T extends Readonly<Record<string, Cell>>>(row: T, titles: Titles<T>, format: Format): void {
  const columns = Object.keys(titles)
  if (format === 'json') process.stdout.write(`${JSON.stringify(row)}\n`)
  else if (format === 'csv') printCsv([row], columns)
  else
    printTable(
      ['Что', 'Значение'],
      Object.entries<string>(titles).map(([key, title]) => [title, shown(row[key])]),
    )
}

function printCsv(rows: readonly Readonly<Record<string, Cell>>[], columns: readonly string[]): void {
  process.stdout.write([csvLine(columns), ...rows.map((row) => csvLine(columns.map((key) => flat(row[key]))))].join(''))
}

const flat = (cell: Cell | undefined): string | number | boolean | null =>
  typeof cell === 'object' && cell !== null ? cell.join(',') : (cell ?? null)
const shown = (cell: Cell | undefined): string => String(flat(cell) ?? '–')
