import type pg from 'pg'
import type { CopiedFile, Manifest } from './manifest.ts'
import { quoted, recordFile, recordTables } from './records-session.ts'
import { type WriteOptions, writeFile } from './write-file.ts'

/** Rows of one fetch: a receipt may take hundreds of kilobytes. */
const BATCH = 400

export type CopiedRecords = Pick<Manifest, 'migrations' | 'records' | 'sequences' | 'audit'> & {
  readonly files: CopiedFile[]
}

/** Copies every table of records out of the client's transaction, which sees one moment; counts while it copies. */
export async function copyRecords(
  client: pg.Client,
  folder: string,
  report: (progress: { rows: number; bytes: number }) => void,
): Promise<CopiedRecords> {
  const files: CopiedFile[] = []
  const records: Manifest['records'] = []
  for (const { name, columns } of await recordTables(client)) {
    const counted = { rows: 0 }
    const options: WriteOptions = { compress: true, report: (bytes) => report({ rows: 0, bytes }) }
    const lines = linesOf(client, name, (rows) => {
      counted.rows += rows
      report({ rows, bytes: 0 })
    })
    files.push(await writeFile(folder, recordFile(name), lines, options))
    records.push({ name, columns: [...columns], rows: counted.rows })
  }
  return { files, records, ...(await readState(client)) }
}

/** Every row as PostgreSQL writes it as one text, a JSON string to the line: exact for every type, known or new. */
async function* linesOf(client: pg.Client, table: string, count: (rows: number) => void): AsyncGenerator<string> {
  await client.query(`DECLARE copied NO SCROLL CURSOR FOR SELECT (t.*)::text AS row FROM ${quoted(table)} t`)
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${BATCH} FROM copied`)
    if (rows.length === 0) break
    yield rows.map(({ row }) => `${JSON.stringify(row)}\n`).join('')
    count(rows.length)
  }
  await client.query('CLOSE copied')
}

async function readState(client: pg.Client): Promise<Pick<Manifest, 'migrations' | 'sequences' | 'audit'>> {
  const migrations = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY at, name')
  // Sequences stand outside of transactions: a number given out meanwhile is only skipped.
  const sequences = await client.query<{ name: string; last: string }>(
    `SELECT sequencename::text AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY 1`,
  )
  const head = await client.query<{ seq: string; hash: string }>(
    'SELECT seq::text, hash FROM audit_log ORDER BY audit_log.seq DESC LIMIT 1',
  )
  const [last] = head.rows
  return {
    migrations: migrations.rows.map(({ name }) => name),
    sequences: sequences.rows,
    audit: { seq: Number(last?.seq ?? 0), hash: last?.hash ?? '' },
  }
}
