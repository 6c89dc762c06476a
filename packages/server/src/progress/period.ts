import { addMonths } from '@otklik/model/months'
import type { Reader } from './executor.ts'
import { monthText } from './month-sql.ts'
import { reachCondition, type RequestReach } from './reach.ts'

export interface Period {
  readonly from: string
  readonly to: string
}

/** How many closed months the overview shows where no period is asked for. */
const shown = 12

/**
 * The last closed month: a month is closed from the given day after its end (5: from the 5th of the next month on).
 * @param today 'YYYY-MM-DD'
 */
export function closedThrough(today: string, days = 5): string {
  const month = today.slice(0, 7)
  return addMonths(month, Number(today.slice(8, 10)) >= days ? -1 : -2)
}

/** The first and last month that have anything within what may be read; null where nothing was counted yet. */
export async function monthsInData(ch: Reader, requestReach: RequestReach): Promise<Period | null> {
  const { sql, params } = reachCondition(requestReach)
  const [row] = await ch.query<Period & { months: number }>(
    `SELECT count() AS months, ${monthText('min(month)')} AS from, ${monthText('max(month)')} AS to FROM cube
     WHERE ${sql}`,
    params,
  )
  return row && row.months > 0 ? { from: row.from, to: row.to } : null
}

/** Everything there is, where a bound is not asked for; the current month where there is nothing. */
export function wholePeriod(asked: Partial<Period>, data: Period | null, today: string): Period {
  const to = asked.to ?? later(data?.to ?? today.slice(0, 7), asked.from)
  return { from: asked.from ?? earlier(data?.from ?? to, to), to }
}

/**
 * The last 12 closed months. Where the data end earlier, the 12 months up to their end: an installation that was given past
 * years only should not open on an empty page. Where nothing is closed yet, the running months.
 */
export function recentPeriod(asked: Partial<Period>, data: Period | null, today: string, closed: string): Period {
  const first = data === null ? closed : data.from
  const end = first > closed ? today.slice(0, 7) : data && data.to < closed ? data.to : closed
  const to = asked.to ?? later(end, asked.from)
  return { from: asked.from ?? addMonths(to, 1 - shown), to }
}

/** The same with the running months after them, for what is counted as it comes in. */
export function recentAndRunning(asked: Partial<Period>, data: Period | null, today: string, closed: string): Period {
  const recent = recentPeriod(asked, data, today, closed)
  if (asked.to !== undefined || (data && data.to < closed)) return recent
  return { from: recent.from, to: later(today.slice(0, 7), asked.from) }
}

const later = (a: string, b: string | undefined): string => (b !== undefined && b > a ? b : a)
const earlier = (a: string, b: string): string => (a < b ? a : b)
