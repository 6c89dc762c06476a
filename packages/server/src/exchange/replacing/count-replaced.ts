import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { together } from '../../platform/together.ts'
import { type Keyed, keyedFacts } from './keyed.ts'
import { sharedHashes } from './same-keys.ts'

interface Row {
  readonly package: number
  readonly file: number
  readonly rows: number
}

/**
 * How many staged rows of each file take the place of another: of one that is in the store, or of one before it in the
 * packages at hand. Nothing is asked where there is neither.
 * @param shared the facts with keys that staged rows share.
 */
export async function countReplaced(
  ch: ClickHouse,
  sizeOf: (table: string) => number,
  shared: readonly Keyed[],
): Promise<(at: { package: number; file: number }) => number> {
  const asked = keyedFacts.filter(
    (keyed) => sizeOf(keyed.stage) > 0 && (sizeOf(keyed.store) > 0 || shared.includes(keyed)),
  )
  const found = await together(asked.map((keyed) => ch.query<Row>(replacing(keyed))))
  const sums = new Map<string, number>()
  for (const { package: id, file, rows } of found.flat())
    sums.set(`${id}.${file}`, (sums.get(`${id}.${file}`) ?? 0) + rows)
  return ({ package: id, file }) => sums.get(`${id}.${file}`) ?? 0
}

/** Keys of the store are looked up by those that are staged, which stand in the same order. */
const replacing = (keyed: Keyed): string => `
  WITH stored AS (SELECT ${keyed.hash} AS hash FROM ${keyed.store} WHERE (${keyed.key}) IN (SELECT ${keyed.key} FROM ${keyed.stage}))
  SELECT package, file, toUInt64(count()) AS rows FROM (
    SELECT package, file, ${keyed.hash} IN (SELECT hash FROM stored) AS is_stored,
      row_number() OVER (PARTITION BY ${keyed.key} ORDER BY package, file, row) AS nth
    FROM ${keyed.stage} WHERE ${keyed.hash} IN (SELECT hash FROM stored) OR ${keyed.hash} IN (${sharedHashes(keyed)})
  ) WHERE nth > 1 OR is_stored GROUP BY package, file`
