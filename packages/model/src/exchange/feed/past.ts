import { addDays, dayNumber, weekdayOf } from '../../days/index.ts'
import type { DayCounts } from './counts.ts'

/** So far back goes what a day is compared with: twelve weeks. */
export const PAST_DAYS = 84
/** Before so many days have passed since a supplier's first package nothing is said of its volumes. */
export const LEARNING_DAYS = 28

export interface PastDay {
  readonly date: string
  /** 1 is Monday. */
  readonly weekday: number
  /** Undefined where nothing came. */
  readonly counts: DayCounts | undefined
}

/** The usual days before a day, the last one first; without those that nobody can tell of. */
export interface Past {
  readonly days: readonly PastDay[]
  /** Of these, the days of the same sort: from Monday to Friday, or the same day of the weekend. */
  readonly alike: readonly PastDay[]
  /** Days since the first package. */
  readonly length: number
}

const sortOf = (weekday: number): number => Math.max(weekday, 5)
export const weekdayOfDay = (day: string): number => weekdayOf(dayNumber(day))

/**
 * @param known what came, by reporting date.
 * @param leftOut days that tell nothing: around holidays, or refused whole.
 */
export function pastOf(
  known: ReadonlyMap<string, DayCounts>,
  { date, first }: { readonly date: string; readonly first: string },
  leftOut: (day: string) => boolean,
): Past {
  const length = dayNumber(date) - dayNumber(first)
  const days = Array.from({ length: Math.max(0, Math.min(PAST_DAYS, length)) }, (_, at) => addDays(date, -1 - at))
    .filter((day) => !leftOut(day))
    .map((day) => ({ date: day, weekday: weekdayOfDay(day), counts: known.get(day) }))
  const sort = sortOf(weekdayOfDay(date))
  return { days, alike: days.filter(({ weekday }) => sortOf(weekday) === sort), length }
}
