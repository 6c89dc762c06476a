import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { Db } from '../../platform/postgres/open.ts'

/** How many answered a campaign. */
export interface Numbers {
  readonly n: number
  readonly today: number
  readonly screened: number
}
export const NONE: Numbers = { n: 0, today: 0, screened: 0 }

/** A campaign and the day that it is where its authority is. */
export interface Dated {
  readonly id: number
  readonly today: string
}

/** Answers counted so far, by campaign; campaigns without any are not in it. */
export async function numbersOf(ch: ClickHouse, campaigns: readonly Dated[]): Promise<ReadonlyMap<number, Numbers>> {
  if (campaigns.length === 0) return new Map()
  const rows = await ch.query<Numbers & { campaign: number }>(
    `SELECT campaign, ${counted('true')} AS n, sumIf(answers, key = 'screened') AS screened,
       ${counted("day = transform(campaign, {ids:Array(UInt32)}, {days:Array(Date)}, toDate('1970-01-01'))")} AS today
     FROM (SELECT campaign, key, day, sum(n) AS answers FROM survey_tally
       WHERE item = '#sets' AND campaign IN {ids:Array(UInt32)} GROUP BY campaign, key, day)
     GROUP BY campaign`,
    { ids: campaigns.map(({ id }) => id), days: campaigns.map(({ today }) => today) },
  )
  return new Map(rows.map(({ campaign, ...numbers }) => [campaign, numbers]))
}

/** Answers that were given to the end, whether a reviewer left them out or not. */
const counted = (condition: string): string => `sumIf(answers, key != 'screened' AND ${condition})`

export interface Part {
  readonly n: number
  readonly today: number
}

/** Answers by the number of their link; 0: of the address without one. */
export async function answersByLink(ch: ClickHouse, campaignId: number, today = '1970-01-01') {
  const rows = await ch.query<Part & { link: number }>(
    `SELECT link, ${counted('true')} AS n, ${counted('day = {today:Date}')} AS today
     FROM (SELECT link, key, day, sum(n) AS answers FROM survey_tally
       WHERE item = '#sets' AND campaign = {id:UInt32} GROUP BY link, key, day)
     GROUP BY link`,
    { id: campaignId, today },
  )
  return new Map(rows.map(({ link, ...part }) => [link, part]))
}

/** How often the first page of the questionnaire was opened, by campaign. */
export async function openedOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('survey_page_counts')
    .select(['campaign_id', (eb) => eb.fn.sum<number>('shown').as('opened')])
    .where('campaign_id', 'in', [...ids])
    .where('page', '=', FIRST_PAGE)
    .groupBy('campaign_id')
    .execute()
  return new Map(rows.map(({ campaign_id, opened }) => [campaign_id, Number(opened)]))
}

/** Whatever page it was that a respondent saw first. No page of a questionnaire has this code. */
export const FIRST_PAGE = '#first'

/** Percent of those who opened the first page that got to the end; null: nobody has opened it. */
export const completionOf = ({ n, screened }: Numbers, opened: number): number | null =>
  opened === 0 ? null : Math.min(100, Math.round(((n + screened) / opened) * 1e4) / 100)
