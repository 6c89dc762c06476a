import type { Settings } from '../../platform/clickhouse/client.ts'
import { together } from '../../platform/together.ts'
import type { Writer } from '../executor.ts'
import { firstDay } from '../month-sql.ts'
import { countedRows, ratedRows } from './refresh-sql.ts'

/**
 * Counts the cube anew for the given local months ('YYYY-MM') from the state tables, and puts each month in place of the
 * old one at once: a reader sees a month before or after, never half. May be repeated at any time, also after a crash in
 * the middle; months without anything to count become empty. One refresh at a time: both use `cube_next`.
 */
export async function refreshMonths(ch: Writer, months: readonly string[]): Promise<void> {
  const days = [...new Set(months)].toSorted().map(firstDay)
  if (days.length === 0) return
  // What a killed refresh left behind.
  await ch.command('TRUNCATE TABLE cube_next')
  await together([countedRows, ratedRows].map((rows) => ch.command(rows, { months: days }, settings)))
  const filled = new Set(
    (await ch.query<{ day: string }>('SELECT DISTINCT month AS day FROM cube_next')).map(({ day }) => day),
  )
  // A month without rows has no part to replace with: it is dropped.
  const steps = days.map((day) =>
    filled.has(day) ? `REPLACE PARTITION '${day}' FROM cube_next` : `DROP PARTITION '${day}'`,
  )
  await ch.command(`ALTER TABLE cube ${steps.join(', ')}`)
  await ch.command('TRUNCATE TABLE cube_next')
}

/**
 * All sides come out of FINAL in the order of request_id, so merging them takes less time and memory than hash tables of
 * every request. A first import may hold more months than an insert is allowed by default.
 */
const settings: Settings = { join_algorithm: 'full_sorting_merge', max_partitions_per_insert_block: '0' }

/**
 * All months ('YYYY-MM', sorted) in which these requests have anything that counts: those to refresh after the requests
 * themselves or anything of theirs has changed.
 * @param requestIdsSql a SELECT of one column of request ids; its parameters stand in `params`.
 */
export async function touchedMonths(
  ch: Writer,
  requestIdsSql: string,
  params: Record<string, unknown> = {},
): Promise<string[]> {
  const rows = await ch.query<{ month: string }>(
    `SELECT DISTINCT formatDateTime(month, '%Y-%m') AS month FROM (
       SELECT DISTINCT month FROM request_months WHERE request_id IN (${requestIdsSql})
       UNION ALL SELECT DISTINCT toStartOfMonth(rated_at) AS month FROM ratings WHERE request_id IN (${requestIdsSql}))
     ORDER BY month`,
    params,
  )
  return rows.map(({ month }) => month)
}
