import type { RequestRow } from '@otklik/model/progress/api'
import { findStatus } from '@otklik/model/statuses'
import { ratingScale } from '../../facts/index.ts'
import type { Condition } from '../filter.ts'
import { localText, monthText } from '../month-sql.ts'
import type { ServiceFacts } from '../ports.ts'
import { finished, type RequestFilter, selectCases } from './select.ts'

/** A counted case as it is read. */
export interface Case {
  readonly request_id: string
  readonly service_id: string
  readonly subservice_id: string
  readonly region: string
  readonly office: string
  readonly channel: string
  readonly case_month: string | null
  readonly case_rated: string | null
  readonly score: number | null
  readonly rating: number | null
}
/** What became of its request. */
export interface Course {
  readonly events: number
  readonly first: string
  readonly last: string
  readonly status: number
}

/** SELECT of cases, to be ordered. */
export function selectRows(filter: RequestFilter): Condition {
  const { sql, params } = selectCases(filter)
  const columns = `request_id, service_id, subservice_id, region, office, channel, ${monthText('month')} AS case_month,
    ${localText('rated_at')} AS case_rated, nullIf(score, 0) AS score, rating / ${ratingScale} AS rating`
  return { sql: `SELECT ${columns} FROM (${sql})`, params }
}

/** No two cases are alike in all of this, so that pages neither repeat one nor leave one out. */
export const inOrder = 'ORDER BY case_month DESC, request_id, case_rated'

/** SELECT of the courses of requests. @param ids SQL of what follows IN */
export function coursesOf(ids: string, unfinished: readonly number[]): Condition {
  const { sql, params } = finished(unfinished)
  return {
    sql: `SELECT request_id, count() AS events, ${localText('min(at)')} AS first, ${localText('max(at)')} AS last,
       argMax(status, (at, package, file, row)) AS status
     FROM events WHERE request_id IN ${ids} AND ${sql} GROUP BY request_id`,
    params,
  }
}

export function rowOf(one: Case, names: ReadonlyMap<string, ServiceFacts>, course: Course | undefined): RequestRow {
  const { service_id: service, subservice_id: subservice, region, office, channel, score, rating } = one
  return {
    request: one.request_id,
    service,
    subservice,
    channel,
    region,
    office,
    month: one.case_month,
    ratedAt: one.case_rated,
    score,
    rating,
    serviceName: names.get(service)?.name ?? service,
    firstEvent: course?.first ?? null,
    lastEvent: course?.last ?? null,
    lastStatus: course?.status ?? null,
    lastStatusName: course ? (findStatus(course.status)?.name ?? null) : null,
    events: course?.events ?? 0,
  }
}
