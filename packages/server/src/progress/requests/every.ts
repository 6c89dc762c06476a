import type { RequestRow } from '@otklik/model/progress/api'
import { rowsIn } from '../../platform/clickhouse/rows-in.ts'
import { type Range, rangeOf } from '../../platform/list.ts'
import type { Streamer } from '../executor.ts'
import type { ServiceFacts } from '../ports.ts'
import { type Case, type Course, coursesOf, inOrder, rowOf, selectRows } from './row.ts'
import type { RequestFilter } from './select.ts'

/**
 * For a file, all of them unless it was said how many: out of one query, so that what comes in meanwhile neither doubles nor hides a row, and the file is
 * as long as the figure was when it was asked for.
 */
export async function* everyRequest(
  ch: Streamer,
  names: ReadonlyMap<string, ServiceFacts>,
  filter: RequestFilter,
  { limit, offset }: Range = rangeOf({ format: 'csv' }),
): AsyncGenerator<RequestRow> {
  const cases = selectRows(filter)
  const courses = coursesOf(`(SELECT request_id FROM (${cases.sql}))`, filter.unfinished)
  const sql = `SELECT * FROM (${cases.sql}) AS cases LEFT JOIN (${courses.sql}) AS courses USING request_id ${inOrder}
    LIMIT {limit:UInt32} OFFSET {offset:UInt64}`
  const stream = await ch.stream(sql, 'JSONEachRow', { ...courses.params, ...cases.params, limit, offset }, settings)
  for await (const row of rowsIn<Case & Course>(stream)) yield rowOf(row, names, row.events > 0 ? row : undefined)
}

/** Both sides are sorted by request already, or can be sorted on the disk: a hash table of every request can't. */
const settings = { join_algorithm: 'full_sorting_merge' } as const
