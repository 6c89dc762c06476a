import { type Principal, reachOf } from '@otklik/model/access'
import { step } from '@otklik/model/processes'
import { LINK } from '@otklik/model/surveys'
import type { CampaignLink } from '@otklik/model/surveys/api'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import { storable } from '../../platform/text.ts'
import { findCampaign, type ReadDeps } from '../campaigns/read.ts'
import { answersByLink } from '../counting/numbers.ts'
import { linkState } from '../problems.ts'
import { linkRows, shownLink } from './rows.ts'

/** A link of a campaign, by the codes of both. */
export interface LinkKey {
  readonly code: string
  readonly link: string
}

/** The page of a closed link says that it is closed; those by other links go on. */
export const closeLink = (deps: ReadDeps, key: LinkKey, reason: string, caller: Caller<Principal>) =>
  moveLink(deps, key, { event: 'close', reason: storable(reason).trim() }, caller)

export const openLink = (deps: ReadDeps, key: LinkKey, caller: Caller<Principal>) =>
  moveLink(deps, key, { event: 'open', reason: '' }, caller)

interface Move {
  readonly event: 'close' | 'open'
  readonly reason: string
}

async function moveLink(
  { db, ch, config }: ReadDeps,
  { code, link }: LinkKey,
  { event, reason }: Move,
  caller: Caller<Principal>,
): Promise<CampaignLink> {
  const { who, from, at } = caller
  const campaign = await findCampaign(db, code, reachOf(who), at)
  await db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('survey_links')
      .select(['id', 'state'])
      .where('campaign_id', '=', campaign.id)
      .where('code', '=', link)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) throw problem(problems.notFound)
    const outcome = step(LINK, event, row.state, { reason })
    if (!('to' in outcome)) throw problem(linkState, outcome.message)
    const closed =
      outcome.to === 'closed'
        ? { closed_reason: reason, closed_by: displayName(who), closed_at: at }
        : { closed_reason: null, closed_by: null, closed_at: null }
    await tx
      .updateTable('survey_links')
      .set({ state: outcome.to, ...closed })
      .where('id', '=', row.id)
      .execute()
    const what = event === 'close' ? 'campaign.link_closed' : 'campaign.link_opened'
    const after = { link, state: outcome.to, ...(reason !== '' && { reason }) }
    await recordAudit(tx, { who, what, subject: `campaign:${code}`, before: { state: row.state }, after, from, at })
  })
  const row = await linkRows(db, campaign.id).where('l.code', '=', link).executeTakeFirstOrThrow()
  const counts = await answersByLink(ch, campaign.id)
  return shownLink(row, `${config.publicUrl}/r/${code}`, counts.get(row.id)?.n ?? 0)
}
