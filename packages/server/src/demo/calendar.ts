/**
 * Local days and moments as whole numbers: a day counts from 1970-01-01, a moment is seconds since local midnight of
 * that day. Zones play no part here: the format carries local time, and so does the demo.
 */
export const DAY = 86_400

export const dayOf = (moment: number) => Math.floor(moment / DAY)

export function parseDay(text: string): number {
  const time = Date.parse(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(time)) throw new RangeError(`Not a date YYYY-MM-DD: ${text}`)
  return time / 1000 / DAY
}

export const isoDay = (day: number) => new Date(day * DAY * 1000).toISOString().slice(0, 10)

/** Months since year 0: a month's number that can be added to. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY * 1000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

export const firstDayOf = (month: number) => Date.UTC(Math.floor(month / 12), month % 12, 1) / 1000 / DAY

/** 0 = Monday … 6 = Sunday; 1970-01-01 was a Thursday. */
export const weekday = (day: number) => (day + 3) % 7

// Fixed public holidays only: yearly transfers of days off would add nothing to a made-up region.
const HOLIDAYS = new Set(
  [
    '01-01',
    '01-02',
    '01-03',
    '01-04',
    '01-05',
    '01-06',
    '01-07',
    '01-08',
    '02-23',
    '03-08',
    '05-01',
    '05-09',
    '06-12',
  ].concat('11-04'),
)
const isHoliday = (day: number) => HOLIDAYS.has(isoDay(day).slice(5))

export const isOfficeDay = (day: number) => weekday(day) < 5 && !isHoliday(day)
export const isCentreDay = (day: number) => weekday(day) < 6 && !isHoliday(day)

/** Opening hours unrolled into one line of working seconds, so that «three working hours later» is an addition. */
export interface WorkClock {
  toWork(moment: number): number
  toLocal(work: number): number
  /** The local moment so many working hours later; a moment outside the hours counts from the next opening. */
  later(moment: number, hours: number): number
  /** The n-th open day after this one. */
  openDay(day: number, n: number): number
}

/** @param hours opening and closing time in hours of the day */
export function makeClock(
  firstDay: number,
  lastDay: number,
  isOpen: (day: number) => boolean,
  hours: [number, number],
): WorkClock {
  const [open, length] = [hours[0] * 3600, (hours[1] - hours[0]) * 3600]
  const days: number[] = []
  const position = new Map<number, number>()
  for (let day = firstDay; day <= lastDay; day++) {
    position.set(day, days.length)
    if (isOpen(day)) days.push(day)
  }
  const dayAt = (index: number) => days[Math.min(index, days.length - 1)] as number
  const indexOf = (day: number) => position.get(day) ?? days.length - 1
  const toWork = (moment: number) => {
    const day = dayOf(moment)
    const index = indexOf(day)
    if (dayAt(index) !== day) return index * length
    return index * length + Math.min(Math.max(moment - day * DAY - open, 0), length)
  }
  const toLocal = (work: number) => {
    const index = Math.floor(work / length)
    return Math.floor(dayAt(index) * DAY + open + (work - index * length))
  }
  return {
    toWork,
    toLocal,
    later: (moment, count) => toLocal(toWork(moment) + count * 3600),
    openDay: (day, n) => dayAt(indexOf(day + 1) + n - 1),
  }
}
