import { dayOfNumber, isDay } from '../days/index.ts'
import { InputError, shown } from '../inputs/index.ts'

/** What a cell of a sheet holds; a Date shows its UTC parts. */
export type Cell = string | number | boolean | Date | null

/** How dates are written as text in one file. */
export interface DatePattern {
  /** As it is written in a mapping: ДД.ММ.ГГГГ. */
  readonly letters: string
  readonly text: RegExp
}

const CLOCK = '(?:[T ]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?'
const PARTS = { day: '(?<day>\\d{1,2})', month: '(?<month>\\d{1,2})', year: '(?<year>\\d{4})' }
/** The letters of a pattern, Russian or Latin; М and M look alike. */
const TOKENS: readonly (readonly [RegExp, string])[] = [
  [/ГГГГ|YYYY|гггг|yyyy/, PARTS.year],
  [/ММ|MM|мм|mm/, PARTS.month],
  [/ДД|DD|дд|dd/, PARTS.day],
]

/** A pattern out of its letters: ДД, ММ and ГГГГ once each, whatever stands between. A time after the date is passed over. */
export function datePattern(letters: string): DatePattern {
  let source = letters.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  for (const [token, part] of TOKENS) {
    if (!token.test(source))
      throw new InputError(
        'bad_pattern',
        `Поле dates: нужны ДД, ММ и ГГГГ, как в ДД.ММ.ГГГГ, а дано ${shown(letters)}.`,
      )
    source = source.replace(token, part)
  }
  return { letters, text: new RegExp(`^${source}${CLOCK}$`) }
}

/** A day as texts of the pattern have it, so that it is read back from there. */
export function dayAsWritten(day: string, { letters }: DatePattern): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const parts = [year, month, date]
  return TOKENS.reduce((text, [token], at) => text.replace(token, parts[at] ?? ''), letters)
}

export const ISO_DATES = datePattern('ГГГГ-ММ-ДД')

/** 1 January 1970 as Excel counts days. */
const EXCEL_1970 = 25_569

/** The day a cell holds: a date, Excel's number of a day, or a text of the pattern; undefined where it is none. */
export function dayOfCell(cell: Cell, { text }: DatePattern): string | undefined {
  const day =
    cell instanceof Date ? dayOfDate(cell) : typeof cell === 'number' ? dayOfSerial(cell) : written(cell, text)
  return day !== undefined && isDay(day) ? day : undefined
}

export const dayOfDate = (date: Date): string | undefined =>
  Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10)

/** A cell as text: a whole number without a point, yes and no of a checkbox. */
export function textOfCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return (cell instanceof Date ? (dayOfDate(cell) ?? 'NaN') : String(cell)).trim()
}

// Beyond these bounds there is no day to write; the years that count are narrower.
const dayOfSerial = (serial: number): string | undefined =>
  serial >= 1 && serial < 2_958_466 ? dayOfNumber(Math.floor(serial) - EXCEL_1970) : undefined

function written(cell: Cell, pattern: RegExp): string | undefined {
  const { day = '', month = '', year } = pattern.exec(String(cell).trim())?.groups ?? {}
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
