import type { Reach } from '@otklik/model/access'
import type { Questionnaire as Document } from '@otklik/model/questionnaires'
import type { QuestionnaireRow } from '@otklik/model/surveys/api'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { reachesOwner } from '../within.ts'
import { titleOf } from './document.ts'
import { questionnaires } from './find.ts'

/** Stored questionnaires with what a row of the list says of them; `reach` counts the campaigns. */
export const storedRows = (db: Db, reach: Reach) =>
  questionnaires(db)
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('survey_versions as v')
          .select([
            sql<string[]>`v.document -> 'languages'`.as('languages'),
            sql<string | null>`v.document ->> 'source'`.as('source'),
            sql<boolean>`coalesce((v.document ->> 'draft')::boolean, false)`.as('project'),
            sql<number>`(SELECT coalesce(sum(json_array_length(p -> 'questions')), 0)::int
              FROM json_array_elements(v.document -> 'pages') AS p)`.as('questions'),
          ])
          .whereRef('v.questionnaire_id', '=', 'q.id')
          .orderBy('v.version', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .selectAll('latest')
    .select(['q.id', 'q.code', 'q.built_in', 'q.title', 'q.origin_code', 'q.origin_version', 'q.authority_id'])
    .select(['a.name as authority', 'a.region'])
    .select([numberOf('published').as('published'), numberOf('draft').as('inWork'), campaignsOf(reach).as('campaigns')])

export type StoredRow = Awaited<ReturnType<ReturnType<typeof storedRows>['execute']>>[number]

const numberOf = (state: 'published' | 'draft') =>
  sql<
    number | null
  >`(SELECT max(version) FROM survey_versions n WHERE n.questionnaire_id = q.id AND n.state = ${state})`

const campaignsOf = (reach: Reach) => sql<number>`(
  SELECT count(*)::int FROM survey_campaigns c JOIN register_authorities a ON a.id = c.authority_id
  WHERE c.questionnaire_id = q.id AND ${reachesOwner(reach)})`

export const storedRow = (row: StoredRow, mine: boolean): QuestionnaireRow => ({
  code: row.code,
  title: row.title,
  builtIn: row.built_in,
  draft: row.project,
  source: row.source,
  authority: row.authority_id === null ? null : { id: String(row.authority_id), name: row.authority ?? '' },
  origin: row.origin_code === null ? null : { code: row.origin_code, version: row.origin_version ?? 1 },
  languages: row.languages,
  questions: row.questions,
  published: row.published,
  inWork: row.inWork,
  campaigns: row.campaigns,
  mine,
})

export const builtInRow = (own: Document, campaigns: number): QuestionnaireRow => ({
  code: own.code,
  title: titleOf(own),
  builtIn: true,
  draft: own.draft ?? false,
  source: own.source ?? null,
  authority: null,
  origin: null,
  languages: [...own.languages],
  questions: own.pages.reduce((sum, { questions }) => sum + questions.length, 0),
  published: own.version ?? 1,
  inWork: null,
  campaigns,
  mine: false,
})
