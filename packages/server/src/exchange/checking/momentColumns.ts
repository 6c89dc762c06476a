import type { Column } from '@otklik/model/exchange'
import type { Check, Compiled, Context } from './check.ts'
import { dateOf, isDate, isInFuture, isParted, isTime, isTooEarly, moment, timeOf } from './moments.ts'

/** What may be wrong with a text that should be ДД.ММ.ГГГГ ЧЧ:ММ:СС. */
export function momentChecks(text: string, lastDay: number): (readonly [Check['code'], string])[] {
  const [date, time] = [dateOf(text), timeOf(text)]
  const good = `${isDate(date)} AND ${isParted(text)}`
  return [
    ['bad_date', `NOT (${good})`],
    ['bad_time', `${good} AND ${time} != '' AND NOT ${isTime(time)}`],
    ['date_too_early', isTooEarly(date)],
    ['date_in_future', isInFuture(date, lastDay)],
  ]
}
export const momentValue = (text: string): string => moment(dateOf(text), timeOf(text))
export const isUntimed = (text: string): string => `(${text} != '' AND ${timeOf(text)} = '')`

/** Compiles a column with date and time in one cell. */
export function momentColumn(column: Column, { cell, lastDay }: Context): Compiled {
  const text = cell(column.name)
  const checks: Check[] = momentChecks(text, lastDay).map(([code, when]) => ({
    code,
    column: column.name,
    when: `${text} != '' AND (${when})`,
  }))
  if (column.required) checks.push({ code: 'required', column: column.name, when: `${text} = ''` })
  const value = column.required ? momentValue(text) : `if(${text} = '', NULL, ${momentValue(text)})`
  return {
    values: { [column.name]: value },
    checks,
    untimed: [{ column: column.name, when: isUntimed(text) }],
    steps: [],
  }
}
