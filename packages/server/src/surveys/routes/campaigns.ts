import type { Principal } from '@otklik/model/access'
import type { Campaign } from '@otklik/model/surveys/api'
import * as contract from '@otklik/model/surveys/api'
import type { Caller } from '../../platform/audit/index.ts'
import { answerList, type App, serve } from '../../platform/http/index.ts'
import { dropCampaign, moveVersion, saveOutcome } from '../campaigns/change.ts'
import { createCampaign } from '../campaigns/create.ts'
import { listCampaigns } from '../campaigns/list.ts'
import { endCampaign, pauseCampaign, resumeCampaign, startCampaign } from '../campaigns/moves.ts'
import { type ReadDeps, readCampaign } from '../campaigns/read.ts'
import { saveCampaign } from '../campaigns/save.ts'
import { campaignsTable } from '../table-exports.ts'
import { reachOf } from '@otklik/model/access'

interface Named extends Caller<Principal> {
  readonly params: { readonly code: string }
}

export function campaignRoutes(app: App, deps: ReadDeps): void {
  const { db } = deps
  /** Does it, and answers with the campaign as it is then. */
  const after = async (work: Promise<unknown>, { params, who, at }: Named): Promise<Campaign> => {
    await work
    return readCampaign(deps, params.code, who, at)
  }
  serve(app, contract.listCampaigns, async ({ query, who, at, reply }) =>
    answerList(reply, query, await listCampaigns(deps, query, reachOf(who), at), campaignsTable),
  )
  serve(app, contract.readCampaign, ({ params, who, at }) => readCampaign(deps, params.code, who, at))
  serve(app, contract.createCampaign, (call) => createCampaign(deps, call.body, call))
  serve(app, contract.saveCampaign, (call) => after(saveCampaign(db, call.params.code, call.body, call), call))
  serve(app, contract.dropCampaign, async (call) => {
    await dropCampaign(db, call.params.code, call)
    return {}
  })
  serve(app, contract.startCampaign, (call) => after(startCampaign(db, call.params.code, call), call))
  serve(app, contract.pauseCampaign, (call) => after(pauseCampaign(db, call.params.code, call), call))
  serve(app, contract.resumeCampaign, (call) => after(resumeCampaign(db, call.params.code, call), call))
  serve(app, contract.endCampaign, (call) => {
    const end = { why: 'by_hand', note: call.body.note } as const
    return after(endCampaign(db, call.params.code, end, call), call)
  })
  serve(app, contract.saveOutcome, (call) => after(saveOutcome(db, call.params.code, call.body.outcome, call), call))
  serve(app, contract.moveCampaignVersion, (call) => after(moveVersion(db, call.params.code, call.body, call), call))
}
