import type { KeyCounts } from '@otklik/model/contributions'
import type { WhyIndicator } from '@otklik/model/progress/api'
import { decidedNegative, inError } from '@otklik/model/statuses'
import type { Reader } from '../executor.ts'
import { all, ofSlice } from '../filter.ts'
import { finished } from '../requests/select.ts'
import type { Question } from './count-keys.ts'
import { ofPeriods } from './periods.ts'

const statusesOf: Readonly<Record<WhyIndicator, readonly number[]>> = { refusals: decidedNegative, errors: inError }

/**
 * Counts by the status that makes a request a refusal or an error: the last such one in the month, so that a request with
 * two of them counts once, as in the share. Each key has the whole denominator: a status splits the numerator alone.
 */
export async function countStatuses(
  ch: Reader,
  { indicator, periods, filter }: Question,
  whole: KeyCounts,
  unfinished: readonly number[],
): Promise<KeyCounts[]> {
  const months = ofPeriods(periods)
  const events = all(
    ofPeriods(periods, 'toStartOfMonth(at)'),
    { sql: 'status IN {statuses:Array(UInt16)}', params: { statuses: statusesOf[indicator] } },
    finished(unfinished),
  )
  const slice = ofSlice(filter)
  const rows = await ch.query<{ key: string; x_a: number; x_b: number }>(
    `SELECT toString(last) AS key, countIf(${months.inA}) AS x_a, countIf(${months.inB}) AS x_b
      FROM (
        SELECT request_id, toDate(toStartOfMonth(at)) AS month, argMax(status, (at, package, file, row)) AS last
        FROM events WHERE ${events.sql} GROUP BY request_id, month
      ) AS done
      INNER JOIN (
        SELECT request_id, submission_channel AS channel, service_id, subservice_id, region, office
        FROM request_current FINAL WHERE ${slice.sql}
      ) AS known USING request_id
      GROUP BY last`,
    { ...events.params, ...slice.params },
  )
  return rows.map(({ key, x_a, x_b }) => ({ key, a: { x: x_a, n: whole.a.n }, b: { x: x_b, n: whole.b.n } }))
}
