/**
 * The working days of one year: Monday to Friday but for the weekdays off, and the weekend days worked instead. All days
 * are of the year, `YYYY-MM-DD`, in their order. The file of `otklik workdays --load` has the same fields.
 */
export interface YearTable {
  readonly year: number
  /** The act that sets it. */
  readonly source: string
  readonly off_weekdays: readonly string[]
  readonly working_weekends: readonly string[]
  /** Working days whose last hour is cut: those before a holiday (ТК РФ, статья 95). */
  readonly short: readonly string[]
}

/** The days of a year, out of `MM-DD` and runs `MM-DD…DD`, parted by spaces. */
const days = (year: number, text: string): string[] =>
  text
    .split(' ')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [month = '', first = '', last = first] = part.split(/-|…/)
      const length = Number(last) - Number(first) + 1
      return Array.from({ length }, (_, at) => `${year}-${month}-${String(Number(first) + at).padStart(2, '0')}`)
    })

const table = (year: number, source: string, off: string, worked: string, short: string): YearTable => ({
  year,
  source,
  off_weekdays: days(year, off),
  working_weekends: days(year, worked),
  short: days(year, short),
})

/** The years that the program brings along: transferred days by the Government's acts, the rest by ТК РФ, статья 112. */
export const BUILT_IN_YEARS: readonly YearTable[] = [
  table(
    2023,
    'Постановление Правительства РФ от 29.08.2022 № 1505',
    '01-02…06 02-23…24 03-08 05-01 05-08…09 06-12 11-06',
    '',
    '02-22 03-07 11-03',
  ),
  table(
    2024,
    'Постановление Правительства РФ от 10.08.2023 № 1314',
    '01-01…05 01-08 02-23 03-08 04-29…30 05-01 05-09…10 06-12 11-04 12-30…31',
    '04-27 11-02 12-28',
    '02-22 03-07 05-08 06-11 11-02',
  ),
  table(
    2025,
    'Постановление Правительства РФ от 04.10.2024 № 1335',
    '01-01…03 01-06…08 05-01…02 05-08…09 06-12…13 11-03…04 12-31',
    '11-01',
    '03-07 04-30 06-11 11-01',
  ),
  table(
    2026,
    'Постановление Правительства РФ от 24.09.2025 № 1466',
    '01-01…02 01-05…09 02-23 03-09 05-01 05-11 06-12 11-04 12-31',
    '',
    '04-30 05-08 06-11 11-03',
  ),
]
