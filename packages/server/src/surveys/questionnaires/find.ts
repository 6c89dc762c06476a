import type { Reach } from '@otklik/model/access'
import { findBuiltIn } from '@otklik/model/questionnaires'
import { reachOfActor, type Caller } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { builtInCode, notYours } from '../problems.ts'
import { isOwn, seenQuestionnaire } from '../within.ts'

/** Questionnaires (`q`) with their authorities (`a`). */
export const questionnaires = (db: Db) =>
  db.selectFrom('survey_questionnaires as q').leftJoin('register_authorities as a', 'a.id', 'q.authority_id')

const columns = ['q.id', 'q.code', 'q.built_in', 'q.authority_id', 'a.name as authority', 'a.region'] as const

/** A stored questionnaire by its code, if it is there for a caller. */
export const findQuestionnaire = (db: Db, code: string, reach: Reach) =>
  questionnaires(db).select(columns).where('q.code', '=', code).where(seenQuestionnaire(reach)).executeTakeFirst()

/** The questionnaire, held until the end of the transaction; refuses one that is not the caller's to change. */
export async function holdOwn(tx: Tx, code: string, { who }: Caller) {
  const reach = reachOfActor(who)
  const found = await questionnaires(tx)
    .select(columns)
    .where('q.code', '=', code)
    .where(seenQuestionnaire(reach))
    .forUpdate('q')
    .executeTakeFirst()
  if (found?.built_in || findBuiltIn(code)) throw problem(builtInCode, code)
  if (found === undefined) throw problem(problems.notFound)
  const authority = found.authority === null ? null : { name: found.authority, region: found.region }
  if (!isOwn(reach, authority)) throw problem(notYours)
  return found
}
export type HeldQuestionnaire = Awaited<ReturnType<typeof holdOwn>>

export interface VersionRow {
  readonly version: number
  readonly state: 'draft' | 'published' | 'withdrawn'
}

/** The version in work of a questionnaire that is held. */
export const draftOf = (tx: Tx, questionnaireId: number) =>
  tx
    .selectFrom('survey_versions')
    .select(['questionnaire_id', 'version', 'state', 'revision', 'document'])
    .where('questionnaire_id', '=', questionnaireId)
    .where('state', '=', 'draft')
    .executeTakeFirst()

/** The latest version that was published, withdrawn or not: the one that series go on from. */
export const lastPublished = (db: Db, questionnaireId: number, before?: number) =>
  db
    .selectFrom('survey_versions')
    .select(['version', 'state', 'document'])
    .where('questionnaire_id', '=', questionnaireId)
    .where('state', '!=', 'draft')
    .$if(before !== undefined, (query) => query.where('version', '<', before ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
