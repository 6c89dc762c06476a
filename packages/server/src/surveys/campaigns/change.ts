import type { Principal } from '@otklik/model/access'
import type { Text } from '@otklik/model/questionnaires'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { campaignChanged, campaignState } from '../problems.ts'
import { jsonOf, storedVersion } from './fields.ts'
import { frozenLists } from './freeze.ts'
import { holdCampaign, holdFor } from './step.ts'

/** Deletes a campaign that never began, with its links. */
export async function dropCampaign(db: Db, code: string, caller: Caller<Principal>): Promise<void> {
  const { who, from, at } = caller
  await db.transaction().execute(async (tx) => {
    const { id, state, name } = await holdCampaign(tx, code, caller)
    if (state !== 'draft') throw problem(campaignState, 'Кампания уже начата: её можно завершить, но не удалить.')
    await tx.deleteFrom('survey_campaigns').where('id', '=', id).execute()
    const told = { before: { name } }
    await recordAudit(tx, { who, what: 'campaign.dropped', subject: `campaign:${code}`, ...told, from, at })
  })
}

/** What came of it, for the pages of a campaign that is over; null takes the words away. */
export async function saveOutcome(
  db: Db,
  code: string,
  outcome: Text | null,
  caller: Caller<Principal>,
): Promise<void> {
  const { who, from, at } = caller
  await db.transaction().execute(async (tx) => {
    const row = await holdCampaign(tx, code, caller)
    await tx
      .updateTable('survey_campaigns')
      .set({ outcome: outcome === null ? null : jsonOf(outcome), revision: row.revision + 1 })
      .where('id', '=', row.id)
      .execute()
    const told = { before: { outcome: row.outcome }, after: { outcome } }
    await recordAudit(tx, { who, what: 'campaign.outcome_saved', subject: `campaign:${code}`, ...told, from, at })
  })
}

/** From now on a newer published version is asked; answers keep the version they were given to. */
export async function moveVersion(
  db: Db,
  code: string,
  { revision, version }: { readonly revision: number; readonly version: number },
  caller: Caller<Principal>,
): Promise<void> {
  const { who, from, at } = caller
  await db.transaction().execute(async (tx) => {
    const row = await holdFor(tx, code, 'edit', caller)
    if (row.revision !== revision) throw problem(campaignChanged)
    if (version <= row.version) throw badField('version', `Кампания уже идёт по редакции ${row.version}.`)
    const asked = await storedVersion(tx, row.questionnaire_id, version)
    if (asked.state !== 'published') throw badField('version', `Редакция ${version} отозвана. Выберите другую.`)
    const missing = row.languages.find((language) => !asked.document.languages.includes(language))
    if (missing !== undefined) throw badField('version', `В редакции ${version} нет языка кампании «${missing}».`)
    const frozen = row.frozen === null ? null : jsonOf(await frozenLists(tx, asked.document, row))
    await tx
      .updateTable('survey_campaigns')
      .set({ version, frozen, revision: revision + 1 })
      .where('id', '=', row.id)
      .execute()
    await tx
      .insertInto('survey_campaign_versions')
      .values({ campaign_id: row.id, version, since: at, by: displayName(who) })
      .execute()
    const told = { before: { version: row.version }, after: { version } }
    await recordAudit(tx, { who, what: 'campaign.version_moved', subject: `campaign:${code}`, ...told, from, at })
  })
}
