import { earliestYear, endOfDay } from '@otklik/model/exchange'
import type { Check, Context, Step } from './check.ts'
import { literal } from './literals.ts'

/**
 * Dates and times in SQL, as numbers: a date as ГГГГММДД and as seconds since 1970, a time as seconds of the day. 0 and −1
 * stand for texts that are none. A date is read by functions of one argument, one after another: of a text with few
 * different values (LowCardinality) each is then worked out once per value.
 */
/** The date as it is written, ГГГГММДД, whether there is such a day or not; 0: not in the form ДД.ММ.ГГГГ or ДД-ММ-ГГГГ. */
export const writtenDate = (text: string): string => {
  const inForm = `extract(${text}, '^[0-9]{2}(?:[.][0-9]{2}[.]|-[0-9]{2}-)[0-9]{4}$')`
  return `toUInt32OrZero(replaceRegexpOne(${inForm}, '^(..).(..).(....)$', '\\\\3\\\\2\\\\1'))`
}
/** The calendar comes back after 400 years: the day of the same date from 1900 to 2299, which is how far days go here. */
const sameDate = (written: string): string => `((${written} + 1000000) % 4000000 + 19000000)`
/** ГГГГММДД of a written date; 0 where there is no such day: asked for as a day, it would become another one. */
export const dayNumber = (written: string): string =>
  `if(toYYYYMMDD(YYYYMMDDToDate32(${sameDate(written)})) = ${sameDate(written)}, ${written}, 0)`
/** Seconds from 1970 to the midnight of a written date from 1900 to 2299. */
export const dayStart = (written: string): string => `toInt64(toInt32(YYYYMMDDToDate32(${written}))) * 86400`
/** Seconds of the day; −1: not a time in the form ЧЧ:ММ:СС; 0 for an empty text. Read loosely, 24:00:00 is the end of the day. */
export const timeSeconds = (text: string, reading: Context['reading']): string =>
  `multiIf(${text} = '', 0, ${reading === 'loose' ? `${text} = ${literal(endOfDay)}, 86400, ` : ''}NOT match(${text}, '^[0-9]{2}:[0-9]{2}:[0-9]{2}$'), -1, ` +
  `ifNull(toInt32(toUnixTimestamp(parseDateTimeOrNull(${text}, '%H:%i:%S', 'UTC'))), -1))`
/** Wall-clock time from the two numbers. */
export const momentOf = (start: string, seconds: string): string =>
  `toDateTime(toUInt32(greatest(least(${start} + ${seconds}, 4294967295), 0)), 'UTC')`

/** A text with date and time: its first ten characters, and what follows after a space. */
const dateText = (text: string): string => `toLowCardinality(substring(${text}, 1, 10))`
export const timeText = (text: string): string => `trimLeft(substring(${text}, 11))`
/** The written date of a date-and-time text; 0 also where no space parts the two. */
export const partedDate = (text: string): string =>
  `if(substring(${text}, 11, 1) IN ('', ' '), ${writtenDate(dateText(text))}, 0)`

/**
 * What may be wrong with a date and a time, given their numbers; `last_day` is the last ГГГГММДД that is no future. Of a time
 * nothing is said where the date is not written as one: who knows where it ends and the time begins.
 */
export function momentChecks(written: string, day: string, seconds: string): (readonly [Check['code'], string])[] {
  return [
    ['bad_date', `${day} = 0`],
    ['bad_time', `${written} != 0 AND ${seconds} < 0`],
    ['date_too_early', `${day} BETWEEN 1 AND ${earliestYear}0000`],
    ['date_in_future', `${day} > last_day`],
  ]
}

/** Steps that read a date-and-time text into `<name>_day`, `<name>_start` and `<name>_time`. */
export const momentSteps = (name: string, text: string, reading: Context['reading']): Step[][] => [
  [
    [`${name}_date`, partedDate(text)],
    [`${name}_time`, timeSeconds(timeText(text), reading)],
  ],
  [
    [`${name}_day`, dayNumber(`${name}_date`)],
    [`${name}_start`, dayStart(`${name}_date`)],
  ],
]

/** ГГГГММДД of the day after an ISO day: a date later than that is in the future. */
export function lastDayOf(reportingDate: string): number {
  const next = new Date(`${reportingDate}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return Number(next.toISOString().slice(0, 10).replaceAll('-', ''))
}
