/**
 * Ways of writing that are not those of the format and leave no doubt what is meant: cells that fail are read once more by
 * these rules, and the receipt tells it. The database has the same rules in SQL (`checking/loose.ts` of the server).
 */

/** What a text is that Excel was kept from reading as a number: `="00123"`. */
export const excelQuotedPattern = '^="([^"]*)"$'
/** The same with an apostrophe before it: in an identifier any, in a free text one that lames a formula. */
export const apostrophePattern = "^'([^']+)'?$"
export const lamedPattern = "^'([ \\t\\r]*[=+@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20-].*)$"

/** What a spreadsheet takes for a formula, spaces before it left out; a number with a minus is a number. */
const formula = /^\s*[=+@\t\r\uFF1D\uFF0B\uFF0D\uFF20]|^\s*-(?!\d+$)|^[\t\r]/
export const opensFormula = (text: string): boolean => formula.test(text)

const group = (pattern: string, text: string): string | undefined => new RegExp(pattern, 'su').exec(text)?.[1]

/** The text without what was put around it for Excel's sake. @param free of a cell of free text, where an apostrophe may be one. */
export const withoutExcelMarks = (text: string, free: boolean): string =>
  group(excelQuotedPattern, text) ?? group(free ? lamedPattern : apostrophePattern, text) ?? text

/** A time whose hour has one digit: `9:05:00`. */
export const shortTimePattern = '^([0-9]:[0-5][0-9]:[0-5][0-9])$'
/** The end of a day, which is the beginning of the next. */
export const endOfDay = '24:00:00'
/** A date with the midnight that a spreadsheet appends to it. */
export const midnightPattern = '^([0-9]{2}[.-][0-9]{2}[.-][0-9]{4}) 0?0:00:00$'
/** Date and time in one cell, its hour of one digit. */
export const shortMomentPattern = '^([0-9]{2}[.-][0-9]{2}[.-][0-9]{4}) +([0-9]:[0-5][0-9]:[0-5][0-9])$'

/** How a date, a time or a moment is read that is not written by the format; undefined: by none of these rules. */
export function readLoosely(text: string): string | undefined {
  const short = group(shortTimePattern, text)
  if (short !== undefined) return `0${short}`
  const midnight = group(midnightPattern, text)
  if (midnight !== undefined) return midnight
  const [, date, time] = new RegExp(shortMomentPattern, 'u').exec(text) ?? []
  if (date !== undefined && time !== undefined) return `${date} 0${time}`
  return text.endsWith(endOfDay) ? `${text.slice(0, -endOfDay.length)}00:00:00 следующего дня`.trim() : undefined
}
