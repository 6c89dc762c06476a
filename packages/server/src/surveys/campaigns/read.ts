import { hasRight, type Principal, type Reach, reachOf } from '@otklik/model/access'
import { CAMPAIGN, type CampaignEvent } from '@otklik/model/surveys'
import type { Campaign } from '@otklik/model/surveys/api'
import { sql } from 'kysely'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import type { SurveysDeps } from '../deps.ts'
import { quotasOf } from '../quotas/save.ts'
import { reachesOwner } from '../within.ts'
import { campaignRows, type StoredCampaign, shownRows } from './rows.ts'
import { officeNames, serviceTitles } from './subjects.ts'

export type ReadDeps = Pick<SurveysDeps, 'db' | 'ch' | 'config'>

/** A campaign with everything that is set about it, and what may be done now. */
export async function readCampaign(deps: ReadDeps, code: string, who: Principal, at: Date): Promise<Campaign> {
  const { db, ch, config } = deps
  const found = await findCampaign(db, code, reachOf(who), at)
  const [[row], services, offices, quotas, versions, links] = await Promise.all([
    shownRows(db, ch, [found]),
    serviceTitles(db, found.services),
    officeNames(db, found.offices),
    quotasOf(db, found.id),
    versionsOf(db, found.id),
    linkCounts(db, found.id),
  ])
  if (row === undefined) throw problem(problems.notFound)
  const { languages, parameters, lists, legal, frames, revision, outcome } = found
  return {
    ...row,
    services,
    offices,
    languages,
    parameters,
    // As the body of the save had them.
    lists: lists as Campaign['lists'],
    quotas,
    legal,
    frames,
    revision,
    url: `${config.publicUrl}/r/${code}`,
    links,
    created: { by: found.created_by, at: found.created_at.toISOString() },
    started: actOf(found.started_by, found.started_at),
    ended: endOf(found),
    outcome,
    versions,
    allowed: hasRight(who, 'surveys.edit') ? allowedFor(found, row.n) : [],
  }
}

/** The stored campaign; 404 where there is none within reach. */
export async function findCampaign(db: Db, code: string, reach: Reach, at: Date) {
  const found = await campaignRows(db, at)
    .select(['c.services', 'c.offices', 'c.languages', 'c.parameters', 'c.lists', 'c.frozen', 'c.legal', 'c.frames'])
    .select(['c.revision', 'c.outcome', 'c.created_at', 'c.created_by', 'c.started_at', 'c.started_by'])
    .select([
      'c.ended_at',
      'c.ended_by',
      'c.ended_why',
      'c.ended_note',
      'c.questionnaire_id',
      'v.state as version_state',
    ])
    .where('c.code', '=', code)
    .where(reachesOwner(reach))
    .executeTakeFirst()
  if (found === undefined) throw problem(problems.notFound)
  return found
}
export type FoundCampaign = Awaited<ReturnType<typeof findCampaign>>

const actOf = (by: string | null, at: Date | null) => (by === null || at === null ? null : { by, at: at.toISOString() })

function endOf({ ended_by, ended_at, ended_why, ended_note }: FoundCampaign): Campaign['ended'] {
  const act = actOf(ended_by, ended_at)
  return act === null || ended_why === null ? null : { ...act, why: ended_why, note: ended_note }
}

function allowedFor(row: StoredCampaign & Pick<FoundCampaign, 'version_state'>, responses: number): CampaignEvent[] {
  const { today, last_day: to, target } = row
  const about = { today, to, target, responses, versionHolds: row.version_state === 'published' }
  return CAMPAIGN.table.eventsFor(row.state, about, ['surveys.edit'])
}

async function versionsOf(db: Db, id: number): Promise<Campaign['versions']> {
  const rows = await db
    .selectFrom('survey_campaign_versions')
    .select(['version', 'since', 'by'])
    .where('campaign_id', '=', id)
    .orderBy('since', 'desc')
    .execute()
  return rows.map(({ version, since, by }) => ({ version, by, at: since.toISOString() }))
}

async function linkCounts(db: Db, id: number): Promise<Campaign['links']> {
  return db
    .selectFrom('survey_links')
    .select([
      sql<number>`count(*) FILTER (WHERE state = 'open')`.as('open'),
      sql<number>`count(*) FILTER (WHERE state = 'closed')`.as('closed'),
    ])
    .where('campaign_id', '=', id)
    .executeTakeFirstOrThrow()
}
