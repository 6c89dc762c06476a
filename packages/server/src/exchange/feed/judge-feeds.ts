import { addDays, daysBetween } from '@otklik/model/days'
import { CALENDAR_DAYS } from '@otklik/model/exchange'
import { feedRules, PAST_DAYS } from '@otklik/model/exchange/feed'
import { calendarOf } from '../../calendar/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { lastSettled } from '../packages/calendar.ts'
import { unsettledDays } from './count-packages.ts'
import { type FoundDay, keepFindings } from './keep-findings.ts'
import { readFeed } from './read-feed.ts'

/**
 * Judges the days that the calendar of packages shows, of these suppliers or of all: what came late or was withdrawn changes
 * days that were judged before. Days whose packages are on their way in stay as they are until those are counted.
 * @param today by the clock that says until when a package is in time.
 */
export async function judgeFeeds(
  db: Db,
  { today, now = new Date() }: { readonly today: string; readonly now?: Date },
  only?: readonly string[],
): Promise<void> {
  const { judge } = feedRules(await calendarOf(db))
  const from = addDays(today, 1 - CALENDAR_DAYS)
  const settled = lastSettled(today)
  for (const supplier of only ?? (await senders(db))) {
    const feed = await readFeed(db, supplier, addDays(from, -PAST_DAYS))
    const unsettled = await unsettledDays(db, supplier, from)
    const days = daysBetween(from, today)
      .filter((date) => !unsettled.has(date))
      // Where all that came was withdrawn nothing is found any more.
      .map((date): FoundDay => ({ date, findings: feed ? judge(feed, date, date <= settled) : [] }))
    await keepFindings(db, supplier, days, now)
  }
}

async function senders(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('exchange_packages').select('supplier').distinct().orderBy('supplier').execute()
  return rows.map(({ supplier }) => supplier)
}
