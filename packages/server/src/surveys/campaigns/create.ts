import { randomBytes } from 'node:crypto'
import type { Principal } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import { readableCode, RESERVED_CODES } from '@otklik/model/surveys'
import type { Campaign, createCampaign as route } from '@otklik/model/surveys/api'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { campaignCodeTaken } from '../problems.ts'
import { askedVersion, checkedFields } from './fields.ts'
import { placeQuotas } from '../quotas/save.ts'
import { type ReadDeps, readCampaign } from './read.ts'
import { requireStep } from './step.ts'

const CODE_SIGNS = 6

/** A campaign over a published version; nobody sees its pages before it is started. */
export async function createCampaign(
  deps: ReadDeps,
  { code: wanted, ...fields }: BodyOf<typeof route>,
  caller: Caller<Principal>,
): Promise<Campaign> {
  const { who, from, at } = caller
  if (wanted !== undefined && RESERVED_CODES.includes(wanted)) throw badField('code', 'Этот код занят программой.')
  const code = wanted ?? readableCode(randomBytes(CODE_SIGNS))
  await deps.db.transaction().execute(async (tx) => {
    const asked = await askedVersion(tx, fields.questionnaire, who, at)
    const values = await checkedFields(tx, fields, asked, who)
    const about = { today: '', to: null, responses: 0, target: null, versionHolds: asked.state === 'published' }
    const state = requireStep('create', null, about)
    const id = await insert(tx, { ...values, code, state }, caller)
    await placeQuotas(tx, id, fields)
    const after = { code, name: values.name, questionnaire: fields.questionnaire, state }
    await recordAudit(tx, { who, what: 'campaign.created', subject: `campaign:${code}`, after, from, at })
  })
  return readCampaign(deps, code, who, at)
}

type Values = Awaited<ReturnType<typeof checkedFields>> & { readonly code: string; readonly state: 'draft' }

async function insert(tx: Tx, values: Omit<Values, 'state'> & { state: string }, { who, at }: Caller): Promise<number> {
  const by = displayName(who)
  const made = await tx
    .insertInto('survey_campaigns')
    .values({ ...values, state: 'draft', created_at: at, created_by: by })
    .onConflict((clash) => clash.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) throw problem(campaignCodeTaken, values.code)
  await tx
    .insertInto('survey_campaign_versions')
    .values({ campaign_id: made.id, version: values.version, since: at, by })
    .execute()
  return made.id
}
