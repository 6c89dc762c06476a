import { isAnyWithdrawn, isWithdrawn } from '../../facts/index.ts'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'

const eventHash = 'cityHash64(request_id, at, section, status)'

/** Hashes of events that are met twice in the staging area; `stage_lives` knows the few requests that have any. */
const metTwice = `SELECT ${eventHash} AS hash FROM stage_events
  WHERE request_id IN (SELECT request_id FROM stage_lives WHERE repeated) GROUP BY hash HAVING count() > 1`
const storedMeanwhile = `at BETWEEN {first:String} AND {last:String} AND package NOT IN {packages:Array(UInt32)}`
/** What the staged rows withdraw is not there for those that tell it again. */
const storedStill = `${storedMeanwhile} AND NOT ${isWithdrawn}`
/** Hashes of events that the store has already. */
const metBefore = (stored: string): string => `SELECT DISTINCT ${eventHash} AS hash FROM events
  WHERE ${stored} AND hash IN (SELECT ${eventHash} FROM stage_events)`

/**
 * Finds events that are there already, in the store or earlier in the packages at hand (order: package, file, row), and
 * takes them out of the staging area; `stage_repeats` remembers them. Hashes only point at suspects: equality decides.
 * @param packages those at hand; rows of them in the store are their own, left by an import that broke off.
 */
export async function dropRepeats(ch: ClickHouse, packages: readonly number[]): Promise<void> {
  const [range] = await ch.query<{ rows: number; first: string; last: string }>(
    'SELECT count() AS rows, toString(min(at)) AS first, toString(max(at)) AS last FROM stage_events',
  )
  if (!range || range.rows === 0) return
  const params = { first: range.first, last: range.last, packages: [...packages] }
  await ch.command(`INSERT INTO stage_suspects ${metTwice}`)
  // Asked only where it matters: to look at all columns of what is stored takes much longer.
  const meanwhile = (await isAnyWithdrawn(ch)) ? storedStill : storedMeanwhile
  const [stored] = await ch.query<{ rows: number }>(`SELECT count() AS rows FROM events WHERE ${meanwhile}`, params)
  if (stored && stored.rows > 0) await ch.command(`INSERT INTO stage_suspects ${metBefore(meanwhile)}`, params)
  const [found] = await ch.query<{ suspects: number }>('SELECT count() AS suspects FROM stage_suspects')
  if (!found || found.suspects === 0) return
  await refuseDoubles(ch)
  // Own names, because an alias would stand for the column in the conditions too.
  const suspected = `request_id, at, toString(section) AS section_name, status`
  await ch.command(
    `INSERT INTO stage_repeats (package, file, row, request_id, at, section, status)
     SELECT from_package, from_file, from_row, request_id, at, section_name, status FROM (
       SELECT *, row_number() OVER
         (PARTITION BY request_id, at, section_name, status ORDER BY from_package, from_file, from_row) AS nth
       FROM (
         SELECT package AS from_package, file AS from_file, row AS from_row, ${suspected} FROM stage_events
         WHERE ${eventHash} IN (SELECT hash FROM stage_suspects)
         UNION ALL
         SELECT 0 AS from_package, 0 AS from_file, 0 AS from_row, ${suspected} FROM events
         WHERE ${meanwhile}
           AND ${eventHash} IN (SELECT hash FROM stage_suspects)
       )
     ) WHERE nth > 1 AND from_package != 0`,
    params,
  )
  await ch.command(
    `ALTER TABLE stage_events DELETE WHERE (package, file, row, request_id, at, toString(section), status) IN
     (SELECT package, file, row, request_id, at, section, status FROM stage_repeats)`,
    {},
    { mutations_sync: '1' },
  )
}

/** The same row of a file twice is no repetition: it was staged twice, by a statement that outlived a killed process. */
async function refuseDoubles(ch: ClickHouse): Promise<void> {
  const doubles = await ch.query<{ package: number; file: number; row: number }>(
    `SELECT package, file, row FROM stage_events WHERE ${eventHash} IN (SELECT hash FROM stage_suspects)
     GROUP BY package, file, row, request_id, at, section, status HAVING count() > 1 LIMIT 1`,
  )
  const [first] = doubles
  if (first) throw new Error(`row ${first.row} of file ${first.file} of package ${first.package} was staged twice`)
}
