import { sql } from 'kysely'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { countedResponses, linesOf, plansFor } from './rows.ts'

export interface CountingDeps {
  readonly db: Db
  readonly ch: ClickHouse
}

const BATCH = 5000
/** A batch that is sent again changes nothing, neither in the table nor in what is summed from it. */
const ONCE = { deduplicate_blocks_in_dependent_materialized_views: 1 } as const

/**
 * Counts the answers that nobody has counted, in batches with numbers of their own: killed after one was sent, it
 * is sent again as it was and known by its number. One process does so at a time.
 * @returns how many were counted.
 */
export async function countWaiting({ db, ch }: CountingDeps): Promise<number> {
  let counted = 0
  for (;;) {
    const batch = (await begun(db)) ?? (await claim(db))
    if (batch === undefined) return counted
    counted += await countBatch({ db, ch }, batch)
  }
}

/** A batch that was claimed and is not known to be counted. */
async function begun(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom('survey_uncounted')
    .select(sql<number>`batch::int`.as('batch'))
    .where('batch', 'is not', null)
    .orderBy('batch')
    .limit(1)
    .executeTakeFirst()
  return row?.batch
}

async function claim(db: Db): Promise<number | undefined> {
  const found = await sql<{ batch: number }>`
    WITH next AS (SELECT nextval('survey_batches') AS batch),
      waiting AS (SELECT response_id FROM survey_uncounted WHERE batch IS NULL LIMIT ${BATCH})
    UPDATE survey_uncounted u SET batch = next.batch FROM next, waiting
    WHERE u.response_id = waiting.response_id RETURNING u.batch::int AS batch`.execute(db)
  return found.rows[0]?.batch
}

async function countBatch({ db, ch }: CountingDeps, batch: number): Promise<number> {
  const responses = await countedResponses(db)
    .innerJoin('survey_uncounted as u', 'u.response_id', 'r.id')
    .where('u.batch', '=', batch)
    .orderBy('r.id')
    .execute()
  if (responses.length > 0) {
    const plans = await plansFor(db, responses)
    const token = { ...ONCE, insert_deduplication_token: `answers-${batch}` }
    await ch.insertStream('INSERT INTO survey_sets FORMAT JSONEachRow', linesOf(responses, plans), token)
  }
  await db.deleteFrom('survey_uncounted').where('batch', '=', batch).execute()
  return responses.length
}
