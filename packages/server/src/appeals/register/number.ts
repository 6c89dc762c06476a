import type { Tx } from '../../platform/postgres/open.ts'
import { sql } from 'kysely'

/**
 * The next number of an authority in a year. Who registers beside waits at the counter's row until this transaction is
 * over, so that a number that is given back leaves no gap.
 */
export async function nextNumber(tx: Tx, authority: number, year: number): Promise<string> {
  const { last } = await tx
    .insertInto('appeals_numbers')
    .values({ authority_id: authority, year, last: 1 })
    .onConflict((known) => known.columns(['authority_id', 'year']).doUpdateSet({ last: sql`appeals_numbers.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return `ОТ-${year}-${String(last).padStart(6, '0')}`
}
