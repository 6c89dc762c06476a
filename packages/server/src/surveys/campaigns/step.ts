import { refusalMessage, step } from '@otklik/model/processes'
import { CAMPAIGN, type CampaignAbout, type CampaignEvent, type CampaignState } from '@otklik/model/surveys'
import { type Caller, reachOfActor } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { type Lifecycle, type Step, takeStep } from '../../platform/transition.ts'
import { campaignState } from '../problems.ts'
import { placesOf, TARGET } from '../quotas/places.ts'
import type { SurveyTables } from '../tables.ts'
import { reachesOwner } from '../within.ts'
import { campaigns, todayAt } from './rows.ts'
import type { Updateable } from 'kysely'

type Change = Updateable<SurveyTables['survey_campaigns']>
type Guard = keyof typeof CAMPAIGN.guards
interface Campaigns {
  id: string
  row: HeldCampaign
  state: CampaignState
  event: CampaignEvent
  guard: Guard
  facts: CampaignAbout
  change: Change
}

/** The campaign, held until the end of the transaction; 404 where there is none within reach. */
export async function holdCampaign(tx: Tx, code: string, { who, at }: Caller) {
  const row = await campaigns(tx)
    .selectAll('c')
    .select(['a.name as authority', 'q.code as questionnaire', 'v.state as version_state', todayAt(at).as('today')])
    .where('c.code', '=', code)
    .where(reachesOwner(reachOfActor(who)))
    .forUpdate('c')
    .executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return row
}
export type HeldCampaign = Awaited<ReturnType<typeof holdCampaign>>

async function aboutOf(tx: Tx, row: HeldCampaign): Promise<CampaignAbout> {
  const { id, today, last_day: to, target, version_state } = row
  const responses = (await placesOf(tx, id)).get(TARGET)?.taken ?? 0
  return { today, to, target, responses, versionHolds: version_state === 'published' }
}

const LIFECYCLE: Lifecycle<Campaigns> = {
  tableOf: () => CAMPAIGN.table,
  hold: holdCampaign,
  factsOf: aboutOf,
  refusal: ({ state }, event, refused, about) =>
    problem(campaignState, refusalMessage(CAMPAIGN, event, state, { refused, about })),
  save: async (tx, { id, revision }, change) => {
    await tx
      .updateTable('survey_campaigns')
      .set({ ...change, revision: revision + 1 })
      .where('id', '=', id)
      .execute()
  },
  subject: ({ code }) => `campaign:${code}`,
}

/** Moves a campaign along its table of states; `code` is what pages and people know it by. */
export const moveCampaign = (db: Db, code: string, move: Step<Campaigns>, caller: Caller): Promise<CampaignState> =>
  db.transaction().execute((tx) => takeStep(tx, LIFECYCLE, code, move, caller))

/** Where an event leads from a state; throws the sentence of what is in its way. */
export function requireStep(event: CampaignEvent, state: CampaignState | null, about: CampaignAbout): CampaignState {
  const outcome = step(CAMPAIGN, event, state, about)
  if ('to' in outcome) return outcome.to
  throw problem(campaignState, outcome.message)
}

/** The campaign, held, of which this may be done now. */
export async function holdFor(tx: Tx, code: string, event: CampaignEvent, caller: Caller): Promise<HeldCampaign> {
  const row = await holdCampaign(tx, code, caller)
  requireStep(event, row.state, await aboutOf(tx, row))
  return row
}
