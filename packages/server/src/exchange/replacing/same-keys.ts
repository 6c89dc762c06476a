import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { type Keyed, keyedFacts } from './keyed.ts'

/** The facts of which more than one staged row has the same key. */
export async function factsWithSameKeys(ch: ClickHouse): Promise<readonly Keyed[]> {
  const questions = keyedFacts.map(
    ({ stage, hash }) => `SELECT '${stage}' AS stage, count() > uniqExact(${hash}) AS more FROM ${stage}`,
  )
  const found = await ch.query<{ stage: string; more: number }>(questions.join(' UNION ALL '))
  return keyedFacts.filter((keyed) => found.some(({ stage, more }) => stage === keyed.stage && more > 0))
}
/** Hashes of keys that staged rows have more than once. */
export const sharedHashes = ({ stage, hash }: Keyed): string =>
  `SELECT ${hash} AS hash FROM ${stage} GROUP BY hash HAVING count() > 1`

/**
 * Settles the rows of one key within a package. A row that says the same as the one before it is a repetition: it is noted
 * (`duplicate_row`) and taken out, a wide one with its events. Of those that are left the last one counts; the others are
 * noted (`replaced_row`).
 */
export async function settleSameKeys(ch: ClickHouse, shared: readonly Keyed[]): Promise<void> {
  for (const keyed of shared) {
    await ch.command(noteRepetitions(keyed))
    if (await hasRepetitions(ch))
      for (const table of [keyed.stage, ...(sayMore(keyed) ? ['stage_events'] : [])])
        await ch.command(takeOut(table), {}, { mutations_sync: '1' })
    await ch.command(noteReplaced(keyed))
  }
}

const inOrder = ({ key }: Keyed): string => `PARTITION BY package, ${key} ORDER BY file, row`
/** Rows of requests may be wide: then they say what their events say too. */
const sayMore = ({ stage }: Keyed): boolean => stage === 'stage_requests'

const suspects = (keyed: Keyed): string =>
  `SELECT *, ${keyed.content} AS content FROM ${keyed.stage} WHERE ${keyed.hash} IN (${sharedHashes(keyed)})`
const withEvents = (keyed: Keyed): string => `
  SELECT *, concat(content, toString(events)) AS says FROM (${suspects(keyed)}) AS one
  LEFT JOIN (
    SELECT package, file, row, arraySort(groupArray((at, section, status, time_known))) AS events FROM stage_events
    WHERE request_id IN (SELECT request_id FROM stage_requests GROUP BY request_id HAVING count() > 1)
    GROUP BY package, file, row
  ) AS course USING (package, file, row)`

const noteRepetitions = (keyed: Keyed): string => `INSERT INTO stage_notes
  SELECT package, file, row, 'duplicate_row', '${keyed.named}', ${keyed.named} FROM (
    SELECT *, lagInFrame(says, 1, '') OVER (${inOrder(keyed)} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before
    FROM (${sayMore(keyed) ? withEvents(keyed) : `SELECT *, content AS says FROM (${suspects(keyed)})`})
  ) WHERE says = before`

const repetitions = `SELECT package, file, row FROM stage_notes WHERE code = 'duplicate_row'`
const hasRepetitions = async (ch: ClickHouse): Promise<boolean> => (await ch.query(`${repetitions} LIMIT 1`)).length > 0
const takeOut = (table: string): string => `ALTER TABLE ${table} DELETE WHERE (package, file, row) IN (${repetitions})`

const noteReplaced = (keyed: Keyed): string => `INSERT INTO stage_notes
  SELECT package, file, row, 'replaced_row', '${keyed.named}', ${keyed.named} FROM (
    SELECT *, row_number() OVER (PARTITION BY package, ${keyed.key} ORDER BY file DESC, row DESC) AS nth
    FROM ${keyed.stage} WHERE ${keyed.hash} IN (${sharedHashes(keyed)})
  ) WHERE nth > 1`
