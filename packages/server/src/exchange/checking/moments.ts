import { earliestYear } from '@otklik/model/exchange'
import type { Check, Step } from './check.ts'

/**
 * Dates and times in SQL, as numbers: a date as ГГГГММДД and as seconds since 1970, a time as seconds of the day. 0 and −1
 * stand for texts that are none. The parser of the database knows the days that exist, but takes any character for a digit
 * («2-» is 17 to it): the form is checked apart.
 */
/** The day's midnight; NULL: not a date in the form ДД.ММ.ГГГГ or ДД-ММ-ГГГГ. */
export const parsedDate = (text: string): string =>
  `if(match(${text}, '^[0-9]{2}[.-][0-9]{2}[.-][0-9]{4}$'), ` +
  `coalesce(parseDateTime64OrNull(${text}, '%d.%m.%Y', 'UTC'), parseDateTime64OrNull(${text}, '%d-%m-%Y', 'UTC')), NULL)`
/** ГГГГММДД of a parsed date; 0 of none. */
export const dayNumber = (date: string): string => `ifNull(toYYYYMMDD(${date}), 0)`
/** Milliseconds from 1970 to the midnight of a parsed date. */
export const dayStart = (date: string): string => `ifNull(toUnixTimestamp64Milli(toDateTime64(${date}, 3, 'UTC')), 0)`
/** Seconds of the day; −1: not a time in the form ЧЧ:ММ:СС; 0 for an empty text. */
export const timeSeconds = (text: string): string =>
  `multiIf(${text} = '', 0, NOT match(${text}, '^[0-9]{2}:[0-9]{2}:[0-9]{2}$'), -1, ` +
  `ifNull(toInt32(toUnixTimestamp(parseDateTimeOrNull(${text}, '%H:%i:%S', 'UTC'))), -1))`
/** Wall-clock time from the two numbers. */
export const momentOf = (milliseconds: string, seconds: string): string =>
  `toDateTime(toUInt32(greatest(least(intDiv(${milliseconds}, 1000) + ${seconds}, 4294967295), 0)), 'UTC')`

/** A text with date and time: its first ten characters, and what follows after a space. */
export const dateText = (text: string): string => `substring(${text}, 1, 10)`
export const timeText = (text: string): string => `trimLeft(substring(${text}, 11))`
/** The midnight of a date-and-time text; NULL also where no space parts the two. */
export const partedDate = (text: string): string =>
  `if(substring(${text}, 11, 1) IN ('', ' '), ${parsedDate(dateText(text))}, NULL)`

/** What may be wrong with a date and a time, given their numbers; `last_day` is the last ГГГГММДД that is no future. */
export function momentChecks(day: string, seconds: string): (readonly [Check['code'], string])[] {
  return [
    ['bad_date', `${day} = 0`],
    ['bad_time', `${day} != 0 AND ${seconds} < 0`],
    ['date_too_early', `${day} BETWEEN 1 AND ${earliestYear}0000`],
    ['date_in_future', `${day} > last_day`],
  ]
}

/** Steps that read a date-and-time text into `<name>_day`, `<name>_ms` and `<name>_time`. */
export const momentSteps = (name: string, text: string): Step[][] => [
  [
    [`${name}_date`, partedDate(text)],
    [`${name}_time`, timeSeconds(timeText(text))],
  ],
  [
    [`${name}_day`, dayNumber(`${name}_date`)],
    [`${name}_ms`, dayStart(`${name}_date`)],
  ],
]

/** ГГГГММДД of the day after an ISO day: a date later than that is in the future. */
export function lastDayOf(reportingDate: string): number {
  const next = new Date(`${reportingDate}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return Number(next.toISOString().slice(0, 10).replaceAll('-', ''))
}
