import { type Reach } from '@otklik/model/access'
import type { QueryOf } from '@otklik/model/api'
import type { CampaignRow, listCampaigns as route } from '@otklik/model/surveys/api'
import { sql } from 'kysely'
import { matches, type Page, rangeOf } from '../../platform/list.ts'
import type { SurveysDeps } from '../deps.ts'
import { reachesOwner } from '../within.ts'
import { campaignRows, campaigns, shownRows } from './rows.ts'

/** Running campaigns first, then paused ones, drafts, and those that have ended, the latest begun before the others. */
const ORDER = sql`array_position(ARRAY['running', 'paused', 'draft', 'ended'], c.state)`

export async function listCampaigns(
  { db, ch }: Pick<SurveysDeps, 'db' | 'ch'>,
  ask: QueryOf<typeof route>,
  reach: Reach,
  at: Date,
): Promise<Page<CampaignRow>> {
  const asked = sql<boolean>`${reachesOwner(reach)}
    AND ${matches(ask.find, sql`concat_ws(' ', c.folded, a.folded, q.folded)`)}
    AND (${ask.state ?? null}::text IS NULL OR c.state = ${ask.state ?? null})
    AND (${ask.authority ?? null}::text IS NULL OR c.authority_id::text = ${ask.authority ?? null})
    AND (${ask.questionnaire ?? null}::text IS NULL OR q.code = ${ask.questionnaire ?? null})
    AND ${ask.service === undefined ? sql`true` : isAbout(ask.service)}`
  const { limit, offset } = rangeOf(ask)
  const [{ total }, rows] = await Promise.all([
    campaigns(db)
      .where(asked)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    campaignRows(db, at)
      .where(asked)
      .orderBy(ORDER)
      .orderBy(sql`c.started_at DESC NULLS LAST`)
      .orderBy('c.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute(),
  ])
  return { total, rows: await shownRows(db, ch, rows) }
}

/** Whether a campaign (`c`) names the service, or names none and its authority provides it. */
const isAbout = (service: string) => sql`(${service} = ANY(c.services) OR (c.services = '{}' AND EXISTS (
  SELECT FROM register_services AS s WHERE s.service_id = ${service} AND s.authority_id = c.authority_id)))`
