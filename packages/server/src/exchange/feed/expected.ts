import { addDays, daysBetween } from '@otklik/model/days'
import type { ExpectedDay } from '@otklik/model/exchange/api'
import { feedRules, PAST_DAYS } from '@otklik/model/exchange/feed'
import { calendarOf } from '../../calendar/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { readFeed } from './read-feed.ts'

const DAYS = 7

/** What the supplier's next days should bring, today's first; none while it is too new to tell. */
export async function expectedDays(db: Db, supplier: string, today: string): Promise<ExpectedDay[]> {
  const feed = await readFeed(db, supplier, addDays(today, -PAST_DAYS))
  if (feed === undefined) return []
  const { expect } = feedRules(await calendarOf(db))
  return daysBetween(today, addDays(today, DAYS - 1)).flatMap((date) => {
    const kinds = expect(feed, date)
    return kinds ? [{ date, kinds }] : []
  })
}
