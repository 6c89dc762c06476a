import { randomUUID } from 'node:crypto'
import type { CampaignState, VersionState } from '@otklik/model/surveys'
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

const LEGAL = { asks: null, recorded: null, kept: null, appeals: null }
const BEGUN = { started_at: ACT.saved_at, started_by: 'Проба', frozen: '{}' }
const TWO: readonly VersionState[] = ['published', 'published']

/** A campaign of a part's authority in this state, with an open link, and one answer if it has begun. */
export async function plantCampaign(db: Db, things: Things, state: CampaignState) {
  const questionnaire = await plantQuestionnaire(db, things, ...TWO)
  const code = `${things.code}-${planted}`
  const { id } = await db
    .insertInto('survey_campaigns')
    .values({
      code,
      name: `${things.word}ий опрос`,
      folded: `${things.word.toLowerCase()}ий опрос`,
      state,
      authority_id: Number(things.authority),
      questionnaire_id: questionnaire.id,
      version: 1,
      services: [],
      offices: [],
      languages: ['ru'],
      frames: [],
      parameters: '{}',
      lists: '{}',
      legal: JSON.stringify(LEGAL),
      created_at: ACT.saved_at,
      created_by: 'Проба',
      ...(state !== 'draft' && BEGUN),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const asked = { campaign_id: id, version: 1, since: ACT.saved_at, by: 'Проба' }
  await db.insertInto('survey_campaign_versions').values(asked).execute()
  const place = { campaign_id: id, quota: 0, shard: 0, size: 100 }
  await db.insertInto('survey_places').values(place).execute()
  const link = await plantLink(db, id, things)
  // Nobody has answered a draft.
  const answer = state === 'draft' ? '' : await plantAnswer(db, id)
  const feedback = state === 'draft' ? '' : await plantFeedback(db, id, things)
  return { code, link, questionnaire: questionnaire.code, answer, feedback }
}

async function plantLink(db: Db, campaign_id: number, { service, office }: Things): Promise<string> {
  const row = { campaign_id, code: 'abc123', service_id: service, office_id: Number(office), channel: 'qr' } as const
  await db.insertInto('survey_links').values(row).execute()
  return row.code
}

async function plantAnswer(db: Db, campaign_id: number): Promise<string> {
  const answer = { campaign_id, version: 1, channel: 'open', language: 'ru', day: '2026-06-02', hour: 9 } as const
  const given = { id: randomUUID(), outcome: 'complete', answers: '{"q1":5}', other: '{}' } as const
  await db
    .insertInto('survey_responses')
    .values({ ...answer, ...given })
    .execute()
  return given.id
}

/** A feedback that awaits an answer. */
async function plantFeedback(db: Db, campaign_id: number, { word }: Things): Promise<string> {
  const id = randomUUID()
  const words = `${word}ое ожидание`
  await db
    .insertInto('survey_feedback')
    .values({
      id,
      campaign_id,
      received: '2026-06-02',
      due: '2026-07-02',
      state: 'received',
      words,
      folded: words.toLowerCase(),
    })
    .execute()
  return id
}

export async function answerFeedback(db: Db, id: string, isPublished: boolean): Promise<void> {
  const published = { published_said: 'Долго ждать', published_by: 'Проба', published_at: ACT.saved_at }
  await db
    .updateTable('survey_feedback')
    .set({ state: 'done', closed: '2026-06-03', ...(isPublished && published) })
    .where('id', '=', id)
    .execute()
}

/** As sealed by the world's own key. */
export async function leaveContact(db: Db, id: string, contact_sealed: string): Promise<void> {
  const consent = { consent: 'feedback/1', consented: '2026-06-02' }
  await db
    .updateTable('survey_feedback')
    .set({ contact_sealed, ...consent })
    .where('id', '=', id)
    .execute()
}
