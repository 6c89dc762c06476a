import type { RequestRow } from '@otklik/model/progress/api'
import type { Range } from '../../platform/list.ts'
import type { Reader } from '../executor.ts'
import type { ServiceFacts } from '../ports.ts'
import { type Case, type Course, coursesOf, inOrder, rowOf, selectRows } from './row.ts'
import { type RequestFilter, selectCases } from './select.ts'

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
  { limit, offset }: Range,
): Promise<RequestRow[]> {
  const { sql, params } = selectRows(filter)
  const cases = await ch.query<Case>(`${sql} ${inOrder} LIMIT {limit:UInt32} OFFSET {offset:UInt64}`, {
    ...params,
    limit,
    offset,
  })
  const courses = await readCourses(ch, cases, filter.unfinished)
  return cases.map((one) => rowOf(one, names, courses.get(one.request_id)))
}

async function readCourses(ch: Reader, cases: readonly Case[], unfinished: readonly number[]) {
  const ids = [...new Set(cases.map(({ request_id }) => request_id))]
  if (ids.length === 0) return new Map<string, Course>()
  const { sql, params } = coursesOf('{ids:Array(String)}', unfinished)
  const rows = await ch.query<Course & { request_id: string }>(sql, { ...params, ids })
  return new Map(rows.map((row) => [row.request_id, row]))
}
