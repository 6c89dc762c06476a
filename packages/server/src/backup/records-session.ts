import pg from 'pg'
import { recordsLeftOut } from './tables.ts'

/** What a value looks like as text must not depend on the server's settings. */
const SETTINGS = `SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC';
  SET extra_float_digits = 3; SET bytea_output = 'hex'; SET statement_timeout = 0;
  SET idle_in_transaction_session_timeout = 0`

/** Runs the work on a connection of its own, which is closed after it. */
export async function onConnection<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'otklik-backup' })
  // Whoever waits for an answer hears of a lost connection; between two statements nobody does.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(SETTINGS)
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** A table of records; `columns` in the order in which its rows are written. */
export interface RecordTable {
  readonly name: string
  readonly columns: readonly string[]
}

/** The tables of records there are, but for those that stay behind. */
export async function recordTables(client: pg.Client): Promise<RecordTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
     GROUP BY c.relname ORDER BY c.relname`,
    [recordsLeftOut],
  )
  return rows
}

export const quoted = (name: string): string => pg.escapeIdentifier(name)
export const recordFile = (table: string): string => `records/${table}.jsonl.zst`
