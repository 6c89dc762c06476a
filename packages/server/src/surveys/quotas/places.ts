import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/postgres/open.ts'

/** The quota that everybody's answer takes a place of: the target, or as many as a campaign can have. */
export const TARGET = 0
export const MOST_ANSWERS = 10_000_000
/** Rows that the places of a quota stand in. */
const SHARDS = 16

/**
 * Takes a place of the target and of each of these quotas. The answer is the number of a full one, else null.
 * The caller rolls back where one is full, and stores the answer in the same transaction where none is.
 */
export async function takePlaces(tx: Tx, campaignId: number, quotas: readonly number[]): Promise<number | null> {
  const asked = [TARGET, ...quotas]
  const found = await sql<{ full: number | null }>`
    SELECT survey_take_places(${campaignId}, ${asked}::integer[]) AS full`.execute(tx)
  return found.rows[0]?.full ?? null
}

/** So many places, as even as can be. */
export const sharesOf = (size: number): number[] =>
  Array.from({ length: SHARDS }, (_, at) => Math.floor(size / SHARDS) + (at < size % SHARDS ? 1 : 0))

/** Places of a quota that nobody has taken one of. */
export async function placeQuota(tx: Tx, campaignId: number, quota: number, size: number): Promise<void> {
  const rows = sharesOf(size).map((part, shard) => ({ campaign_id: campaignId, quota, shard, size: part }))
  await tx.insertInto('survey_places').values(rows).execute()
}

/**
 * Gives a quota another size. Those who are taking places are waited for.
 * @returns how many places are taken; where that is more than the new size, nothing is changed.
 */
export async function resizeQuota(tx: Tx, campaignId: number, quota: number, size: number): Promise<number> {
  const rows = await tx
    .selectFrom('survey_places')
    .select(['shard', 'taken'])
    .where('campaign_id', '=', campaignId)
    .where('quota', '=', quota)
    .orderBy('shard')
    .forUpdate()
    .execute()
  const taken = rows.reduce((sum, row) => sum + row.taken, 0)
  if (taken > size) return taken
  const shares = sharesOf(size - taken)
  for (const { shard, taken: own } of rows)
    await tx
      .updateTable('survey_places')
      .set({ size: own + (shares[shard] ?? 0) })
      .where('campaign_id', '=', campaignId)
      .where('quota', '=', quota)
      .where('shard', '=', shard)
      .execute()
  return taken
}

/** Places taken of each quota, and left. */
export interface Places {
  readonly taken: number
  readonly left: number
}

export async function placesOf(db: Db, campaignId: number): Promise<ReadonlyMap<number, Places>> {
  const rows = await db
    .selectFrom('survey_places')
    .select(['quota', sql<number>`sum(taken)::int`.as('taken'), sql<number>`sum(size - taken)::int`.as('left')])
    .where('campaign_id', '=', campaignId)
    .groupBy('quota')
    .execute()
  return new Map(rows.map(({ quota, ...places }) => [quota, places]))
}
