// The same calendar another way: lists of days looked through one by one, the day of the week by Zeller's congruence.
import { daysBetween } from '../days/index.ts'
import { BUILT_IN_YEARS, type WorkingHours } from './index.ts'

function zeller(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month]
  // 0 for Saturday, 1 for Sunday.
  return (date + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7
}

export function slowlyWorked(day: string): boolean {
  const table = BUILT_IN_YEARS.find(({ year }) => day.startsWith(`${year}-`))
  if (table === undefined) throw new Error(`no table for ${day}`)
  return zeller(day) < 2 ? table.working_weekends.includes(day) : !table.off_weekdays.includes(day)
}

export const slowlyBetween = (from: string, to: string): number =>
  daysBetween(from, to).filter((day) => day !== from && slowlyWorked(day)).length

export function slowlyAdded(from: string, count: number): string {
  const later = daysBetween(from, '2026-12-31').filter((day) => slowlyWorked(day) && (count === 0 || day !== from))
  return later[Math.max(0, count - 1)] ?? 'none'
}

/** Minutes worked, looked through one by one; short days end an hour earlier. */
export function slowlyWorkedSeconds(from: string, to: string, hours: WorkingHours): number {
  const minutes = daysBetween(from.slice(0, 10), to.slice(0, 10)).flatMap((day) =>
    slowlyWorked(day) ? worked(day, hours).map((minute) => `${day}T${clock(minute)}`) : [],
  )
  return minutes.filter((minute) => minute >= from && minute < to).length * 60
}

function worked(day: string, hours: WorkingHours): number[] {
  const all = Array.from({ length: 1440 }, (_, minute) => minute).filter((minute) =>
    hours.some(([start, end]) => minute * 60 >= start && minute * 60 < end),
  )
  const short = BUILT_IN_YEARS.some((table) => table.short.includes(day))
  return short ? all.slice(0, Math.max(0, all.length - 60)) : all
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`
