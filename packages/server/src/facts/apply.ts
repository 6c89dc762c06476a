import type { ClickHouse } from '../platform/clickhouse/client.ts'
import { together } from '../platform/together.ts'
import { sumUpLives } from './lives.ts'
import { addStates } from './states.ts'
import { type Fact, factColumns } from './tables.ts'

/**
 * Puts checked packages among the facts. `stage_<fact>` tables hold their rows, laid out like the facts. Every step may be
 * repeated after a crash: partitions are handed over whole, and the state only takes maxima and minima.
 */

const facts = Object.keys(factColumns) as Fact[]

/**
 * Sums the staged events up by request into `stage_lives`: everything that warnings and figures need to know of a request.
 * Repeated events are counted on in it, which changes nothing: it holds first moments and whether a thing happened.
 */
export const summariseLives = (ch: ClickHouse): Promise<void> =>
  sumUpLives(ch, 'stage_lives', { table: 'stage_events' })

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
