import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { type CountingDeps, countWaiting } from './count-waiting.ts'

const TABLES = ['survey_sets', 'survey_tally', 'survey_sources', 'survey_totals'] as const

/** Counts every answer again, from what PostgreSQL has; nobody else counts meanwhile. Killed, it goes on with the next count. */
export async function recount(deps: CountingDeps): Promise<number> {
  await markAll(deps.db)
  for (const table of TABLES) await deps.ch.command(`TRUNCATE TABLE ${table}`)
  return countWaiting(deps)
}

const markAll = async (db: Db): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('survey_uncounted').execute()
    await sql`INSERT INTO survey_uncounted (response_id) SELECT id FROM survey_responses`.execute(tx)
  })
}

/**
 * Whether what is counted is what was answered, but for batches that are on their way: not so after a backup was restored,
 * where the store of figures is another one, or a kind of sums is new.
 */
export async function agrees({ db, ch }: CountingDeps): Promise<boolean> {
  const [[counted], { rows }] = await Promise.all([
    ch.query<{ n: number; bySource: number }>(`SELECT sum(n) AS n,
      (SELECT sum(n) FROM survey_sources WHERE item = '#sets') AS bySource FROM survey_totals WHERE item = '#sets'`),
    sql<{ answered: number; waiting: number; claimed: number }>`
      SELECT (SELECT count(*)::int FROM survey_responses) AS answered, count(*) FILTER (WHERE batch IS NULL)::int AS waiting,
        count(batch)::int AS claimed FROM survey_uncounted`.execute(db),
  ])
  const n = Number(counted?.n ?? 0)
  const { answered, waiting, claimed } = rows[0] ?? { answered: 0, waiting: 0, claimed: 0 }
  return n === Number(counted?.bySource ?? 0) && n <= answered - waiting && n >= answered - waiting - claimed
}
