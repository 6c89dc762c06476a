import { bySystem } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { sql } from 'kysely'
import { endCampaign } from './moves.ts'
import { campaigns, todayAt } from './rows.ts'

/** Ends campaigns whose last day is over where they are, and those that have all the answers that were wanted. */
export async function endDueCampaigns(db: Db, at: Date): Promise<number> {
  const rows = await campaigns(db)
    .select(['c.code', sql<boolean>`${todayAt(at)} > c.last_day`.as('over')])
    .where('c.state', 'in', ['running', 'paused'])
    .where(sql<boolean>`(${todayAt(at)} > c.last_day OR c.target <= (
      SELECT sum(taken) FROM survey_places p WHERE p.campaign_id = c.id AND p.quota = 0))`)
    .execute()
  for (const { code, over } of rows)
    await endCampaign(db, code, { why: over ? 'day' : 'target', note: null }, bySystem(at))
  return rows.length
}
