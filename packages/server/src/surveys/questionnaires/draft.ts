import type { Principal } from '@otklik/model/access'
import type { Questionnaire } from '@otklik/model/surveys/api'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { fold, storable } from '../../platform/text.ts'
import { draftChanged, noDraft, noVersion } from '../problems.ts'
import { insertDraft } from './create.ts'
import { documentOf, titleOf } from './document.ts'
import { draftOf, type HeldQuestionnaire, holdOwn, lastPublished } from './find.ts'
import { readQuestionnaire } from './read.ts'

/** Begins the next version as the latest published one is; where one is in work already, nothing is changed. */
export async function beginDraft(db: Db, code: string, caller: Caller<Principal>): Promise<Questionnaire> {
  await db.transaction().execute(async (tx) => {
    const { id } = await holdOwn(tx, code, caller)
    if (await draftOf(tx, id)) return
    const last = await lastPublished(tx, id)
    if (last === undefined) throw problem(noVersion, code)
    const version = last.version + 1
    await insertDraft(tx, id, { ...last.document, version }, caller)
    await tell(tx, 'questionnaire.draft_begun', code, { version }, caller)
  })
  return readQuestionnaire(db, code, caller.who)
}

/** Saves the draft; refused where somebody else was faster. What its check finds is for the screen to tell. */
export async function saveDraft(
  db: Db,
  code: string,
  { revision, document: given }: { readonly revision: number; readonly document?: unknown },
  caller: Caller<Principal>,
): Promise<Questionnaire> {
  await db.transaction().execute(async (tx) => {
    const { id } = await holdOwn(tx, code, caller)
    const draft = await requireDraft(tx, { id, code }, revision)
    const document = documentOf(given, { code, version: draft.version })
    const title = titleOf(document)
    await tx
      .updateTable('survey_versions')
      .set({
        // PostgreSQL keeps no zero characters, and its JSON no half of a character.
        document: storable(JSON.stringify(document)),
        revision: revision + 1,
        saved_at: caller.at,
        saved_by: displayName(caller.who),
      })
      .where('questionnaire_id', '=', id)
      .where('version', '=', draft.version)
      .execute()
    await tx
      .updateTable('survey_questionnaires')
      .set({ title, folded: fold(`${code} ${title}`) })
      .where('id', '=', id)
      .execute()
    await tell(tx, 'questionnaire.draft_saved', code, { version: draft.version, revision: revision + 1 }, caller)
  })
  return readQuestionnaire(db, code, caller.who)
}

/** Deletes the draft; a questionnaire that has no other version goes with it. */
export async function dropDraft(db: Db, code: string, caller: Caller): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { id } = await holdOwn(tx, code, caller)
    const draft = await draftOf(tx, id)
    if (draft === undefined) throw problem(noDraft, code)
    await tx
      .deleteFrom('survey_versions')
      .where('questionnaire_id', '=', id)
      .where('version', '=', draft.version)
      .execute()
    const last = await lastPublished(tx, id)
    if (last === undefined) await tx.deleteFrom('survey_questionnaires').where('id', '=', id).execute()
    else
      await tx
        .updateTable('survey_questionnaires')
        .set({ title: titleOf(last.document) })
        .where('id', '=', id)
        .execute()
    await tell(tx, 'questionnaire.draft_dropped', code, { version: draft.version }, caller)
  })
}

/** The draft as the caller has seen it. */
export async function requireDraft(tx: Tx, { id, code }: Pick<HeldQuestionnaire, 'id' | 'code'>, revision: number) {
  const draft = await draftOf(tx, id)
  if (draft === undefined) throw problem(noDraft, code)
  if (draft.revision !== revision) throw problem(draftChanged)
  return draft
}

type DraftEvent = 'questionnaire.draft_begun' | 'questionnaire.draft_saved' | 'questionnaire.draft_dropped'

const tell = (tx: Tx, what: DraftEvent, code: string, after: object, { who, from, at }: Caller): Promise<void> =>
  recordAudit(tx, { who, what, subject: `questionnaire:${code}`, after, from, at })
