import { refuseUnknownSteps } from '../newer-data.ts'
import { together } from '../together.ts'
import type { ClickHouse } from './client.ts'

/**
 * One step of the schema: a statement that may be repeated without harm (`CREATE TABLE IF NOT EXISTS …`,
 * `ALTER TABLE … ADD COLUMN IF NOT EXISTS …`), without a database name. A step once released is never changed.
 */
export interface SchemaStep {
  /** `2026-11-30-context-what`: unique and stable. */
  name: string
  sql: string
}

const LEDGER = `CREATE TABLE IF NOT EXISTS schema_steps (name String, at DateTime DEFAULT now())
ENGINE = MergeTree ORDER BY name`

const makesTable = ({ sql }: SchemaStep): boolean => sql.startsWith('CREATE TABLE ')
const makes = (step: SchemaStep): boolean => makesTable(step) || step.sql.startsWith('CREATE MATERIALIZED VIEW ')

/**
 * The steps in their order, in batches of those that can run side by side: of steps that follow one another and make
 * something, first the tables, then the views upon them. Any other step is a batch of its own.
 */
export function batchesOf(steps: readonly SchemaStep[]): SchemaStep[][] {
  const rest = steps.findIndex((step) => !makes(step))
  const making = rest < 0 ? steps : steps.slice(0, rest)
  const batches = [making.filter(makesTable), making.filter((step) => !makesTable(step))]
  if (rest >= 0) batches.push(steps.slice(rest, rest + 1), ...batchesOf(steps.slice(rest + 1)))
  return batches.filter((batch) => batch.length > 0)
}

/**
 * Creates the database if need be and runs the steps not run yet. Returns the names of those it ran.
 * @param steps all that this version knows; StartError where a newer one has run others.
 */
export async function applySchema(clickhouse: ClickHouse, steps: readonly SchemaStep[]): Promise<string[]> {
  await clickhouse.createDatabase()
  await clickhouse.command(LEDGER)
  const rows = await clickhouse.query<{ name: string }>('SELECT DISTINCT name FROM schema_steps')
  const done = new Set(rows.map((row) => row.name))
  refuseUnknownSteps(done, steps)
  const missing = steps.filter(({ name }) => !done.has(name))
  for (const batch of batchesOf(missing)) await together(batch.map(({ sql }) => clickhouse.command(sql)))
  // Written down together: a step may be repeated, so a crash before this line costs nothing.
  const names = missing.map(({ name }) => name)
  if (names.length > 0)
    await clickhouse.command('INSERT INTO schema_steps (name) SELECT arrayJoin({names:Array(String)})', { names })
  return names
}
