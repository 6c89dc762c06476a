const written = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a day of the calendar, `YYYY-MM-DD`: 2026-02-30 is none. */
export function isDay(text: string): boolean {
  const [, year, month, day] = written.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  return utc(Number(year), Number(month), Number(day)) === text
}

/** The day so many years later, less one: the last of a term of whole years. A term begun on 29 February ends on 28 February. */
export function lastDayOfTerm(from: string, years: number): string {
  const [, year, month, day] = written.exec(from) ?? []
  return utc(Number(year) + years, Number(month), Number(day) - 1)
}

/** The day in Russian figures: 31.01.2027. */
export const dayText = (day: string): string => day.split('-').toReversed().join('.')

function utc(year: number, month: number, day: number): string {
  const date = new Date(0)
  // Date.UTC takes years below 100 for those of the last century.
  date.setUTCFullYear(year, month - 1, day)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}
