import { earliestYear } from '@otklik/model/exchange'

/**
 * Dates and times in SQL. Each function takes the SQL of a trimmed text and gives the SQL of a condition or a value; dates
 * are compared as numbers ГГГГММДД, so that 31.02 or the year 2999 needs no calendar function that might saturate.
 */
const year = (text: string) => `toUInt16OrZero(substring(${text}, 7, 4))`
const month = (text: string) => `toUInt8OrZero(substring(${text}, 4, 2))`
const day = (text: string) => `toUInt8OrZero(substring(${text}, 1, 2))`
const ofMonth = (text: string) => {
  const y = year(text)
  const leap = `(${y} % 4 = 0 AND ${y} % 100 != 0) OR ${y} % 400 = 0`
  return `multiIf(${month(text)} IN (4, 6, 9, 11), 30, ${month(text)} = 2, if(${leap}, 29, 28), 31)`
}
const dashed = '^[0-9]{2}-[0-9]{2}-[0-9]{4}$'
const dotted = '^[0-9]{2}[.][0-9]{2}[.][0-9]{4}$'

/** The text is a day of the calendar in the form ДД.ММ.ГГГГ or ДД-ММ-ГГГГ. */
export const isDate = (text: string): string =>
  `(match(${text}, '${dotted}|${dashed}') AND ${month(text)} BETWEEN 1 AND 12 AND ${day(text)} BETWEEN 1 AND ${ofMonth(text)})`
/** ГГГГММДД of a text for which `isDate` holds. */
const dayNumber = (text: string): string => `(toUInt32(${year(text)}) * 10000 + ${month(text)} * 100 + ${day(text)})`
export const isTooEarly = (text: string): string => `(${isDate(text)} AND ${year(text)} < ${earliestYear})`
/** @param lastDay ГГГГММДД of the last day that a date may have. */
export const isInFuture = (text: string, lastDay: number): string => `(${isDate(text)} AND ${dayNumber(text)} > ${lastDay})`

const part = (text: string, from: number) => `toUInt32OrZero(substring(${text}, ${from}, 2))`
/** The text is a time of the day in the form ЧЧ:ММ:СС. */
export const isTime = (text: string): string =>
  `(match(${text}, '^[0-9]{2}:[0-9]{2}:[0-9]{2}$') AND ${part(text, 1)} < 24 AND ${part(text, 4)} < 60 AND ${part(text, 7)} < 60)`

const days = (text: string): string =>
  `toUInt32(greatest(toInt32(makeDate32(${year(text)}, ${month(text)}, ${day(text)})), 0))`
const seconds = (text: string): string => `(${part(text, 1)} * 3600 + ${part(text, 4)} * 60 + ${part(text, 7)})`
/** Wall-clock time from a good date and a good or empty time. */
export const moment = (date: string, time: string): string =>
  `toDateTime(${days(date)} * 86400 + ${seconds(time)}, 'UTC')`

/** A cell that holds both: its date, its time ('' where there is none), and whether a space parts them. */
export const dateOf = (text: string): string => `substring(${text}, 1, 10)`
export const timeOf = (text: string): string => `trimLeft(substring(${text}, 11))`
export const isParted = (text: string): string => `substring(${text}, 11, 1) IN ('', ' ')`

/** ГГГГММДД of the day after an ISO day: a date later than that is in the future. */
export function lastDayOf(reportingDate: string): number {
  const next = new Date(`${reportingDate}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return Number(next.toISOString().slice(0, 10).replaceAll('-', ''))
}
