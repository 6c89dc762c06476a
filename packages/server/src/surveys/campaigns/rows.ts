import type { CampaignRow } from '@otklik/model/surveys/api'
import { sql } from 'kysely'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { completionOf, NONE, numbersOf, openedOf } from '../counting/numbers.ts'

/** Campaigns (`c`) with their authorities (`a`), regions (`r`), questionnaires (`q`) and versions (`v`). */
export const campaigns = (db: Db) =>
  db
    .selectFrom('survey_campaigns as c')
    .innerJoin('register_authorities as a', 'a.id', 'c.authority_id')
    .leftJoin('register_regions as r', 'r.code', 'a.region')
    .innerJoin('survey_questionnaires as q', 'q.id', 'c.questionnaire_id')
    .innerJoin('survey_versions as v', (join) =>
      join.onRef('v.questionnaire_id', '=', 'c.questionnaire_id').onRef('v.version', '=', 'c.version'),
    )

/** What day and hour it is where the authority is. */
export const zone = sql<string>`coalesce(r.zone, r.default_zone, 'Europe/Moscow')`
export const todayAt = (at: Date) => sql<string>`to_char(${at}::timestamptz AT TIME ZONE ${zone}, 'YYYY-MM-DD')`

const title = sql<string>`coalesce(v.document -> 'title' ->> (v.document -> 'languages' ->> 0), q.title)`
const last = sql<string | null>`(
  SELECT day || 'T' || lpad(hour::text, 2, '0') FROM survey_responses
  WHERE campaign_id = c.id ORDER BY day DESC, hour DESC LIMIT 1)`

export const campaignRows = (db: Db, at: Date) =>
  campaigns(db)
    .select(['c.id', 'c.code', 'c.name', 'c.state', 'c.authority_id', 'a.name as authority'])
    .select(['q.code as questionnaire', 'c.version', title.as('title')])
    .select(['c.first_day', 'c.last_day', 'c.target', todayAt(at).as('today'), last.as('last')])

export type StoredCampaign = Awaited<ReturnType<ReturnType<typeof campaignRows>['execute']>>[number]

/** The rows with what has been counted of them. */
export async function shownRows(db: Db, ch: ClickHouse, rows: readonly StoredCampaign[]): Promise<CampaignRow[]> {
  const [numbers, opened] = await Promise.all([
    numbersOf(ch, rows),
    openedOf(
      db,
      rows.map(({ id }) => id),
    ),
  ])
  return rows.map((row) => {
    const counted = numbers.get(row.id) ?? NONE
    return {
      code: row.code,
      name: row.name,
      state: row.state,
      authority: { id: String(row.authority_id), name: row.authority },
      questionnaire: { code: row.questionnaire, version: row.version, title: row.title },
      from: row.first_day,
      to: row.last_day,
      target: row.target,
      n: counted.n,
      today: counted.today,
      completion: completionOf(counted, opened.get(row.id) ?? 0),
      last: row.last,
    }
  })
}
