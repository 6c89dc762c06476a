import { type Principal, reachOf } from '@otklik/model/access'
import type { Questionnaire } from '@otklik/model/questionnaires'
import type { Channel } from '@otklik/model/surveys'
import type { CampaignLive } from '@otklik/model/surveys/api'
import { sql } from 'kysely'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { type FoundCampaign, findCampaign } from '../campaigns/read.ts'
import { answersByLink, completionOf, NONE, numbersOf, openedOf, type Part } from '../counting/numbers.ts'
import type { SurveysDeps } from '../deps.ts'
import { linkRows, officeOf, serviceOf } from '../links/rows.ts'
import { askedDocument } from '../open-campaign.ts'
import { placesOf } from '../quotas/places.ts'
import { quotasOf } from '../quotas/save.ts'

type Live = Pick<SurveysDeps, 'db' | 'ch'>

/** How a campaign goes: what was counted a moment ago, and places of quotas as they are now. */
export async function readLive({ db, ch }: Live, code: string, who: Principal, at: Date): Promise<CampaignLive> {
  const found = await findCampaign(db, code, reachOf(who), at)
  const { id, today, target } = found
  const [numbers, opened, medianMinutes, days, channels, links, pages, quotas] = await Promise.all([
    numbersOf(ch, [found]),
    openedOf(db, [id]),
    medianOf(db, id),
    daysOf(ch, id),
    channelsOf(ch, id, today),
    busiestLinks(db, ch, found),
    pagesOf(db, found),
    takenQuotas(db, id),
  ])
  const { n, today: answeredToday, screened } = numbers.get(id) ?? NONE
  const first = opened.get(id) ?? 0
  return {
    n,
    today: answeredToday,
    screened,
    opened: first,
    completion: completionOf({ n, today: answeredToday, screened }, first),
    medianMinutes,
    target,
    days,
    channels,
    links,
    pages,
    quotas,
  }
}

const LATEST = 10_000

/** How long half of the latest took, in minutes with a tenth. */
async function medianOf(db: Db, campaignId: number): Promise<number | null> {
  const found = await sql<{ median: number | null }>`
    SELECT round((percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) / 60)::numeric, 1)::float8 AS median
    FROM (SELECT seconds FROM survey_traces WHERE campaign_id = ${campaignId}
      ORDER BY finished_at DESC LIMIT ${LATEST}) AS latest`.execute(db)
  return found.rows[0]?.median ?? null
}

const ANSWERED = `SELECT day, channel, sum(n) AS answers FROM survey_tally
  WHERE item = '#sets' AND key != 'screened' AND campaign = {id:UInt32} GROUP BY day, channel`

/** Days without answers stand among the others. */
const daysOf = (ch: ClickHouse, id: number): Promise<CampaignLive['days']> =>
  ch.query(
    `SELECT day, sum(answers) AS n FROM (${ANSWERED}) GROUP BY day HAVING n > 0 ORDER BY day WITH FILL STEP INTERVAL 1 DAY`,
    { id },
  )

const channelsOf = (ch: ClickHouse, id: number, today: string): Promise<(Part & { channel: Channel })[]> =>
  ch.query(
    `SELECT channel, sum(answers) AS n, sumIf(answers, day = {today:Date}) AS today FROM (${ANSWERED})
     GROUP BY channel HAVING n > 0 ORDER BY n DESC, channel`,
    { id, today },
  )

const MOST_LINKS = 100

async function busiestLinks(db: Db, ch: ClickHouse, { id, today }: FoundCampaign): Promise<CampaignLive['links']> {
  const counts = await answersByLink(ch, id, today)
  counts.delete(0)
  const busiest = [...counts].toSorted(([a, one], [b, other]) => other.n - one.n || a - b).slice(0, MOST_LINKS)
  if (busiest.length === 0) return []
  const numbers = busiest.map(([link]) => link)
  const rows = await linkRows(db, id).where('l.id', 'in', numbers).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return busiest.flatMap(([link, part]) => {
    const row = byId.get(link)
    if (row === undefined) return []
    return [{ code: row.code, service: serviceOf(row), office: officeOf(row), channel: row.channel, ...part }]
  })
}

/** Pages of the version asked now. */
async function pagesOf(db: Db, { id, questionnaire_id, version }: FoundCampaign): Promise<CampaignLive['pages']> {
  const [document, rows] = await Promise.all([
    askedDocument(db, questionnaire_id, version),
    db
      .selectFrom('survey_page_counts')
      .select(['page', sql<number>`shown::int`.as('shown'), sql<number>`passed::int`.as('passed')])
      .where('campaign_id', '=', id)
      .where('version', '=', version)
      .execute(),
  ])
  const counts = new Map(rows.map((row) => [row.page, row]))
  return (document?.pages ?? []).map((page) => {
    const { shown = 0, passed = 0 } = counts.get(page.code) ?? {}
    return { page: page.code, title: titleOf(page, document), shown, passed, left: Math.max(0, shown - passed) }
  })
}

function titleOf({ title, questions }: Questionnaire['pages'][number], document: Questionnaire | undefined): string {
  const [language = 'ru'] = document?.languages ?? []
  return (questions[0]?.text ?? title)?.[language] ?? ''
}

async function takenQuotas(db: Db, id: number): Promise<CampaignLive['quotas']> {
  const [quotas, places] = await Promise.all([quotasOf(db, id), placesOf(db, id)])
  return quotas.map(({ title, limit }, at) => ({ title, limit, n: places.get(at + 1)?.taken ?? 0 }))
}
