import { addDays } from '../../days/index.ts'

/** A measure that somebody has to report on. Days are YYYY-MM-DD. */
export interface RemindedMeasure {
  readonly due: string
  /** When its executor was last reminded. */
  readonly remindedOn: string | null
}

export type Reminder = 'soon' | 'today' | 'overdue'

const WEEK = 7

/**
 * Whether the executor is to be reminded today: a week before the deadline, on its day, and every week that it is overdue. A
 * day on which nothing ran is made up for by the next, once.
 */
export function nextReminder({ due, remindedOn }: RemindedMeasure, today: string): Reminder | null {
  const day = lastReminderDay(due, today)
  if (day === null || (remindedOn !== null && remindedOn >= day)) return null
  if (today > due) return 'overdue'
  return today === due ? 'today' : 'soon'
}

/** The latest day up to today that has a reminder. */
function lastReminderDay(due: string, today: string): string | null {
  const first = addDays(due, -WEEK)
  if (today < first) return null
  if (today < due) return first
  let day = due
  for (let next = addDays(day, WEEK); next <= today; next = addDays(next, WEEK)) day = next
  return day
}
