import { sql } from 'kysely'
import type { Tx } from '../../platform/postgres/open.ts'
import type { BulkAppeal } from './insert.ts'

/** The number of each, where it is registered. */
export async function numbersFor(tx: Tx, given: readonly BulkAppeal[]): Promise<(string | null)[]> {
  const counters = new Map<string, number>()
  const byYear = Map.groupBy(
    given.filter(({ appeal }) => appeal.registered !== null),
    ({ authority, appeal }) => `${authority} ${appeal.registered?.slice(0, 4)}`,
  )
  for (const [key, rows] of byYear) {
    const [authority_id = 0, year = 0] = key.split(' ').map(Number)
    const { last } = await tx
      .insertInto('appeals_numbers')
      .values({ authority_id, year, last: rows.length })
      .onConflict((known) =>
        known.columns(['authority_id', 'year']).doUpdateSet({ last: sql`appeals_numbers.last + ${rows.length}` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow()
    counters.set(key, last - rows.length)
  }
  return given.map(({ authority, appeal: { registered } }) => {
    if (registered === null) return null
    const key = `${authority} ${registered.slice(0, 4)}`
    const number = (counters.get(key) ?? 0) + 1
    counters.set(key, number)
    return `ОТ-${registered.slice(0, 4)}-${String(number).padStart(6, '0')}`
  })
}
