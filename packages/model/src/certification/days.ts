import { dayAt } from '../days/index.ts'

/** The day so many years later, less one: the last of a term of whole years. A term begun on 29 February ends on 28 February. */
export function lastDayOfTerm(from: string, years: number): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  return dayAt(year + years, month, day - 1)
}
