import type pg from 'pg'
import { LOCKS } from '../../platform/postgres/locks.ts'

/**
 * Waits for the import at work, keeps the next ones waiting while the work is done, and lets them go on. Packages are
 * received meanwhile. The client's connection holds the pause: it ends with it.
 * @param waiting called when there is an import to wait for.
 */
export async function withoutImports<T>(
  client: pg.ClientBase,
  work: () => Promise<T>,
  waiting: () => void = () => undefined,
): Promise<T> {
  const { rows: tried } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [
    LOCKS.imports,
  ])
  if (!tried[0]?.held) {
    waiting()
    await client.query('SELECT pg_advisory_lock($1)', [LOCKS.imports])
  }
  const done = await work()
  const { rows } = await client.query<{ held: boolean }>('SELECT pg_advisory_unlock($1) AS held', [LOCKS.imports])
  // A connection that was lost on the way let imports in.
  if (!rows[0]?.held) throw new Error('the pause of imports was lost')
  return done
}
