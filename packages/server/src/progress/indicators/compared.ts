import type { IndicatorRow } from '@otklik/model/progress/api'
import { addMonths, comparedWith, monthNumber } from '@otklik/model/months'
import { monthsInData, wholePeriod } from '../period.ts'
import type { Scope } from '../scope.ts'
import { type Asked, indicatorRows, type SliceName } from './rows.ts'

/** The rows that those of a period are held against, each under the month that it is held against. */
export async function monthsBefore(deps: Scope, asked: Asked, by: readonly SliceName[]): Promise<IndicatorRow[]> {
  const period = wholePeriod(asked, await monthsInData(deps.ch, deps.requestReach), deps.today())
  const before = comparedWith(period, asked.versus)
  const distance = monthNumber(period.from) - monthNumber(before.from)
  const rows = await indicatorRows(deps, { ...asked, ...before }, by)
  return rows.map((row) => ({
    ...row,
    slice: { ...row.slice, month: addMonths(row.slice.month ?? before.from, distance) },
  }))
}
