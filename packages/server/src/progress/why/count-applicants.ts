import type { KeyCounts } from '@otklik/model/contributions'
import type { WhyIndicator } from '@otklik/model/progress/api'
import { type Condition, ofSlice } from '../filter.ts'
import type { Reader } from '../executor.ts'
import type { Question } from './count-keys.ts'
import { keyCounts, type KeyRow } from './key-rows.ts'
import { ofPeriods } from './periods.ts'

/**
 * Counts by kind of applicant, which the cube doesn't hold: the cases that the cube adds up, each with what the latest row of
 * its request says.
 */
export async function countApplicants(ch: Reader, { indicator, periods, filter }: Question): Promise<KeyCounts[]> {
  const { inA, inB, params } = ofPeriods(periods)
  const slice = ofSlice(filter)
  const cases = casesOf[indicator](periods)
  const rows = await ch.query<KeyRow>(
    `SELECT kind AS key, sumIf(n, ${inA}) AS n_a, sumIf(x, ${inA}) AS x_a,
        sumIf(n, ${inB}) AS n_b, sumIf(x, ${inB}) AS x_b
      FROM (${cases}) AS done
      INNER JOIN (
        SELECT request_id, submission_channel AS channel, service_id, subservice_id, region, office
        FROM request_current FINAL WHERE ${slice.sql}
      ) AS known USING request_id
      INNER JOIN (
        SELECT request_id, argMax(applicant_kind, (package, file, row)) AS kind FROM requests
        WHERE request_id IN (SELECT request_id FROM (${cases})) GROUP BY request_id
      ) AS applicants USING request_id
      GROUP BY key`,
    { ...params, ...slice.params },
  )
  return rows.map(keyCounts)
}

type Cases = (periods: Question['periods']) => Condition['sql']

const done = (flags: string, where: string): Cases => {
  return (periods) =>
    `SELECT request_id, month, ${flags} FROM request_months FINAL PREWHERE ${ofPeriods(periods).sql} WHERE ${where} = 1`
}
const submitted: Cases = (periods) => {
  const month = 'toStartOfMonth(first_submitted)'
  return `SELECT request_id, ${month} AS month, 1 AS n, 0 AS x FROM request_state FINAL
    WHERE ${ofPeriods(periods, month).sql}`
}
const casesOf: Readonly<Record<WhyIndicator, Cases>> = {
  refusals: done('1 AS n, refused AS x', 'decided'),
  errors: (periods) => `${done('0 AS n, 1 AS x', 'in_error')(periods)} UNION ALL ${submitted(periods)}`,
}
