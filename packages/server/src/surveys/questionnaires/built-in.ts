import { findBuiltIn, type Questionnaire } from '@otklik/model/questionnaires'
import { SYSTEM } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { fold } from '../../platform/text.ts'
import { titleOf } from './document.ts'

export interface StoredVersion {
  readonly questionnaireId: number
  readonly version: number
}

/** Puts the version of a built-in questionnaire that this program knows among the stored ones, for campaigns to ask it. */
export async function storeBuiltIn(tx: Tx, code: string, at: Date): Promise<StoredVersion | undefined> {
  const document = findBuiltIn(code)
  if (document === undefined) return undefined
  const version = document.version ?? 1
  const title = titleOf(document)
  await tx
    .insertInto('survey_questionnaires')
    .values({ code, built_in: true, title, folded: fold(`${code} ${title}`), created_at: at, created_by: SYSTEM })
    .onConflict((clash) => clash.column('code').doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('survey_questionnaires')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('survey_versions')
    .values(published(id, document, version, at))
    .onConflict((clash) => clash.doNothing())
    .execute()
  return { questionnaireId: id, version }
}

const published = (questionnaire_id: number, document: Questionnaire, version: number, at: Date) => ({
  questionnaire_id,
  version,
  state: 'published' as const,
  document: JSON.stringify(document),
  saved_at: at,
  saved_by: SYSTEM,
  published_at: at,
  published_by: SYSTEM,
})
