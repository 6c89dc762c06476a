import type { ServicePage } from '@otklik/model/progress/api'
import { csi } from '@otklik/model/indicators'
import { currentRatings } from '../cube/refresh-sql.ts'
import { all, type Filter, ofMoments, ofSlice } from '../filter.ts'
import { localText } from '../month-sql.ts'
import { finished } from '../requests/select.ts'
import type { Scope } from '../scope.ts'

/** How many reviews a page shows: the latest. */
const shown = 20

/** Scores, means of the criteria and, for those who may see single requests, the latest reviews of known requests. */
export async function readRatings(
  { ch, primary }: Scope,
  filter: Filter,
  unfinished: readonly number[],
): Promise<ServicePage['ratings']> {
  const known = ofSlice(filter)
  const rated = all(ofMoments(filter, 'rated_at'), finished(unfinished))
  const params = { ...known.params, ...rated.params, shown }
  const rows = `SELECT request_id, rated_at, latest.1 AS score, latest.2 AS criteria, latest.4 AS review
    FROM (${currentRatings(rated.sql)}) WHERE request_id IN (
      SELECT request_id FROM (SELECT *, submission_channel AS channel FROM request_current FINAL) WHERE ${known.sql})`
  const [scores, criteria, latest] = await Promise.all([
    ch.query<{ score: number; n: number; reviews: number }>(
      `SELECT score, count() AS n, countIf(review != '') AS reviews FROM (${rows}) GROUP BY score`,
      params,
    ),
    ch.query<{ name: string; n: number; mean: number; variance: number | null }>(
      `SELECT trim(extract(pair, '^(.*)=')) AS name, count() AS n, avg(points) AS mean,
         if(n > 1, varSamp(points), 0) AS variance
       FROM (SELECT arrayJoin(splitByChar('|', criteria)) AS pair,
               toUInt8OrZero(trim(extract(pair, '=([^=]*)$'))) AS points FROM (${rows}) WHERE criteria != '')
       WHERE points BETWEEN 1 AND 5 GROUP BY name ORDER BY name`,
      params,
    ),
    primary ? ch.query<Review>(reviewsOf(rows), params) : [],
  ])
  const found = new Map(scores.map(({ score, n }) => [score, n]))
  return {
    distribution: [1, 2, 3, 4, 5].map((score) => found.get(score) ?? 0),
    criteria: criteria.map(({ name, n, mean, variance }) => ({ name, mean: csi(n, mean, Math.sqrt(variance ?? 0)) })),
    reviewTotal: scores.reduce((sum, { reviews }) => sum + reviews, 0),
    reviews: latest,
  }
}

type Review = ServicePage['ratings']['reviews'][number]

const reviewsOf = (rows: string): string =>
  `SELECT request_id AS request, ${localText('rated_at')} AS ratedAt, score, review FROM (${rows})
   WHERE review != '' ORDER BY rated_at DESC, request_id LIMIT {shown:UInt32}`
