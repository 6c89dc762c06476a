import { channels } from './columns.ts'

/** Dates, moments, times and long numbers: nobody calls a column so. */
const plainValue = /^("?=?"?)(\d{2}[.-]\d{2}[.-]\d{4}( \d{2}:\d{2}:\d{2})?|\d{2}:\d{2}:\d{2}|-?\d{8,})/
/** A moment after which the next line begins: the last cell of one and the first of another have grown together. */
const grownTogether = /\d{2}:\d{2}:\d{2}\S/
const words = new Set([...channels, 'РГПУ', 'ФЛ', 'ЮЛ'].map((word) => word.toLowerCase()))

/**
 * Whether a header holds cells of rows besides its titles: the ends of lines were lost on the way, as `curl -d @file` loses
 * them. One date or long number is enough; of words that could be a title too, there must be two.
 */
export function holdsRows(titles: readonly string[]): boolean {
  const cells = titles.map((title) => title.trim())
  if (cells.some((cell) => plainValue.test(cell) || grownTogether.test(cell))) return true
  return cells.filter((cell) => words.has(cell.toLowerCase())).length > 1
}
