import type { Principal } from '@otklik/model/access'
import { checkQuestionnaire } from '@otklik/model/questionnaires'
import { step } from '@otklik/model/processes'
import { QUESTIONNAIRE_VERSION, type VersionEvent, type VersionState } from '@otklik/model/surveys'
import type { Questionnaire } from '@otklik/model/surveys/api'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { storable, tidy } from '../../platform/text.ts'
import { versionState } from '../problems.ts'
import { requireDraft } from './draft.ts'
import { holdOwn } from './find.ts'
import { readQuestionnaire } from './read.ts'

/** Freezes the draft. A check that finds errors keeps it from being published. */
export async function publishQuestionnaire(
  db: Db,
  code: string,
  revision: number,
  caller: Caller<Principal>,
): Promise<Questionnaire> {
  await db.transaction().execute(async (tx) => {
    const { id } = await holdOwn(tx, code, caller)
    const { version, state, document } = await requireDraft(tx, { id, code }, revision)
    const errors = checkQuestionnaire(document).problems.filter(({ level }) => level === 'error').length
    const to = requireMove('publish', state, { errors, reason: '' })
    await tx
      .updateTable('survey_versions')
      .set({ state: to, published_at: caller.at, published_by: displayName(caller.who) })
      .where('questionnaire_id', '=', id)
      .where('version', '=', version)
      .execute()
    const { who, from, at } = caller
    const told = { before: { state }, after: { state: to, version } }
    await recordAudit(tx, { who, what: 'questionnaire.published', subject: `questionnaire:${code}`, ...told, from, at })
  })
  return readQuestionnaire(db, code, caller.who)
}

/** Keeps a published version from new campaigns; those that ask it go on. */
export async function withdrawQuestionnaire(
  db: Db,
  { code, version }: { readonly code: string; readonly version: number },
  given: string,
  caller: Caller<Principal>,
): Promise<Questionnaire> {
  const reason = storable(given).trim()
  await db.transaction().execute(async (tx) => {
    const { id } = await holdOwn(tx, code, caller)
    const row = await tx
      .selectFrom('survey_versions')
      .select('state')
      .where('questionnaire_id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (row === undefined) throw problem(problems.notFound)
    const to = requireMove('withdraw', row.state, { errors: 0, reason: tidy(reason) })
    await tx
      .updateTable('survey_versions')
      .set({
        state: to,
        withdrawn_at: caller.at,
        withdrawn_by: displayName(caller.who),
        withdrawn_reason: reason,
      })
      .where('questionnaire_id', '=', id)
      .where('version', '=', version)
      .execute()
    const { who, from, at } = caller
    const told = { before: { state: row.state }, after: { state: to, version, reason } }
    await recordAudit(tx, { who, what: 'questionnaire.withdrawn', subject: `questionnaire:${code}`, ...told, from, at })
  })
  return readQuestionnaire(db, code, caller.who)
}

function requireMove(
  event: VersionEvent,
  state: VersionState,
  about: { errors: number; reason: string },
): VersionState {
  const outcome = step(QUESTIONNAIRE_VERSION, event, state, about)
  if ('to' in outcome) return outcome.to
  throw problem(versionState, outcome.message)
}
