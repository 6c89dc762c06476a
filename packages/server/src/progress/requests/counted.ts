import type { Counted } from '@otklik/model/progress/api'
import { currentRatings } from '../cube/refresh-sql.ts'
import { type Condition, type Filter, ofMoments, ofMonths } from '../filter.ts'

/**
 * The cases a figure counts, as rows (request_id, month): exactly those the cube adds up, so that a list is as long as the
 * number it explains. A request stands once for every month in which it counts; a rating is a case of its own, with its
 * columns (rated_at, score, rating).
 */
export function countedCases(
  counted: Exclude<Counted, 'any'>,
  { score, ...filter }: Filter & { readonly score?: number },
): Condition {
  if (counted === 'submitted') {
    const { sql, params } = ofMonths(filter, 'toStartOfMonth(first_submitted)')
    const known = `first_submitted < toDateTime('2106-01-01 00:00:00', 'UTC')`
    return {
      sql: `SELECT request_id, toStartOfMonth(first_submitted) AS month FROM request_state FINAL WHERE ${known} AND ${sql}`,
      params,
    }
  }
  if (counted === 'rated') {
    const { sql, params } = ofMoments(filter, 'rated_at')
    return {
      sql: `SELECT request_id, toStartOfMonth(rated_at) AS month, rated_at, latest.1 AS score, latest.3 AS rating
        FROM (${currentRatings(sql)})${score === undefined ? '' : ' WHERE latest.1 = {score:UInt8}'}`,
      params: { ...params, ...(score !== undefined && { score }) },
    }
  }
  const { sql, params } = ofMonths(filter)
  return { sql: `SELECT request_id, month FROM request_months FINAL WHERE ${counted} = 1 AND ${sql}`, params }
}
