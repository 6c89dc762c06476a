import { type Principal, reachOf } from '@otklik/model/access'
import type { QueryOf } from '@otklik/model/api'
import type { Questionnaire } from '@otklik/model/questionnaires'
import type { listAnswers as route, SurveyAnswer } from '@otklik/model/surveys/api'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Page, rangeOf } from '../../platform/list.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { type FoundCampaign, findCampaign } from '../campaigns/read.ts'
import { responseRows, responses, shownAnswers } from './rows.ts'

type Asked = QueryOf<typeof route>

/** Single answers, the latest hours first; within an hour in no order that says who came when. */
export async function listAnswers(
  db: Db,
  code: string,
  asked: Asked,
  who: Principal,
  at: Date,
): Promise<Page<SurveyAnswer>> {
  const campaign = await findCampaign(db, code, reachOf(who), at)
  const condition = conditionOf(asked)
  const { limit, offset } = rangeOf(asked)
  const [{ total }, rows, documents] = await Promise.all([
    responses(db, campaign.id)
      .where(condition)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    responseRows(db, campaign.id)
      .where(condition)
      .orderBy('r.day', 'desc')
      .orderBy('r.hour', 'desc')
      .orderBy('r.id')
      .limit(limit)
      .offset(offset)
      .execute(),
    documentsOf(db, campaign),
  ])
  return { total, rows: await shownAnswers(db, rows, documents) }
}

export async function readAnswer(
  db: Db,
  { code, id }: { readonly code: string; readonly id: string },
  who: Principal,
  at: Date,
): Promise<SurveyAnswer> {
  const campaign = await findCampaign(db, code, reachOf(who), at)
  const rows = await responseRows(db, campaign.id).where('r.id', '=', id).execute()
  const [answer] = await shownAnswers(db, rows, await documentsOf(db, campaign))
  if (answer === undefined) throw problem(problems.notFound)
  return answer
}

async function documentsOf(db: Db, { questionnaire_id }: FoundCampaign): Promise<ReadonlyMap<number, Questionnaire>> {
  const rows = await db
    .selectFrom('survey_versions')
    .select(['version', 'document'])
    .where('questionnaire_id', '=', questionnaire_id)
    .execute()
  return new Map(rows.map(({ version, document }) => [version, document]))
}

function conditionOf(asked: Asked): RawBuilder<SqlBool> {
  const equal = (column: string, value: string | number | undefined) =>
    value === undefined ? sql`true` : sql`${sql.ref(column)}::text = ${String(value)}`
  const { find = '', from, to } = asked
  return sql<SqlBool>`${equal('r.version', asked.version)} AND ${equal('r.service_id', asked.service)}
    AND ${equal('r.office_id', asked.office)} AND ${equal('r.channel', asked.channel)} AND ${equal('l.code', asked.link)}
    AND (${from ?? null}::text IS NULL OR r.day >= ${from ?? null}) AND (${to ?? null}::text IS NULL OR r.day <= ${to ?? null})
    AND (${find.trim()} = '' OR survey_words(r.answers, r.other)
      @@ websearch_to_tsquery('russian', ${find}))
    AND ${answered(asked)}`
}

/** Those who answered a question or a row of a matrix, with this value where one is asked for. */
function answered({ question, value }: Asked): RawBuilder<SqlBool> {
  if (question === undefined) return sql<SqlBool>`true`
  const dot = question.indexOf('.')
  const [code, row] = dot < 0 ? [question, null] : [question.slice(0, dot), question.slice(dot + 1)]
  const given = row === null ? sql`r.answers -> ${code}` : sql`r.answers -> ${code} -> ${row}`
  if (value === undefined) return sql<SqlBool>`${given} IS NOT NULL`
  return sql<SqlBool>`coalesce((${given})::jsonb @> to_jsonb(${value}::text) OR (${given}) #>> '{}' = ${value}, false)`
}
