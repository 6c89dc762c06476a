import type { Principal } from '@otklik/model/access'
import { type Caller, displayName, type Actor } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { tidyOrNull } from '../../platform/text.ts'
import { storedVersion } from './fields.ts'
import { frozenLists } from './freeze.ts'
import { moveCampaign } from './step.ts'

/** Lists of the register are frozen, and the pages take answers. */
export async function startCampaign(db: Db, code: string, caller: Caller<Principal>): Promise<void> {
  const change = { started_at: caller.at, started_by: displayName(caller.who), frozen: '{}' }
  await moveCampaign(
    db,
    code,
    {
      event: 'start',
      what: 'campaign.started',
      change,
      also: async (tx, row) => {
        const { document } = await storedVersion(tx, row.questionnaire_id, row.version)
        const frozen = JSON.stringify(await frozenLists(tx, document, row))
        await tx.updateTable('survey_campaigns').set({ frozen }).where('id', '=', row.id).execute()
      },
    },
    caller,
  )
}

export const pauseCampaign = (db: Db, code: string, caller: Caller<Principal>) =>
  moveCampaign(db, code, { event: 'pause', what: 'campaign.paused', change: {} }, caller)

export const resumeCampaign = (db: Db, code: string, caller: Caller<Principal>) =>
  moveCampaign(db, code, { event: 'resume', what: 'campaign.resumed', change: {} }, caller)

export interface End {
  readonly why: 'by_hand' | 'day' | 'target'
  readonly note: string | null
}

/** The pages say that it is over; what was answered stays readable. */
export function endCampaign(db: Db, code: string, { why, note }: End, caller: Caller<Actor>) {
  const words = tidyOrNull(note)
  const change = { ended_at: caller.at, ended_by: displayName(caller.who), ended_why: why, ended_note: words }
  return moveCampaign(
    db,
    code,
    { event: 'end', what: 'campaign.ended', change, after: () => ({ why, note: words }) },
    caller,
  )
}
