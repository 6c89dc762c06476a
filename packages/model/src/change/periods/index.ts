import { dayAt } from '../../days/index.ts'
import { addMonths, isMonth, monthTitle } from '../../months/index.ts'
import { isQuarter, quarterBounds, quarterTitle } from '../../quarters/index.ts'

/** Periods of the map of pains: a month `2026-06` (001, п. 5.1.6) or a quarter `2026-Q2` (003, п. 4.6). */
export const isPeriod = (text: string): boolean => isMonth(text) || isQuarter(text)

/** The first and last day of a period. Throws RangeError on anything else. */
export function periodBounds(period: string): { readonly first: string; readonly last: string } {
  if (!isMonth(period)) return quarterBounds(period)
  const [year = 0, month = 0] = period.split('-').map(Number)
  return { first: `${period}-01`, last: dayAt(year, month + 1, 0) }
}

/** The period in Russian: «июнь 2026 года», «II квартал 2026 года». */
export const periodTitle = (period: string): string =>
  isMonth(period) ? `${monthTitle(period)} года` : quarterTitle(period)

/** The period of the same length before this one. */
export function periodBefore(period: string): string {
  if (isMonth(period)) return addMonths(period, -1)
  return quarterOf(addMonths(quarterBounds(period).first.slice(0, 7), -1))
}

/** The last quarter that is over on a day. */
export const closedQuarter = (today: string): string => periodBefore(quarterOf(today.slice(0, 7)))

function quarterOf(month: string): string {
  const [year = '', number = ''] = month.split('-')
  return `${year}-Q${Math.ceil(Number(number) / 3)}`
}
