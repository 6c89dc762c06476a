import type { Principal } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import type { saveCampaign as route, CampaignFields } from '@otklik/model/surveys/api'
import { type Caller, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { campaignChanged } from '../problems.ts'
import { placeQuotas, resizeQuotas } from '../quotas/save.ts'
import { askedVersion, checkedFields } from './fields.ts'
import { type HeldCampaign, holdFor } from './step.ts'

/** Changes a campaign; once it has begun, authority, questionnaire and what its quotas are about stay. */
export async function saveCampaign(
  db: Db,
  code: string,
  { revision, ...fields }: BodyOf<typeof route>,
  caller: Caller<Principal>,
): Promise<void> {
  const { who, from, at } = caller
  await db.transaction().execute(async (tx) => {
    const row = await holdFor(tx, code, 'edit', caller)
    if (row.revision !== revision) throw problem(campaignChanged)
    const begun = row.state !== 'draft'
    if (begun) requireSame(row, fields)
    const asked = await askedVersion(tx, fields.questionnaire, who, at)
    const values = await checkedFields(tx, fields, asked, who)
    if (begun) await resizeQuotas(tx, row.id, fields)
    else await placeQuotas(tx, row.id, fields)
    await tx
      .updateTable('survey_campaigns')
      .set({ ...values, revision: revision + 1 })
      .where('id', '=', row.id)
      .execute()
    if (!begun) await askFirst(tx, row, asked.version)
    const told = { before: shortOf(row), after: { ...shortOf(values), revision: revision + 1 } }
    await recordAudit(tx, { who, what: 'campaign.saved', subject: `campaign:${code}`, ...told, from, at })
  })
}

function requireSame(row: HeldCampaign, { authority, questionnaire }: CampaignFields): void {
  const begun = 'Кампания уже начата:'
  if (authority !== String(row.authority_id)) throw badField('authority', `${begun} её орган не меняется.`)
  if (questionnaire.code !== row.questionnaire) throw badField('questionnaire.code', `${begun} её анкета не меняется.`)
  if (questionnaire.version !== row.version)
    throw badField('questionnaire.version', `${begun} на новую редакцию её переводят отдельным действием.`)
}

/** What a draft is to ask is the only version that it has asked. */
async function askFirst(tx: Tx, { id, created_at, created_by }: HeldCampaign, version: number): Promise<void> {
  await tx.deleteFrom('survey_campaign_versions').where('campaign_id', '=', id).execute()
  await tx
    .insertInto('survey_campaign_versions')
    .values({ campaign_id: id, version, since: created_at, by: created_by })
    .execute()
}

const shortOf = ({
  name,
  first_day,
  last_day,
  target,
}: Pick<HeldCampaign, 'name' | 'first_day' | 'last_day' | 'target'>) => ({
  name,
  from: first_day,
  to: last_day,
  target,
})
