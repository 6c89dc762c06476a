import type { IndicatorRow, Overview } from '@otklik/model/progress/api'
import { type Asked, indicatorRow, indicatorRows } from '../indicators/rows.ts'
import type { Period } from '../period.ts'
import { closedThrough, monthsInData, periodBefore, recentPeriod } from '../period.ts'
import { nothing } from '../cube/counts.ts'
import { monthsBetween } from '@otklik/model/months'
import { countOpenAlarms } from '../alarms/list.ts'
import type { Sight } from '../sight.ts'

/** The three figures of the period by month and against the period before it. */
export async function readOverview(parts: Sight, asked: Asked): Promise<Overview> {
  const today = parts.today()
  const closed = closedThrough(today, parts.closesAfterDays)
  const period = recentPeriod(asked, await monthsInData(parts.ch, parts.within), today, closed)
  const previous = periodBefore(period)
  const [total, previousTotal, months, openAlarms, packages, waitingEvents] = await Promise.all([
    totalOf(parts, asked, period),
    totalOf(parts, asked, previous),
    monthRows(parts, asked, period),
    countOpenAlarms(parts, asked),
    parts.ledger.packagesLately(parts.reach),
    // Nobody can tell yet whose they are.
    parts.within === 'everything' ? parts.waitingEvents() : 0,
  ])
  return { period, previous, closedThrough: closed, total, previousTotal, months, openAlarms, packages, waitingEvents }
}

/** One row of everything asked for, also where there is nothing. */
export async function totalOf(parts: Sight, asked: Asked, period: Period): Promise<IndicatorRow> {
  const [row] = await indicatorRows(parts, { ...asked, ...period }, [])
  return row ?? indicatorRow({}, nothing)
}

/** Every month of the period, empty ones too: a chart needs its gaps. */
export async function monthRows(parts: Sight, asked: Asked, period: Period): Promise<IndicatorRow[]> {
  const rows = await indicatorRows(parts, { ...asked, ...period }, ['month'])
  const found = new Map(rows.map((row) => [row.slice.month, row]))
  return monthsBetween(period.from, period.to).map((month) => found.get(month) ?? indicatorRow({ month }, nothing))
}
