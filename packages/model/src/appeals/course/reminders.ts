import { subtractWorkingDays, type WorkingCalendar } from '../../calendar/index.ts'
import { addDays } from '../../days/index.ts'
import type { Deadline } from '../deadline.ts'

/** Whom to remind of a term on which day. */
export interface Reminder {
  readonly day: string
  readonly whom: 'executor' | 'head'
}

const WORKING_DAYS_BEFORE = [5, 1]

/**
 * The executor five working days and one before the day to act by, the head on the day after the term. Days before the
 * count began are left out; so are those of the executor while the day to act by is not known.
 */
export function remindersOf({ from, due, act_by }: Deadline, calendar: WorkingCalendar): Reminder[] {
  const early = act_by === null ? [] : WORKING_DAYS_BEFORE.map((count) => subtractWorkingDays(calendar, act_by, count))
  return [
    ...early.filter((day) => day > from).map((day) => ({ day, whom: 'executor' as const })),
    { day: addDays(due, 1), whom: 'head' },
  ]
}

/** Whether an appeal is forwarded later than the law allows: it is done all the same, and marked. */
export const isForwardedLate = (forwardDue: string, today: string): boolean => today > forwardDue
