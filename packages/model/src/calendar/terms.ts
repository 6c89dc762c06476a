import { addDays, monthsAfter } from '../days/index.ts'
import { countBetween, isWorkingDay, type WorkingCalendar } from './calendar.ts'

/** Terms in days. All of these throw `calendar_missing` where they come upon a year without a table. */

/** W(from, to): the working days after `from` up to `to`, which counts; 0 where `to` is no later. */
export const workingDaysBetween = (calendar: WorkingCalendar, from: string, to: string): number =>
  from < to ? countBetween(calendar, addDays(from, 1), addDays(to, 1)).working : 0

/** The day itself where it is worked, else the next that is. */
export function workingDayFrom(calendar: WorkingCalendar, day: string): string {
  let found = day
  while (!isWorkingDay(calendar, found)) found = addDays(found, 1)
  return found
}

/** The day itself where it is worked, else the last one before that is. */
export function workingDayUpTo(calendar: WorkingCalendar, day: string): string {
  let found = day
  while (!isWorkingDay(calendar, found)) found = addDays(found, -1)
  return found
}

/** The count-th working day after the day; for 0 the day itself, or the next that is worked. */
export function addWorkingDays(calendar: WorkingCalendar, day: string, count: number): string {
  if (count === 0) return workingDayFrom(calendar, day)
  let found = day
  for (let left = count; left > 0; ) {
    found = addDays(found, 1)
    if (isWorkingDay(calendar, found)) left--
  }
  return found
}

/** The count-th working day before the day. */
export function subtractWorkingDays(calendar: WorkingCalendar, day: string, count: number): string {
  let found = day
  for (let left = count; left > 0; ) {
    found = addDays(found, -1)
    if (isWorkingDay(calendar, found)) left--
  }
  return found
}

/** The same day so many months later, the last of its month where it has none such; moved on to one that is worked. */
export const addMonthsWorking = (calendar: WorkingCalendar, day: string, count: number): string =>
  workingDayFrom(calendar, monthsAfter(day, count))

/** The day so many calendar days later, moved on to one that is worked. */
export const addCalendarDays = (calendar: WorkingCalendar, day: string, count: number): string =>
  workingDayFrom(calendar, addDays(day, count))
