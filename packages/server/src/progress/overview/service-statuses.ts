import type { ServicePage } from '@otklik/model/progress/api'
import { findStatus } from '@otklik/model/statuses'
import type { Reader } from '../executor.ts'
import { all, type Filter, ofMoments, ofSlice } from '../filter.ts'
import { finished } from '../requests/select.ts'

/** Events of known requests by section and status: how many, and of how many requests. */
export async function readStatuses(
  ch: Reader,
  filter: Filter,
  unfinished: readonly number[],
): Promise<ServicePage['statuses']> {
  const known = ofSlice(filter)
  const { sql, params } = all(ofMoments(filter, 'at'), finished(unfinished))
  const rows = await ch.query<{ section: string; status: number; events: number; requests: number }>(
    `SELECT section, status, count() AS events, uniqExact(request_id) AS requests FROM events
     WHERE ${sql} AND request_id IN (
       SELECT request_id FROM (SELECT *, submission_channel AS channel FROM request_current FINAL) WHERE ${known.sql})
     GROUP BY section, status ORDER BY events DESC, section, status`,
    { ...params, ...known.params },
  )
  return rows.map((row) => ({ ...row, name: findStatus(row.status)?.label ?? String(row.status) }))
}
