import { dayAt } from '../days/index.ts'

/** Quarters written 'YYYY-QN', N from 1 to 4. */
const written = /^(20\d{2})-Q([1-4])$/

/** Whether the text is a quarter of the years 2000 to 2099. */
export const isQuarter = (text: string): boolean => written.test(text)

/** The first and last day of a quarter. Throws RangeError on anything but 'YYYY-QN'. */
export function quarterBounds(quarter: string): { readonly first: string; readonly last: string } {
  const { year, number } = partsOf(quarter)
  return { first: dayAt(year, number * 3 - 2, 1), last: dayAt(year, number * 3 + 1, 0) }
}

/** The quarter in Russian: «II квартал 2026 года». */
export function quarterTitle(quarter: string): string {
  const { year, number } = partsOf(quarter)
  return `${['I', 'II', 'III', 'IV'][number - 1]} квартал ${year} года`
}

function partsOf(quarter: string): { year: number; number: number } {
  const [, year, number] = written.exec(quarter) ?? []
  if (year === undefined) throw new RangeError(`a quarter is written YYYY-QN, not "${quarter}"`)
  return { year: Number(year), number: Number(number) }
}
