import type { NumberKind } from './number-formats.ts'

const secondsOfDay = 86_400
/** More digits than this a spreadsheet does not keep: the last are zeros in place of what was there. */
const keptDigits = 15
const two = (part: number): string => String(part).padStart(2, '0')

/** The day before the first of a workbook's calendar, in milliseconds since 1970. */
export const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const

function dateText(days: number, epoch: number): string {
  const date = new Date(epoch + days * secondsOfDay * 1000)
  return `${two(date.getUTCDate())}.${two(date.getUTCMonth() + 1)}.${date.getUTCFullYear()}`
}

function clock(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60].map(two).join(':')
}

/**
 * Date and time that a number stands for, as the exchange format writes them. A time behind a format that shows the day alone is
 * not kept back: whether it belongs there is the checks' matter.
 */
function momentText(serial: number, shows: 'date' | 'time' | 'moment', epoch: number): string {
  const seconds = Math.round(serial * secondsOfDay)
  const [day, time] = [Math.floor(seconds / secondsOfDay), seconds % secondsOfDay]
  if (shows === 'time') return serial === 1 ? '24:00:00' : clock(time)
  return shows === 'date' && time === 0 ? dateText(day, epoch) : `${dateText(day, epoch)} ${clock(time)}`
}

/** What Excel shows of a number it could not keep: digits are lost, and so the checks shall see it. */
const shortened = (value: number): string => value.toExponential(5).toUpperCase().replace('.', ',')

/** A number of a cell as text, by what its format shows; `epoch` is that of the workbook. */
export function numberText(written: string, kind: NumberKind, epoch: number): string {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return written
  if (kind.shows === 'date' || kind.shows === 'time' || kind.shows === 'moment')
    return value >= 0 ? momentText(value, kind.shows, epoch) : written
  if (!Number.isInteger(value)) return String(value)
  if (Math.abs(value) >= 10 ** keptDigits) return shortened(value)
  return kind.shows === 'digits' ? String(value).padStart(kind.width, '0') : String(value)
}

/** An ISO date of a cell (`t="d"`) as the exchange format writes it. */
export function isoText(written: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(written) ?? []
  return year === undefined ? written : `${day}.${month}.${year}${time === undefined ? '' : ` ${time}`}`
}

/** Characters that XML can't hold are written as `_x000D_`. */
export const withoutEscapes = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Column and row of a reference, counted from 0 and from 1: «C5» is 2 and 5. */
export function placeOf(reference: string): { column: number; row: number } | undefined {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  if (letters === undefined) return undefined
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(digits) }
}

/** The letters of a column counted from 0. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
