import { join } from 'node:path'
import type { ClickHouse } from '../platform/clickhouse/client.ts'
import { applySchema } from '../platform/clickhouse/schema.ts'
import { schemaSteps } from '../schema.ts'
import { BackupError } from './errors.ts'
import { copiedFacts } from './tables.ts'
import type { CopiedFile, Manifest } from './manifest.ts'
import { readPacked, writeFile } from './write-file.ts'

/** What an old month has, one statement may bring at once. */
const ANY_PARTITIONS = { max_partitions_per_insert_block: '0' } as const
const factFile = (table: string) => `facts/${table}.native.zst`

export type CopiedFacts = Pick<Manifest, 'facts' | 'schemaSteps'> & { readonly files: CopiedFile[] }

/** Copies the tables of what is counted. The caller has seen to it that nobody imports meanwhile. */
export async function copyFacts(
  ch: ClickHouse,
  folder: string,
  report: (progress: { rows: number; bytes: number }) => void,
): Promise<CopiedFacts> {
  const files: CopiedFile[] = []
  const facts: Manifest['facts'] = []
  for (const name of copiedFacts) {
    const from = await settled(ch, name)
    const rows = await countOf(ch, from)
    const source = await ch.stream(`SELECT * FROM ${from}`, 'Native')
    const options = { compress: true, report: (bytes: number) => report({ rows: 0, bytes }) }
    files.push(await writeFile(folder, factFile(name), source, options))
    facts.push({ name, rows })
    report({ rows, bytes: 0 })
  }
  const steps = await ch.query<{ name: string }>('SELECT DISTINCT name FROM schema_steps ORDER BY name')
  return { files, facts, schemaSteps: steps.map(({ name }) => name) }
}

/** Makes the tables and fills them. Throws BackupError where a count is not that of the copy. */
export async function fillFacts(
  ch: ClickHouse,
  folder: string,
  { facts }: Manifest,
  report: (more: { rows?: number; bytes?: number }) => void,
): Promise<void> {
  await applySchema(ch, schemaSteps)
  for (const { name, rows } of facts) {
    // Native of no rows is no bytes at all, which not every reader takes for a body.
    if (rows > 0) {
      const body = readPacked(join(folder, factFile(name)), (bytes) => report({ bytes }))
      await ch.insertStream(`INSERT INTO ${name} FORMAT Native`, body, ANY_PARTITIONS)
    }
    if ((await countOf(ch, await settled(ch, name))) !== rows)
      throw new BackupError(`Таблица ${name} восстановлена не целиком. Повторите восстановление.`)
    report({ rows })
  }
}

/** Rows that a merge would make one count as one: how far merges have come must not matter. */
async function settled(ch: ClickHouse, name: string): Promise<string> {
  const [table] = await ch.query<{ engine: string }>(
    'SELECT engine FROM system.tables WHERE database = currentDatabase() AND name = {name:String}',
    { name },
  )
  return table?.engine === 'MergeTree' ? name : `${name} FINAL`
}

async function countOf(ch: ClickHouse, from: string): Promise<number> {
  const [found] = await ch.query<{ rows: number }>(`SELECT count() AS rows FROM ${from}`)
  return Number(found?.rows ?? 0)
}

/** Bytes of the tables before compression, and on the disk. */
export async function sizeOfFacts(ch: ClickHouse): Promise<{ raw: number; disk: number }> {
  const [found] = await ch.query<{ raw: number; disk: number }>(
    `SELECT sum(data_uncompressed_bytes) AS raw, sum(bytes_on_disk) AS disk FROM system.parts
     WHERE database = currentDatabase() AND active AND table IN {names:Array(String)}`,
    { names: copiedFacts },
  )
  return { raw: Number(found?.raw ?? 0), disk: Number(found?.disk ?? 0) }
}
