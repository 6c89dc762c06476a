import type { Reader } from '../executor.ts'
import { all, type Filter, ofMoments, ofSlice } from '../filter.ts'
import { localText } from '../month-sql.ts'
import { finished } from '../requests/select.ts'

/** When a service was rated last, 'YYYY-MM-DDTHH:MM:SS' of local time, and how many ratings bear today's date. */
export interface LatestRatings {
  readonly service: string
  readonly last: string
  readonly today: number
}

/**
 * The latest ratings of known requests, by service. Ratings stand on the right of the join, which is held in memory: they
 * are fewer than requests.
 */
export async function latestRatings(
  ch: Reader,
  filter: Filter,
  { unfinished, today }: { readonly unfinished: readonly number[]; readonly today: string },
): Promise<ReadonlyMap<string, LatestRatings>> {
  const known = ofSlice(filter)
  const rated = all(ofMoments(filter, 'rated_at'), finished(unfinished))
  const rows = await ch.query<LatestRatings>(
    `SELECT service_id AS service, ${localText('max(rated.last)')} AS last, sum(rated.today) AS today
     FROM (SELECT request_id, service_id FROM
       (SELECT *, submission_channel AS channel FROM request_current FINAL) WHERE ${known.sql}) AS known
     INNER JOIN (
       SELECT request_id, max(rated_at) AS last, uniqExactIf(rated_at, toDate(rated_at) = {today:Date}) AS today
       FROM ratings WHERE ${rated.sql} GROUP BY request_id) AS rated USING request_id
     GROUP BY service_id`,
    { ...known.params, ...rated.params, today },
  )
  return new Map(rows.map((row) => [row.service, row]))
}
