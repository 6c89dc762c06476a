/** Calendar days written 'YYYY-MM-DD', without zones; only `dayOf` knows of one. */
const written = /^(\d{4})-(\d{2})-(\d{2})$/
const dayMs = 86_400_000

/** Whether the text is a day of the calendar, of the years that anybody here means, 2000 to 2099: 2026-02-30 is none. */
export function isDay(text: string): boolean {
  const [, year, month, day] = written.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined || !year.startsWith('20')) return false
  return dayAt(Number(year), Number(month), Number(day)) === text
}

/** The day of its parts; a day or month past its end is counted on into the next. */
export function dayAt(year: number, month: number, day: number): string {
  const date = new Date(0)
  // Date.UTC takes years below 100 for those of the last century.
  date.setUTCFullYear(year, month - 1, day)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

/** The day `count` days later, earlier where negative. */
export const addDays = (day: string, count: number): string => ofMs(msOf(day) + count * dayMs)

/** Days since 1 January 1970: consecutive days differ by one. */
export const dayNumber = (day: string): number => msOf(day) / dayMs
/** The day of a number made by `dayNumber`. */
export const dayOfNumber = (number: number): string => ofMs(number * dayMs)

/** 1 for Monday to 7 for Sunday, by the number of the day. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

/** Saturday or Sunday. */
export const isWeekend = (day: string): boolean => weekdayOf(dayNumber(day)) > 5

/**
 * The same day of the month so many months later; the last day of that month where it has no such day: two months after
 * 31 December is 28 or 29 February.
 */
export function monthsAfter(day: string, count: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = dayAt(year, month + count + 1, 0)
  const same = dayAt(year, month + count, date)
  return same < last ? same : last
}

/** Every day from the first to the last, both included; none where the last lies before the first. */
export function daysBetween(first: string, last: string): string[] {
  const start = msOf(first)
  const length = Math.max(0, (msOf(last) - start) / dayMs + 1)
  return Array.from({ length }, (_, at) => ofMs(start + at * dayMs))
}

/** The date of a moment where the server keeps its calendar: nine of the country's zones differ from it. */
export function dayOf(now: Date, zone = 'Europe/Moscow'): string {
  return formatIn(zone).format(now)
}

const formats = new Map<string, Intl.DateTimeFormat>()
/** A format takes much longer to make than to use. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, format)
  return format
}

const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const ofMs = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
