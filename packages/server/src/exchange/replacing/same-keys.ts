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

interface Place {
  readonly package: number
  readonly file: number
}

/**
 * Settles the rows of one key within a package. A row that says the same as the one before it is a repetition: it is noted
 * (`duplicate_row`) and taken out. Of those that are left the last one counts; the others are noted (`replaced_row`).
 * @param wide files whose rows say more than their row of requests: none of them is a repetition.
 */
export async function settleSameKeys(ch: ClickHouse, shared: readonly Keyed[], wide: readonly Place[]): Promise<void> {
  const params = { packages: wide.map((one) => one.package), files: wide.map(({ file }) => file) }
  for (const keyed of shared) {
    await ch.command(noteRepetitions(keyed), params)
    if (await hasRepetitions(ch)) await ch.command(takeOut(keyed), {}, { mutations_sync: '1' })
    await ch.command(noteReplaced(keyed))
  }
}

const inOrder = ({ key }: Keyed): string => `PARTITION BY package, ${key} ORDER BY file, row`
const isWide = 'has(arrayZip({packages:Array(UInt32)}, {files:Array(UInt16)}), (package, file))'

const noteRepetitions = (keyed: Keyed): string => `INSERT INTO stage_notes
  SELECT package, file, row, 'duplicate_row', '${keyed.named}', ${keyed.named} FROM (
    SELECT *, ${keyed.content} AS content,
      lagInFrame(content, 1, '') OVER (${inOrder(keyed)} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before
    FROM ${keyed.stage} WHERE ${keyed.hash} IN (${sharedHashes(keyed)})
  ) WHERE content = before AND NOT ${isWide}`

const repetitions = `SELECT package, file, row FROM stage_notes WHERE code = 'duplicate_row'`
const hasRepetitions = async (ch: ClickHouse): Promise<boolean> => (await ch.query(`${repetitions} LIMIT 1`)).length > 0
const takeOut = ({ stage }: Keyed): string =>
  `ALTER TABLE ${stage} DELETE WHERE (package, file, row) IN (${repetitions})`

const noteReplaced = (keyed: Keyed): string => `INSERT INTO stage_notes
  SELECT package, file, row, 'replaced_row', '${keyed.named}', ${keyed.named} FROM (
    SELECT *, row_number() OVER (PARTITION BY package, ${keyed.key} ORDER BY file DESC, row DESC) AS nth
    FROM ${keyed.stage} WHERE ${keyed.hash} IN (${sharedHashes(keyed)})
  ) WHERE nth > 1`
