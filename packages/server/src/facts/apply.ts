import type { CountOf } from '@otklik/model/indicators'
import type { ClickHouse } from '../platform/clickhouse/client.ts'
import { together } from '../platform/together.ts'
import { bitOf, bits, bitSpan } from './count-bits.ts'
import { addStates } from './states.ts'
import { type Fact, factColumns, never } from './tables.ts'

/**
 * Puts checked packages among the facts. `stage_<fact>` tables hold their rows, laid out like the facts. Every step may be
 * repeated after a crash: partitions are handed over whole, and the state only takes maxima and minima.
 */

const facts = Object.keys(factColumns) as Fact[]
/** `minIf` gives the year 1970 where there is no such event. */
const firstOr = (condition: string): string =>
  `if(countIf(${condition}) = 0, toDateTime('${never}', 'UTC'), minIf(at, ${condition}))`

/** Events summed up by one statement: bounds the memory that an import takes, whatever its size. */
const atOnce = 4_000_000
const hashRange = 'cityHash64(request_id) BETWEEN {from:UInt64} AND {to:UInt64}'

/** All hashes in so many ranges of the same width, first and last included. */
function hashRanges(count: number): { from: string; to: string }[] {
  const edge = (at: number): bigint => (2n ** 64n * BigInt(at)) / BigInt(count)
  return Array.from({ length: count }, (_, at) => ({ from: String(edge(at)), to: String(edge(at + 1) - 1n) }))
}

/**
 * Sums the staged events up by request into `stage_lives`: everything that warnings and figures need to know of a request.
 * Repeated events are counted on in it, which changes nothing: it holds first moments and whether a thing happened.
 * Goes through the requests by their hashes, which the staged events are sorted by.
 */
export async function summariseLives(ch: ClickHouse): Promise<void> {
  const [staged] = await ch.query<{ events: number }>('SELECT count() AS events FROM stage_events')
  for (const range of hashRanges(Math.ceil((staged?.events ?? 0) / atOnce))) await ch.command(lives, range)
}

/** What an event is told apart by and what it counts as, in one number: its moment, section, status and bits. */
const mark = `bitShiftLeft(toUInt64(toUInt32(at)), 32) + bitShiftLeft(toUInt32(toInt8(section)), 20) + toUInt32(status) * ${bitSpan} + bits`
/** The local months of those that count for something, with their bits. */
const months = `arrayDistinct(arrayMap(
    mark -> toUInt32(toRelativeMonthNum(toDateTime(bitShiftRight(mark, 32), 'UTC')) * ${bitSpan} + bitAnd(mark, ${bitSpan - 1})),
    arrayFilter(mark -> bitAnd(mark, ${bitSpan - 1}) != 0, marks)))`
const is = (column: CountOf['column']): string => `bitTest(bits, ${bitOf(column)})`
const lives = `INSERT INTO stage_lives
  SELECT request_id, min(package), arrayUniq(groupArray(mark) AS marks) < count(),
    ${firstOr(is('submitted'))}, ${firstOr(`${is('decided')} AND NOT ${is('refused')}`)}, ${firstOr(is('refused'))},
    ${months}
  FROM (
    SELECT request_id, package, at, ${bits} AS bits, ${mark} AS mark FROM stage_events WHERE ${hashRange}
  ) GROUP BY request_id`

/** Rows by table and partition, of these packages or of all. */
async function partitions(ch: ClickHouse, tables: readonly string[], packages?: readonly number[]) {
  const where = packages ? 'WHERE package IN {packages:Array(UInt32)}' : ''
  const counts = tables.map(
    (table) =>
      `SELECT '${table}' AS name, _partition_id AS id, count() AS rows FROM ${table} ${where} GROUP BY id HAVING rows > 0`,
  )
  const params = { packages: [...(packages ?? [])] }
  const rows = await ch.query<{ name: string; id: string; rows: number }>(counts.join(' UNION ALL '), params)
  return new Map([...Map.groupBy(rows, ({ name }) => name)].map(([name, found]) => [name, byId(found)]))
}
const byId = (found: readonly { id: string; rows: number }[]) => new Map(found.map(({ id, rows }) => [id, rows]))

type Partitions = ReadonlyMap<string, number>
/**
 * Hands the staged parts over to the facts, by links, without copying. After a crash, partitions handed over before are
 * left. The parts of a partition come one after another: a crash between them leaves some, which are taken out again.
 */
async function handOver(
  ch: ClickHouse,
  fact: Fact,
  packages: readonly number[],
  staged: Partitions,
  there: Partitions,
) {
  for (const [id, rows] of staged) {
    const before = there.get(id) ?? 0
    if (before === rows) continue
    if (before > 0) await takeOut(ch, fact, id, packages)
    await ch.command(`ALTER TABLE ${fact} ATTACH PARTITION ID '${id}' FROM stage_${fact}`)
  }
}

async function takeOut(ch: ClickHouse, fact: Fact, partition: string, packages: readonly number[]): Promise<void> {
  const sql = `ALTER TABLE ${fact} DELETE IN PARTITION ID '${partition}' WHERE package IN {packages:Array(UInt32)}`
  await ch.command(sql, { packages: [...packages] }, { mutations_sync: '1' })
}

/** Requests that the staged rows say anything about; what counts of them has to be counted again. */
export const stagedRequests = `SELECT request_id FROM stage_lives UNION DISTINCT SELECT request_id FROM stage_requests
  UNION DISTINCT SELECT request_id FROM stage_ratings`

/**
 * Adds everything staged to the facts and to the state of the requests.
 * @param resumed these packages were being added when a process died.
 */
export async function applyStage(ch: ClickHouse, packages: readonly number[], resumed: boolean): Promise<void> {
  const staged = await partitions(
    ch,
    facts.map((fact) => `stage_${fact}`),
  )
  const there = resumed ? await partitions(ch, facts, packages) : new Map<string, Partitions>()
  const handing = facts.map((fact) =>
    handOver(ch, fact, packages, staged.get(`stage_${fact}`) ?? new Map(), there.get(fact) ?? new Map()),
  )
  await together([...handing, addStates(ch)])
}
