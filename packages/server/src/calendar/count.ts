import {
  addCalendarDays,
  addWorkingDays,
  type WorkingCalendar,
  workingDaysBetween,
  workingSeconds,
} from '@otklik/model/calendar'
import { dayNumber } from '@otklik/model/days'
import { instantOf, secondsBetween } from '../platform/time/instant.ts'

/** What `otklik workdays` prints and `/api/calendar` answers; the keys stand in the order in which they are printed. */

/** Days and seconds between two local times of a zone, `YYYY-MM-DDTHH:MM:SS`. */
export function countBetween(calendar: WorkingCalendar, from: string, to: string, zone: string) {
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)]
  return {
    from,
    to,
    zone,
    calendar_days: dayNumber(last) - dayNumber(first),
    working_days: workingDaysBetween(calendar, first, last),
    working_seconds: workingSeconds(calendar, from, to),
    seconds: secondsBetween(instantOf(from, zone), instantOf(to, zone)),
  }
}

/** The day so many days later. */
export function addTo(calendar: WorkingCalendar, from: string, add: number, unit: 'working' | 'calendar') {
  const day = unit === 'working' ? addWorkingDays(calendar, from, add) : addCalendarDays(calendar, from, add)
  return { from, add, unit, day }
}
