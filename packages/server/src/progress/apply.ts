import { decided, decidedNegative, decidedPositive, inError, submitted } from '@otklik/model/statuses'
import type { ClickHouse } from '../platform/clickhouse/client.ts'
import { type Fact, factColumns, never } from './facts.ts'

/**
 * Puts checked packages among the facts. `stage_<fact>` tables hold their rows, laid out like the facts. Every step may be
 * repeated after a crash: whole partitions are handed over or not at all, and the state only takes maxima and minima.
 */

const facts = Object.keys(factColumns) as Fact[]
const list = (codes: readonly number[]): string => `(${codes.join(', ')})`
const earliest = (codes: readonly number[]) => `min(if(status IN ${list(codes)}, at, toDateTime('${never}', 'UTC')))`
const counted = list([...new Set([...submitted, ...decided, ...inError])])

async function partitions(ch: ClickHouse, table: string, packages?: readonly number[]): Promise<string[]> {
  const where = packages ? 'WHERE package IN {packages:Array(UInt32)}' : ''
  const rows = await ch.query<{ id: string }>(`SELECT DISTINCT _partition_id AS id FROM ${table} ${where}`, {
    packages: [...(packages ?? [])],
  })
  return rows.map(({ id }) => id)
}

/** Hands the staged parts over to the facts, by links, without copying; partitions handed over before a crash are left. */
async function handOver(ch: ClickHouse, fact: Fact, packages: readonly number[], resumed: boolean): Promise<void> {
  const staged = await partitions(ch, `stage_${fact}`)
  const there = resumed && staged.length > 0 ? new Set(await partitions(ch, fact, packages)) : new Set<string>()
  const missing = staged.filter((id) => !there.has(id))
  for (const id of missing) await ch.command(`ALTER TABLE ${fact} ATTACH PARTITION ID '${id}' FROM stage_${fact}`)
}

const states = [
  `INSERT INTO request_current
   SELECT request_id, argMax(service_id, place), argMax(subservice_id, place), argMax(region, place), argMax(office, place),
     argMax(submission_channel, place), max(package)
   FROM (SELECT *, (package, file, row) AS place FROM stage_requests) GROUP BY request_id`,
  `INSERT INTO request_state
   SELECT request_id, ${earliest(submitted)}, ${earliest(decidedPositive)}, ${earliest(decidedNegative)}
   FROM stage_events WHERE status IN ${counted} GROUP BY request_id`,
  `INSERT INTO request_months
   SELECT request_id, toStartOfMonth(at) AS month, max(status IN ${list(submitted)}), max(status IN ${list(inError)}),
     max(status IN ${list(decided)}), max(status IN ${list(decidedNegative)})
   FROM stage_events WHERE status IN ${counted} GROUP BY request_id, month`,
]

/** Requests that the staged rows say anything about; what counts of them has to be counted again. */
export const stagedRequests = `SELECT request_id FROM stage_events UNION DISTINCT SELECT request_id FROM stage_requests
  UNION DISTINCT SELECT request_id FROM stage_ratings`

/**
 * Adds everything staged to the facts and to the state of the requests.
 * @param resumed these packages were being added when a process died.
 */
export async function applyStage(ch: ClickHouse, packages: readonly number[], resumed: boolean): Promise<void> {
  await Promise.all(facts.map((fact) => handOver(ch, fact, packages, resumed)))
  await Promise.all(states.map((sql) => ch.command(sql)))
}
