import { dayNumber, weekdayOf } from '../days/index.ts'

/**
 * A deadline as every context gives it to the one list of «Сроки», and as calendars of people show it. What it says of
 * itself is Russian text.
 */
export interface DeadlineEntry {
  /** What kind of deadline: `results`, `appeals.answer`. */
  readonly code: string
  /** What it is of: a quarter, a month, a year, the number of an appeal. With the code it is unique and never changes. */
  readonly period: string
  /** The last day in time, `YYYY-MM-DD`. */
  readonly due: string
  /** The due day itself where it is worked, else the working day before; null where its year has no calendar yet. */
  readonly last_working_day: string | null
  readonly what: string
  readonly who: string
  /** The point of the document it follows from. */
  readonly source: string
  /** No document sets it: it was agreed inside and can be changed. */
  readonly internal: boolean
}

export type DeadlineState = 'open' | 'done' | 'late'

/** Done, or late from the day after `due` on. What was done late stays known by its day. */
export function stateOf(due: string, doneOn: string | null, today: string): DeadlineState {
  if (doneOn !== null) return 'done'
  return today > due ? 'late' : 'open'
}

/** A deadline as a context gives it to somebody's list. */
export interface GivenDeadline extends Omit<DeadlineEntry, 'last_working_day'> {
  /** The day on which it was done; null: not yet. */
  readonly doneOn: string | null
  /** Whoever asks has to do it; otherwise somebody of their organisation. */
  readonly mine: boolean
  /** The place in the desk where it is done, such as `/certification/12`. */
  readonly address: string
}
export interface GivenDeadlines {
  readonly entries: readonly GivenDeadline[]
  /** Why some have no day: a year without a calendar. Russian sentences. */
  readonly notes: readonly string[]
}

/** A deadline of somebody's list, with where it stands. */
export interface KeptDeadline extends GivenDeadline {
  readonly last_working_day: string | null
  readonly state: DeadlineState
}

/** The order of every list of deadlines. */
export const inOrderOfDays = <T extends DeadlineEntry>(entries: readonly T[]): T[] =>
  entries.toSorted((a, b) => compare(a.due, b.due) || compare(a.code, b.code) || compare(a.period, b.period))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Where an open deadline stands in the list: a week ends on its Sunday. */
export function urgencyOf(due: string, today: string): 'overdue' | 'this_week' | 'later' {
  if (due < today) return 'overdue'
  const sunday = dayNumber(today) + 7 - weekdayOf(dayNumber(today))
  return dayNumber(due) <= sunday ? 'this_week' : 'later'
}

/** How many days before its day, and after it, people are reminded of a deadline. */
const REMINDED_AT = [3, 1, -1]

/** Those that one is reminded of on a day: three days and one day before, and on the first day late. */
export const remindedOf = <T extends DeadlineEntry>(entries: readonly T[], today: string): T[] =>
  entries.filter(({ due }) => REMINDED_AT.includes(dayNumber(due) - dayNumber(today)))
