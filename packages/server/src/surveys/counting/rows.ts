import type { ResultPlan } from '@otklik/model/questionnaires/results'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { cellsOf, planOf } from './cells.ts'

/** Responses with what counting needs of them. */
export const countedResponses = (db: Db) =>
  db
    .selectFrom('survey_responses as r')
    .innerJoin('survey_campaigns as c', 'c.id', 'r.campaign_id')
    .leftJoin('survey_links as l', 'l.id', 'r.link_id')
    .select(['r.id', 'r.campaign_id', 'c.questionnaire_id', 'r.version', 'r.link_id', 'l.code as link', 'r.service_id'])
    .select([
      'l.service_id as link_service',
      'l.office_id as link_office',
      'r.office_id',
      'r.channel',
      'r.language',
      'r.day',
      'r.answers',
      'r.other',
      'r.excluded',
    ])

export type CountedResponse = Awaited<ReturnType<ReturnType<typeof countedResponses>['execute']>>[number]

/** How the answers of a version are counted. */
export type Plans = (questionnaireId: number, version: number) => ResultPlan

/** The plans of all versions that these responses answer. */
export async function plansFor(db: Db, responses: readonly CountedResponse[]): Promise<Plans> {
  const asked = new Map(responses.map((row) => [keyOf(row.questionnaire_id, row.version), row]))
  const pairs = [...asked.values()].map((row) => sql`(${row.questionnaire_id}::int, ${row.version}::int)`)
  if (pairs.length === 0) return () => never()
  const rows = await db
    .selectFrom('survey_versions')
    .select(['questionnaire_id', 'version', 'document'])
    .where(sql<boolean>`(questionnaire_id, version) IN (${sql.join(pairs)})`)
    .execute()
  const plans = new Map(rows.map((row) => [keyOf(row.questionnaire_id, row.version), planOf(row.document)]))
  return (questionnaireId, version) => plans.get(keyOf(questionnaireId, version)) ?? never()
}

const keyOf = (questionnaireId: number, version: number): string => `${questionnaireId}:${version}`
function never(): never {
  throw new Error('a response answers a version that is not there')
}

/** Rows of `survey_sets` as lines of JSON. */
export function linesOf(responses: readonly CountedResponse[], plans: Plans): Buffer {
  const lines = responses.map((row) =>
    JSON.stringify({
      campaign: row.campaign_id,
      version: row.version,
      day: row.day,
      link: row.link_id ?? 0,
      service: row.service_id ?? '',
      office: row.office_id ?? 0,
      channel: row.channel,
      language: row.language,
      cells: cellsOf(plans(row.questionnaire_id, row.version), { ...row, attributes: attributesOf(row) }),
    }),
  )
  return Buffer.from(`${lines.join('\n')}\n`, 'utf8')
}

/** What the pages knew: of a service that was told by the respondent they knew nothing before. */
function attributesOf({ channel, language, link, link_service, link_office }: CountedResponse): Record<string, string> {
  return {
    channel,
    language,
    ...(link !== null && { link }),
    ...(link_service !== null && { service: link_service }),
    ...(link_office !== null && { office: String(link_office) }),
  }
}
