import type { RequestRow } from '@otklik/model/api'
import { findStatus } from '@otklik/model/statuses'
import type { Reader } from '../executor.ts'
import { localText, monthText } from '../month-sql.ts'
import type { ServiceFacts } from '../ports.ts'
import { finished, type RequestFilter, selectCases } from './select.ts'

interface Case {
  request_id: string
  service_id: string
  subservice_id: string
  region: string
  office: string
  channel: string
  month: string | null
}
interface Course {
  request_id: string
  events: number
  first: string
  last: string
  status: number
}
export interface Page {
  readonly limit: number
  readonly offset: number
}

export async function countRequests(ch: Reader, filter: RequestFilter): Promise<number> {
  const { sql, params } = selectCases(filter)
  const [row] = await ch.query<{ n: number }>(`SELECT count() AS n FROM (${sql})`, params)
  return row?.n ?? 0
}

/** A page of the requests behind a figure, the latest month first, then by number. */
export async function listRequests(
  ch: Reader,
  names: ReadonlyMap<string, ServiceFacts>,
  filter: RequestFilter,
  { limit, offset }: Page,
): Promise<RequestRow[]> {
  const { sql, params } = selectCases(filter)
  const cases = await ch.query<Case>(
    `SELECT request_id, service_id, subservice_id, region, office, channel,
       if(isNull(month), NULL, ${monthText('assumeNotNull(month)')}) AS month
     FROM (${sql}) ORDER BY month DESC, request_id LIMIT {limit:UInt32} OFFSET {offset:UInt64}`,
    { ...params, limit, offset },
  )
  const courses = await readCourses(ch, cases, filter.unfinished)
  return cases.map((one) => rowOf(one, names, courses.get(one.request_id)))
}

async function readCourses(ch: Reader, cases: readonly Case[], unfinished: readonly number[]) {
  const ids = [...new Set(cases.map(({ request_id }) => request_id))]
  if (ids.length === 0) return new Map<string, Course>()
  const { sql, params } = finished(unfinished)
  const rows = await ch.query<Course>(
    `SELECT request_id, count() AS events, ${localText('min(at)')} AS first, ${localText('max(at)')} AS last,
       argMax(status, (at, package, file, row)) AS status
     FROM events WHERE request_id IN {ids:Array(String)} AND ${sql} GROUP BY request_id`,
    { ...params, ids },
  )
  return new Map(rows.map((row) => [row.request_id, row]))
}

function rowOf(one: Case, names: ReadonlyMap<string, ServiceFacts>, course: Course | undefined): RequestRow {
  const { service_id: service, subservice_id: subservice, region, office, channel, month } = one
  return {
    request: one.request_id,
    service,
    subservice,
    channel,
    region,
    office,
    month,
    serviceName: names.get(service)?.name ?? service,
    firstEvent: course?.first ?? null,
    lastEvent: course?.last ?? null,
    lastStatus: course?.status ?? null,
    lastStatusName: course ? (findStatus(course.status)?.name ?? null) : null,
    events: course?.events ?? 0,
  }
}

/** Rows fetched at once for a file. */
const batch = 10_000

/** All of them, for a file. */
export async function* everyRequest(
  ch: Reader,
  names: ReadonlyMap<string, ServiceFacts>,
  filter: RequestFilter,
): AsyncGenerator<RequestRow> {
  for (let offset = 0; ; offset += batch) {
    const rows = await listRequests(ch, names, filter, { limit: batch, offset })
    yield* rows
    if (rows.length < batch) return
  }
}
