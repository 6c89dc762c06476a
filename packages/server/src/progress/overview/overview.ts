import type { IndicatorRow, Overview } from '@otklik/model/progress/api'
import { type Asked, indicatorRow, indicatorRows } from '../indicators/rows.ts'
import type { Period } from '../period.ts'
import { closedThrough, monthsInData, recentPeriod } from '../period.ts'
import { nothing } from '../cube/counts.ts'
import { comparedWith, monthsBetween } from '@otklik/model/months'
import { countOpenCases } from '../cases/read.ts'
import type { Scope } from '../scope.ts'

/** The three figures of the period by month and against the period before it. */
export async function readOverview(deps: Scope, asked: Asked): Promise<Overview> {
  const today = deps.today()
  const closed = closedThrough(today, deps.closesAfterDays)
  const period = recentPeriod(asked, await monthsInData(deps.ch, deps.requestReach), today, closed)
  const previous = comparedWith(period, asked.versus)
  const [total, previousTotal, months, previousMonths, openCases, packages, waitingEvents] = await Promise.all([
    totalOf(deps, asked, period),
    totalOf(deps, asked, previous),
    monthRows(deps, asked, period),
    monthRows(deps, asked, previous),
    countOpenCases(deps, asked),
    deps.ledger.packagesLately(deps.reach),
    // Nobody can tell yet whose they are.
    deps.requestReach === 'everything' ? deps.waitingEvents() : 0,
  ])
  const { completeThrough, ...lately } = packages
  return {
    period,
    previous,
    closedThrough: closed,
    total,
    previousTotal,
    months,
    previousMonths,
    completeThrough,
    openCases,
    packages: lately,
    waitingEvents,
  }
}

/** One row of everything asked for, also where there is nothing. */
export async function totalOf(deps: Scope, asked: Asked, period: Period): Promise<IndicatorRow> {
  const [row] = await indicatorRows(deps, { ...asked, ...period }, [])
  return row ?? indicatorRow({}, nothing)
}

/** Every month of the period, empty ones too: a chart needs its gaps. */
export async function monthRows(deps: Scope, asked: Asked, period: Period): Promise<IndicatorRow[]> {
  const rows = await indicatorRows(deps, { ...asked, ...period }, ['month'])
  const found = new Map(rows.map((row) => [row.slice.month, row]))
  return monthsBetween(period.from, period.to).map((month) => found.get(month) ?? indicatorRow({ month }, nothing))
}
