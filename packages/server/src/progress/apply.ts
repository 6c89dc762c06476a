import { decided, decidedNegative, decidedPositive, inError, submitted } from '@otklik/model/statuses'
import type { ClickHouse } from '../platform/clickhouse/client.ts'
import { type Fact, factColumns, never } from './facts.ts'

/**
 * Puts checked packages among the facts. `stage_<fact>` tables hold their rows, laid out like the facts. Every step may be
 * repeated after a crash: whole partitions are handed over or not at all, and the state only takes maxima and minima.
 */

const facts = Object.keys(factColumns) as Fact[]
const list = (codes: readonly number[]): string => `(${codes.join(', ')})`
const counted = list([...new Set([...submitted, ...decided, ...inError])])
const earliest = (codes: readonly number[]) => `min(if(status IN ${list(codes)}, at, toDateTime('${never}', 'UTC')))`
const bits = [submitted, inError, decided, decidedNegative].map((codes, bit) => `(status IN ${list(codes)}) * ${2 ** bit}`)

/**
 * Sums the staged events up by request into `stage_lives`: everything that warnings and figures need to know of a request.
 * Repeated events are counted on in it, which changes nothing: it holds first moments and whether a thing happened.
 */
export async function summariseLives(ch: ClickHouse): Promise<void> {
  await ch.command(
    `INSERT INTO stage_lives
     SELECT request_id, min(package),
       length(arrayDistinct(groupArray(cityHash64(at, section, status)))) < count(),
       ${[submitted, decided, decidedPositive, decidedNegative].map(earliest).join(', ')},
       groupUniqArrayIf((toDate(toStartOfMonth(at)), toUInt8(${bits.join(' + ')})), status IN ${counted})
     FROM stage_events GROUP BY request_id`,
  )
}

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

/** Orders the versions of a request: by package, file and row. Only files beyond the thousandth of a package share a place. */
const version = 'bitShiftLeft(toUInt64(package), 40) + bitShiftLeft(toUInt64(least(file, 1023)), 30) + row'
const states = [
  `INSERT INTO request_current
   SELECT request_id, service_id, subservice_id, region, office, submission_channel, ${version} FROM stage_requests`,
  'INSERT INTO request_state SELECT request_id, first_submitted, first_positive, first_negative FROM stage_lives',
  `INSERT INTO request_months
   SELECT request_id, m.1, bitTest(m.2, 0), bitTest(m.2, 1), bitTest(m.2, 2), bitTest(m.2, 3) FROM stage_lives ARRAY JOIN months AS m`,
]

/** Requests that the staged rows say anything about; what counts of them has to be counted again. */
export const stagedRequests = `SELECT request_id FROM stage_lives UNION DISTINCT SELECT request_id FROM stage_requests
  UNION DISTINCT SELECT request_id FROM stage_ratings`

/**
 * Adds everything staged to the facts and to the state of the requests.
 * @param resumed these packages were being added when a process died.
 */
export async function applyStage(ch: ClickHouse, packages: readonly number[], resumed: boolean): Promise<void> {
  await Promise.all(facts.map((fact) => handOver(ch, fact, packages, resumed)))
  await Promise.all(states.map((sql) => ch.command(sql)))
}
