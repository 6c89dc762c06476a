import { refuseUnknownSteps } from '../newer-data.ts'
import { together } from '../together.ts'
import type { ClickHouse } from './client.ts'

/**
 * One step of the schema: a statement that may be repeated without harm (`CREATE TABLE IF NOT EXISTS …`,
 * `ALTER TABLE … ADD COLUMN IF NOT EXISTS …`), without a database name. A step once released is never changed.
 */
export interface SchemaStep {
  /** `context/2026-11-what`: unique and stable. */
  name: string
  sql: string
}

const LEDGER = `CREATE TABLE IF NOT EXISTS schema_steps (name String, at DateTime DEFAULT now())
ENGINE = MergeTree ORDER BY name`

/** What steps begin with that need nothing of each other, but what those before them made. */
const SIDE_BY_SIDE = ['CREATE TABLE ', 'CREATE MATERIALIZED VIEW '] as const

/**
 * Creates the database if need be and runs the steps not run yet: first those that make tables, side by side, then those
 * that make views, then the others in order. Returns the names of those it ran.
 * @param steps all that this version knows; StartError where a newer one has run others.
 */
export async function applySchema(clickhouse: ClickHouse, steps: readonly SchemaStep[]): Promise<string[]> {
  await clickhouse.createDatabase()
  await clickhouse.command(LEDGER)
  const rows = await clickhouse.query<{ name: string }>('SELECT DISTINCT name FROM schema_steps')
  const done = new Set(rows.map((row) => row.name))
  refuseUnknownSteps(done, steps)
  const missing = steps.filter(({ name }) => !done.has(name))
  for (const beginning of SIDE_BY_SIDE)
    await together(missing.filter(({ sql }) => sql.startsWith(beginning)).map(({ sql }) => clickhouse.command(sql)))
  const others = missing.filter(({ sql }) => !SIDE_BY_SIDE.some((beginning) => sql.startsWith(beginning)))
  for (const { sql } of others) await clickhouse.command(sql)
  // Written down together: a step may be repeated, so a crash before this line costs nothing.
  const names = missing.map(({ name }) => name)
  if (names.length > 0)
    await clickhouse.command('INSERT INTO schema_steps (name) SELECT arrayJoin({names:Array(String)})', { names })
  return names
}
