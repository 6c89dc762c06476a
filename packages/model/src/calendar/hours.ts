import { countBetween, type DayKind, dayKind, type WorkingCalendar } from './calendar.ts'

/** A part of a working day, in seconds since its midnight: from the first up to before the second. */
export type Stretch = readonly [from: number, to: number]
/** The hours worked on a working day, in their order, without overlaps. */
export type WorkingHours = readonly Stretch[]

const HOUR = 3600
/** Nine to six with an hour for lunch: where an office has no hours of its own. */
export const COMMON_HOURS: WorkingHours = [
  [9 * HOUR, 13 * HOUR],
  [14 * HOUR, 18 * HOUR],
]

/**
 * Seconds worked between two local times of one zone, `YYYY-MM-DDTHH:MM:SS`; 0 where `to` is no later. The clock is taken
 * as it shows: clocks are changed at night, outside of working hours. Throws `calendar_missing` for a year without a table.
 */
export function workingSeconds(
  calendar: WorkingCalendar,
  from: string,
  to: string,
  hours: WorkingHours = COMMON_HOURS,
): number {
  if (to <= from) return 0
  const { working, short } = countBetween(calendar, from.slice(0, 10), to.slice(0, 10))
  const whole = secondsOf('working', hours)
  const cut = whole - secondsOf('short', hours)
  return working * whole - short * cut + workedOn(calendar, to, hours) - workedOn(calendar, from, hours)
}

/** Seconds worked on the day up to the time. */
function workedOn(calendar: WorkingCalendar, time: string, hours: WorkingHours): number {
  const [hour = 0, minute = 0, second = 0] = time.slice(11).split(':').map(Number)
  return secondsOf(dayKind(calendar, time.slice(0, 10)), hours, hour * HOUR + minute * 60 + second)
}

function secondsOf(kind: DayKind, hours: WorkingHours, until = Number.POSITIVE_INFINITY): number {
  if (kind === 'off') return 0
  return (kind === 'short' ? lastHourCut(hours) : hours).reduce(
    (sum, [from, to]) => sum + Math.max(0, Math.min(to, until) - from),
    0,
  )
}

/** The hours without the last one worked. */
function lastHourCut(hours: WorkingHours): WorkingHours {
  let left = HOUR
  return hours
    .toReversed()
    .map(([from, to]): Stretch => {
      const taken = Math.min(left, to - from)
      left -= taken
      return [from, to - taken]
    })
    .toReversed()
}
