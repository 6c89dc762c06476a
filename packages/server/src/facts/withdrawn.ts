import type { ClickHouse } from '../platform/clickhouse/client.ts'
import { restate } from './restate.ts'

/** Whether an event of the store is one that the staged rows withdraw. */
export const isWithdrawn = `(package, file, row, request_id, at, toString(section), status) IN (
  SELECT from_package, from_file, from_row, request_id, at, section, status FROM stage_withdrawn)`
/** Months in which a staged row withdraws anything. */
export const withdrawnMonths = `SELECT DISTINCT formatDateTime(at, '%Y-%m') AS month FROM stage_withdrawn`

/** Whether the staged rows withdraw anything. */
export const isAnyWithdrawn = async (ch: ClickHouse): Promise<boolean> =>
  (await ch.query('SELECT 1 FROM stage_withdrawn LIMIT 1')).length > 0

/** Makes the state of requests again whose events the staged rows withdraw. Call when those rows are among the facts. */
export async function restateWithdrawn(ch: ClickHouse): Promise<void> {
  if (await isAnyWithdrawn(ch))
    await restate(ch, { requests: 'SELECT request_id FROM stage_withdrawn', events: `NOT ${isWithdrawn}` })
}

/** Takes these events out of the facts: last of all, so that after a crash they are found again. */
export async function forgetWithdrawn(ch: ClickHouse): Promise<void> {
  if (await isAnyWithdrawn(ch))
    await ch.command(`ALTER TABLE events DELETE WHERE ${isWithdrawn}`, {}, { mutations_sync: '1' })
}
