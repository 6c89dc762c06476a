import { dayNumber, dayOfNumber, weekdayOf } from '../days/index.ts'
import { InputError } from '../inputs/index.ts'
import { BUILT_IN_YEARS, type YearTable } from './year-table.ts'

/** A day off, a whole working day, or one whose last hour is cut. */
export type DayKind = 'off' | 'working' | 'short'

/** The years whose working days are known, made ready for counting. Made by `calendarOf`. */
export interface WorkingCalendar {
  readonly years: ReadonlyMap<number, CountedYear>
}

interface CountedYear {
  readonly table: YearTable
  /** The number of 1 January. */
  readonly first: number
  readonly kinds: readonly DayKind[]
  /** How many working days, and how many of these short, lie before each day of the year; one more at the end. */
  readonly worked: readonly number[]
  readonly shortened: readonly number[]
}

/** A calendar of these years; of two tables of a year the later counts. */
export const calendarOf = (tables: readonly YearTable[]): WorkingCalendar => ({
  years: new Map(tables.map((table) => [table.year, countYear(table)])),
})

export const BUILT_IN_CALENDAR = calendarOf(BUILT_IN_YEARS)

/** The calendar with more years, or with others instead of its own. */
export const withYears = (calendar: WorkingCalendar, tables: readonly YearTable[]): WorkingCalendar => ({
  years: new Map([...calendar.years, ...calendarOf(tables).years]),
})

function countYear(table: YearTable): CountedYear {
  const first = dayNumber(`${table.year}-01-01`)
  const [off, weekends, short] = [table.off_weekdays, table.working_weekends, table.short].map((days) => new Set(days))
  const length = dayNumber(`${table.year + 1}-01-01`) - first
  const kinds = Array.from({ length }, (_, at): DayKind => {
    const day = dayOfNumber(first + at)
    const works = weekdayOf(first + at) <= 5 ? !off?.has(day) : weekends?.has(day)
    if (!works) return 'off'
    return short?.has(day) ? 'short' : 'working'
  })
  return {
    table,
    first,
    kinds,
    worked: sums(kinds, (kind) => kind !== 'off'),
    shortened: sums(kinds, (kind) => kind === 'short'),
  }
}

function sums(kinds: readonly DayKind[], counts: (kind: DayKind) => boolean): number[] {
  let sum = 0
  return [0, ...kinds.map((kind) => (sum += counts(kind) ? 1 : 0))]
}

/** A year without a table is never guessed: whatever needs it is refused with this. */
export const calendarMissing = (year: number): InputError =>
  new InputError(
    'calendar_missing',
    `Производственного календаря на ${year} год нет, рабочие дни этого года не сосчитать. Внесите календарь ${year} года: раздел «Производственный календарь» или otklik workdays --load.`,
  )

export const hasYear = (calendar: WorkingCalendar, year: number): boolean => calendar.years.has(year)

/** The table of a year; throws `calendar_missing` without one. */
export const tableOf = (calendar: WorkingCalendar, year: number): YearTable => yearOf(calendar, year).table

function yearOf(calendar: WorkingCalendar, year: number): CountedYear {
  const found = calendar.years.get(year)
  if (found === undefined) throw calendarMissing(year)
  return found
}

const yearOfDay = (calendar: WorkingCalendar, day: string): CountedYear => yearOf(calendar, Number(day.slice(0, 4)))

/** What kind of day it is; throws `calendar_missing` where its year has no table. */
export function dayKind(calendar: WorkingCalendar, day: string): DayKind {
  const { kinds, first } = yearOfDay(calendar, day)
  return kinds[dayNumber(day) - first] ?? 'off'
}

export const isWorkingDay = (calendar: WorkingCalendar, day: string): boolean => dayKind(calendar, day) !== 'off'

/** The working days of a year, and how many of them are short. */
export function countsOfYear(calendar: WorkingCalendar, year: number): { working: number; short: number } {
  const { worked, shortened } = yearOf(calendar, year)
  return { working: worked.at(-1) ?? 0, short: shortened.at(-1) ?? 0 }
}

/** Working days, and the short ones among them, from the first day up to the day before `end`; needs every year between. */
export function countBetween(
  calendar: WorkingCalendar,
  first: string,
  end: string,
): { readonly working: number; readonly short: number } {
  let [working, short] = [0, 0]
  for (let year = Number(first.slice(0, 4)); `${year}-01-01` < end; year++) {
    const { worked, shortened, first: start } = yearOf(calendar, year)
    const from = Math.max(0, dayNumber(first) - start)
    const to = Math.min(worked.length - 1, dayNumber(end) - start)
    working += (worked[to] ?? 0) - (worked[from] ?? 0)
    short += (shortened[to] ?? 0) - (shortened[from] ?? 0)
  }
  return { working, short }
}
