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

/** A deadline of somebody's list, with where it stands. */
export interface KeptDeadline extends DeadlineEntry {
  readonly state: DeadlineState
  /** How many times its day or words were changed since it was first shown. */
  readonly sequence: number
}

/** Gives a context's deadlines of whoever asks: what every context implements, and «Сроки» puts together. */
export type DeadlineSource<Asked> = (asked: Asked) => Promise<readonly KeptDeadline[]>

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
