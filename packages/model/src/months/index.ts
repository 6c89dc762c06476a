/** Calendar months written 'YYYY-MM': the words of every series, without days, zones or clocks. */
const written = /^(\d{4})-(0[1-9]|1[0-2])$/

/** Whether the text is a month of the years that anybody here means: 2000 to 2099. */
export const isMonth = (text: string): boolean => text.startsWith('20') && written.test(text)

/** Months since year 0: consecutive months differ by one. Throws RangeError on anything but 'YYYY-MM'. */
export function monthNumber(month: string): number {
  const found = written.exec(month)
  if (!found) throw new RangeError(`a month is written YYYY-MM, not "${month}"`)
  return Number(found[1]) * 12 + Number(found[2]) - 1
}

/** The month of a number made by `monthNumber`. */
export function monthOf(number: number): string {
  const year = Math.floor(number / 12)
  return `${String(year).padStart(4, '0')}-${String(number - year * 12 + 1).padStart(2, '0')}`
}

/** The month `count` months later, earlier where negative. */
export const addMonths = (month: string, count: number): string => monthOf(monthNumber(month) + count)

/** What a period is held against: the same months a year earlier, or as many months just before it. */
export type Against = 'last-year' | 'before'

/** The period that this one is compared with. Months are 'YYYY-MM', both ends included. */
export function comparedWith(
  { from, to }: { readonly from: string; readonly to: string },
  against: Against = 'last-year',
): { from: string; to: string } {
  const distance = against === 'before' ? monthNumber(to) - monthNumber(from) + 1 : 12
  return { from: addMonths(from, -distance), to: addMonths(to, -distance) }
}

/** Every month from the first to the last, both included; none where the last lies before the first. */
export function monthsBetween(first: string, last: string): string[] {
  const start = monthNumber(first)
  return Array.from({ length: Math.max(0, monthNumber(last) - start + 1) }, (_, at) => monthOf(start + at))
}

const titles = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
]

/** The month in Russian: «май 2026». */
export function monthTitle(month: string): string {
  const number = monthNumber(month)
  return `${titles[number % 12]} ${Math.floor(number / 12)}`
}

/** A run of months in Russian: «февраль – май 2026», «ноябрь 2025 – февраль 2026». */
export function monthsTitle(first: string, last: string): string {
  if (first === last) return monthTitle(first)
  const start = first.slice(0, 4) === last.slice(0, 4) ? (titles[monthNumber(first) % 12] ?? first) : monthTitle(first)
  return `${start} – ${monthTitle(last)}`
}
