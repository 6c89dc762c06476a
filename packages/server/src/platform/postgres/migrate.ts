import { type Kysely, sql } from 'kysely'
import { refuseUnknownSteps } from '../newer-data.ts'
import { LOCKS } from './locks.ts'
import type { Db } from './open.ts'
import type { Migration } from './migration.ts'

/**
 * Runs the migrations not run yet, each in its own transaction together with its mark, while other processes wait.
 * Returns the names of those it ran.
 * @param list all that this version knows; StartError where a newer one has run others.
 */
export async function migrate(db: Db, list: readonly Migration[]): Promise<string[]> {
  const ran: string[] = []
  await db.connection().execute(async (connection) => {
    const loose = connection as unknown as Kysely<unknown> // migrations do not know the tables of today
    await sql`SELECT pg_advisory_lock(${LOCKS.migrations})`.execute(loose)
    try {
      await makeList(loose)
      const done = await readDone(loose)
      refuseUnknownSteps(done, list)
      for (const migration of list) {
        if (done.has(migration.name)) continue
        await runOne(loose, migration).catch((cause: unknown) => {
          throw new Error(`migration ${migration.name} failed: ${String(cause)}`, { cause })
        })
        ran.push(migration.name)
      }
    } finally {
      await sql`SELECT pg_advisory_unlock(${LOCKS.migrations})`.execute(loose)
    }
  })
  return ran
}

/** For what reads or writes records without migrating them. Throws StartError. */
export async function refuseNewerRecords(db: Db, list: readonly Migration[]): Promise<void> {
  const loose = db as unknown as Kysely<unknown> // the list of migrations is none of the tables of today
  const { rows } = await sql<{ there: boolean }>`SELECT to_regclass('migrations') IS NOT NULL AS there`.execute(loose)
  if (rows[0]?.there) refuseUnknownSteps(await readDone(loose), list)
}

async function makeList(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())`.execute(
    db,
  )
}

async function readDone(db: Kysely<unknown>): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM migrations ORDER BY at, name`.execute(db)
  return new Set(rows.map((row) => row.name))
}

async function runOne(db: Kysely<unknown>, migration: Migration): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await migration.up(tx)
    await sql`INSERT INTO migrations (name) VALUES (${migration.name})`.execute(tx)
  })
}
