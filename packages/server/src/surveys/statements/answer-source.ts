import { type Prepared, prepare } from '@otklik/model/questionnaires'
import { CHANNELS } from '@otklik/model/surveys'
import type { SourceText, StatementSource } from '../../change/index.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { type AnsweredSet, openAnswersOf, ratingOf } from './texts-of.ts'

interface SourceDeps {
  readonly db: Db
  readonly cipher: Cipher
}

/**
 * Open answers of surveys as statements; a day of a campaign is a batch. Answers about no service, screened out or left out by a
 * reviewer are not among them. A text goes by a keyed hash: no number of a response leaves the surveys.
 */
export const answerSource = (deps: SourceDeps): StatementSource => ({
  source: 'answer',
  batches: async () => {
    const rows = await told(deps.db)
      .select(['r.campaign_id', 'r.day'])
      .select(({ fn }) => fn.countAll<number>().as('statements'))
      .groupBy(['r.campaign_id', 'r.day'])
      .execute()
    return rows.map(({ campaign_id, day, statements }) => ({ batch: `${campaign_id} ${day}`, statements }))
  },
  read: (batches) => readAll(deps, batches),
})

const told = (db: Db) =>
  db
    .selectFrom('survey_responses as r')
    .where('r.outcome', '=', 'complete')
    .where('r.excluded', '=', false)
    .where('r.service_id', 'is not', null)

const rowsOf = (db: Db, campaign: number, day: string) =>
  told(db)
    .innerJoin('survey_campaigns as c', 'c.id', 'r.campaign_id')
    .leftJoin('survey_links as l', 'l.id', 'r.link_id')
    .select(['r.id', 'r.version', 'c.questionnaire_id', 'r.service_id', 'r.channel', 'r.language', 'r.day'])
    .select(['r.answers', 'r.other', 'l.code as link', 'l.service_id as link_service', 'l.office_id as link_office'])
    .where('r.campaign_id', '=', campaign)
    .where('r.day', '=', day)
    .orderBy('r.id')

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

async function* readAll({ db, cipher }: SourceDeps, batches: readonly string[]) {
  const forms = preparedForms(db)
  for (const batch of batches) {
    const [campaign = '', day = ''] = batch.split(' ')
    const rows = await rowsOf(db, Number(campaign), day).execute()
    const texts: SourceText[] = []
    for (const row of rows) texts.push(...textsOf(row, await forms(row), cipher))
    yield { batch, texts }
  }
}

function textsOf(row: Row, prepared: Prepared, cipher: Cipher): SourceText[] {
  const { id, service_id, channel, day, answers } = row
  if (service_id === null) return []
  const rating = ratingOf(prepared, { answers })
  return openAnswersOf(prepared, answeredSet(row)).map(({ question, text }) => ({
    key: cipher.mac('surveys.statement', `${id} ${question}`),
    process: service_id,
    channel: CHANNELS[channel],
    day,
    text,
    rating,
    request: null,
  }))
}

const answeredSet = ({ answers, other, channel, language, link, link_service, link_office }: Row): AnsweredSet => ({
  answers,
  other,
  attributes: {
    channel,
    language,
    ...(link !== null && { link }),
    ...(link_service !== null && { service: link_service }),
    ...(link_office !== null && { office: String(link_office) }),
  },
})

/** The forms that were answered, each prepared once. */
function preparedForms(db: Db) {
  const known = new Map<string, Promise<Prepared>>()
  return ({ questionnaire_id, version }: Pick<Row, 'questionnaire_id' | 'version'>): Promise<Prepared> => {
    const key = `${questionnaire_id}:${version}`
    const found = known.get(key) ?? readForm(db, questionnaire_id, version)
    known.set(key, found)
    return found
  }
}

async function readForm(db: Db, questionnaireId: number, version: number): Promise<Prepared> {
  const { document } = await db
    .selectFrom('survey_versions')
    .select('document')
    .where('questionnaire_id', '=', questionnaireId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return prepare(document)
}
