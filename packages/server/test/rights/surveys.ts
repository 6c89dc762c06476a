import type { VersionState } from '@otklik/model/surveys'
import type { Db } from '../../src/platform/postgres/open.ts'
import type { Things } from './world.ts'

let planted = 0

const ACT = { saved_at: new Date('2026-06-01'), saved_by: 'Проба' }
const PUBLISHED = { published_at: new Date('2026-06-01'), published_by: 'Проба' }

const documentOf = (code: string, word: string, version: number) => ({
  format: 'otklik-questionnaire/1',
  code,
  version,
  title: { ru: `${word}ая анкета` },
  languages: ['ru'],
  pages: [
    {
      code: 'p1',
      questions: [{ code: 'q1', type: 'scale', min: 1, max: 5, measure: 'convenience', text: { ru: 'Удобно?' } }],
    },
  ],
})

/** A questionnaire of a part's authority that nobody knows yet; its versions are 1, 2, … in these states. */
export async function plantQuestionnaire(db: Db, { word, code: part, authority }: Things, ...states: VersionState[]) {
  const code = `${part}.q${++planted}`
  const title = `${word}ая анкета`
  const { id } = await db
    .insertInto('survey_questionnaires')
    .values({
      code,
      title,
      folded: `${code} ${title.toLowerCase()}`,
      authority_id: Number(authority),
      created_at: ACT.saved_at,
      created_by: 'Проба',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [at, state] of states.entries()) {
    const document = JSON.stringify(documentOf(code, word, at + 1))
    const version = { questionnaire_id: id, version: at + 1, state, document }
    await db
      .insertInto('survey_versions')
      .values({ ...version, ...ACT, ...(state !== 'draft' && PUBLISHED) })
      .execute()
  }
  return { id, code }
}
