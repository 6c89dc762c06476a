import type { ClickHouse } from '../../src/platform/clickhouse/client.ts'

interface Stores {
  readonly pool: { query(sql: string): Promise<{ rows: unknown[] }> }
  readonly ch: ClickHouse
}

const POSTGRES = {
  columns: `SELECT table_name, column_name, data_type, is_nullable, column_default, is_identity, generation_expression
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, column_name`,
  constraints: `SELECT conrelid::regclass::text AS of, conname, pg_get_constraintdef(oid) AS says FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  indexes: `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname`,
  triggers: `SELECT tgrelid::regclass::text AS of, tgname, pg_get_triggerdef(oid) AS says FROM pg_trigger
    WHERE NOT tgisinternal ORDER BY 1, 2`,
  functions: `SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prolang <> (
      SELECT oid FROM pg_language WHERE lanname = 'c') ORDER BY proname`,
}
const CLICKHOUSE = {
  tables: `SELECT name, engine, partition_key, sorting_key FROM system.tables
    WHERE database = currentDatabase() ORDER BY name`,
  fields: `SELECT table, name, type, default_expression FROM system.columns
    WHERE database = currentDatabase() ORDER BY table, position`,
}

/** Everything that steps of the schema make, in both stores, told so that two alike installations tell the same. */
export async function schemaOf({ pool, ch }: Stores): Promise<Record<string, unknown>> {
  const told: Record<string, unknown> = {}
  for (const [what, sql] of Object.entries(POSTGRES)) told[what] = (await pool.query(sql)).rows
  for (const [what, sql] of Object.entries(CLICKHOUSE)) told[what] = await ch.query(sql)
  return told
}
