import { addDays, dayNumber, isWeekend, weekdayOf } from '@otklik/model/days'
import type { YearFields } from '@otklik/model/calendar/api'

/** What a day of the year is, as the table of the year says it. */
export type DayMark = 'working' | 'off' | 'short'

type Days = Pick<YearFields, 'off_weekdays' | 'working_weekends' | 'short'>

export function markOf({ off_weekdays, working_weekends, short }: Days, day: string): DayMark {
  const works = isWeekend(day) ? working_weekends.includes(day) : !off_weekdays.includes(day)
  if (!works) return 'off'
  return short.includes(day) ? 'short' : 'working'
}

const NEXT: Readonly<Record<DayMark, DayMark>> = { working: 'off', off: 'short', short: 'working' }

/** The table with the day's next mark: working, off, short, and working again. */
export function turned<T extends Days>(fields: T, day: string): T {
  const next = NEXT[markOf(fields, day)]
  const set = (days: readonly string[], holds: boolean): string[] =>
    holds ? [...new Set([...days, day])].toSorted() : days.filter((one) => one !== day)
  const weekend = isWeekend(day)
  return {
    ...fields,
    off_weekdays: set(fields.off_weekdays, !weekend && next === 'off'),
    working_weekends: set(fields.working_weekends, weekend && next !== 'off'),
    short: set(fields.short, next === 'short'),
  }
}

/** The days of a month in weeks from Monday; null where a day is of another month. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const lead = weekdayOf(dayNumber(first)) - 1
  const days: (string | null)[] = Array.from({ length: lead }, () => null)
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1)) days.push(day)
  while (days.length % 7 !== 0) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}
