import { join } from 'node:path'
import type pg from 'pg'
import { linesOf } from '../platform/lines.ts'
import { BackupError } from './errors.ts'
import type { Manifest } from './manifest.ts'
import { quoted, recordFile, type RecordTable, recordTables } from './records-session.ts'
import { readPacked } from './write-file.ts'

type Report = (more: { rows?: number; bytes?: number }) => void

const BATCH_ROWS = 1000
const BATCH_CHARS = 4 << 20

/**
 * Fills the freshly migrated tables in one transaction, with their triggers in place; references between tables are
 * taken off while rows come in the order of tables, and checked when they are put back.
 */
export async function fillRecords(
  client: pg.Client,
  folder: string,
  { records, sequences }: Manifest,
  report: Report,
): Promise<void> {
  await client.query('BEGIN')
  requireSameTables(await recordTables(client), records)
  const references = await takeReferencesOff(client)
  for (const { name, columns, rows } of records) {
    await emptyTable(client, name)
    await fillTable(client, join(folder, recordFile(name)), { name, columns }, report)
    await requireCount(client, name, rows)
  }
  for (const put of references) await client.query(put)
  for (const { name, last } of sequences)
    await client.query('SELECT setval($1::regclass, $2::bigint)', [quoted(name), last])
  await client.query('COMMIT')
}

/**
 * Takes out what a migration put in: it stands in the copy as it is now. An empty table is left alone, since one that is
 * only added to may refuse the statement itself.
 */
async function emptyTable(client: pg.Client, name: string): Promise<void> {
  const table = quoted(name)
  const { rows } = await client.query(`SELECT FROM ${table} LIMIT 1`)
  if (rows.length > 0) await client.query(`DELETE FROM ${table}`)
}

function requireSameTables(there: readonly RecordTable[], copied: readonly RecordTable[]): void {
  const said = (tables: readonly RecordTable[]) =>
    JSON.stringify(
      tables.map(({ name, columns }) => JSON.stringify([name, columns])).toSorted((a, b) => (a < b ? -1 : 1)),
    )
  if (said(there) === said(copied)) return
  throw new BackupError(
    'Таблицы резервной копии устроены не так, как в этой программе. Восстановите её той версией, которой она сделана.',
  )
}

/** Drops the foreign keys; gives the statements that put them back. */
async function takeReferencesOff(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, conname::text AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  )
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`)
  return rows.map(({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`)
}

async function fillTable(
  client: pg.Client,
  path: string,
  { name, columns }: RecordTable,
  report: Report,
): Promise<void> {
  const table = quoted(name)
  const names = columns.map(quoted)
  // Behind OFFSET every row is read from its text once, not once for each column.
  const insert = `INSERT INTO ${table} (${names.join(', ')}) OVERRIDING SYSTEM VALUE
    SELECT ${names.map((column) => `(x.r).${column}`).join(', ')}
    FROM (SELECT s::${table} AS r FROM unnest($1::text[]) AS s OFFSET 0) x`
  for await (const batch of batches(path, report)) {
    await client.query(insert, [batch])
    report({ rows: batch.length })
  }
}

async function* batches(path: string, report: Report): AsyncGenerator<string[]> {
  const lines = linesOf(readPacked(path, (bytes) => report({ bytes })))
  let batch: string[] = []
  let chars = 0
  for await (const line of lines) {
    batch.push(String(JSON.parse(line)))
    chars += line.length
    if (batch.length < BATCH_ROWS && chars < BATCH_CHARS) continue
    yield batch
    batch = []
    chars = 0
  }
  if (batch.length > 0) yield batch
}

async function requireCount(client: pg.Client, table: string, rows: number): Promise<void> {
  const found = await client.query<{ rows: string }>(`SELECT count(*)::text AS rows FROM ${quoted(table)}`)
  if (Number(found.rows[0]?.rows) !== rows)
    throw new BackupError(`Таблица ${table} восстановлена не целиком. Повторите восстановление.`)
}
