import { chmodSync, createReadStream, existsSync, readdirSync } from 'node:fs'
import { readdir, statfs } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import type pg from 'pg'
import { sealedRecords } from '../sealed.ts'
import { withoutImports } from '../exchange/index.ts'
import { OPERATOR } from '@otklik/model/access'
import { headLine, headsFile, readHeads, recordAudit, unitedHeads } from '../platform/audit/index.ts'
import { type ClickHouse, openClickHouse } from '../platform/clickhouse/client.ts'
import type { Config } from '../platform/config.ts'
import type { ReachedEngines } from '../platform/engines/attach.ts'
import { flushFolder } from '../platform/flush.ts'
import { silentLog } from '../platform/log.ts'
import { makeFolder } from '../platform/make-folder.ts'
import { refuseUnknownSteps } from '../platform/newer-data.ts'
import { migrations } from '../schema.ts'
import { openDatabase } from '../platform/postgres/open.ts'
import { fittingSecret } from '../platform/records-key/index.ts'
import { BackupError } from './errors.ts'
import { type CopiedFacts, copyFacts, sizeOfFacts } from './facts.ts'
import { type FileToCopy, filesOfKeys, filesOfLedger } from './ledger-files.ts'
import { type CopiedFile, FORMAT, type Manifest, writeManifest } from './manifest.ts'
import { type CopiedRecords, copyRecords } from './records-out.ts'
import { onConnection } from './records-session.ts'
import { writeFile } from './write-file.ts'

export interface BackupDeps {
  readonly config: Pick<Config, 'dataDir' | 'auditAnchor' | 'clickhouseDatabase'>
  readonly engines: Pick<ReachedEngines, 'databaseUrl' | 'clickhouseUrl'>
  /** Hears how far it is; `total` is an estimate. */
  readonly report?: (progress: { rows: number; bytes: number; total: number }) => void
  /** Called when an import has to be waited for. */
  readonly waiting?: () => void
  readonly now?: () => Date
}

/**
 * Copies an installation into a new folder while it works. Imports wait until the facts are copied; the records are those
 * of the moment in which that began, and the files those that the records name.
 * Throws BackupError; a folder without `backup.json` is a copy that was not finished.
 */
export async function takeBackup(deps: BackupDeps, target: string): Promise<Manifest> {
  const { config, engines, now = () => new Date() } = deps
  const folder = openFolder(target, config.dataDir)
  const ch = openClickHouse(engines.clickhouseUrl, config.clickhouseDatabase)
  try {
    return await onConnection(engines.databaseUrl, async (client) => {
      const meter = meterOf(deps.report)
      const facts = await withoutImports(
        client,
        async () => {
          await recordCopy(client, deps, folder)
          // The snapshot is of the first statement: after the import that was waited for.
          await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
          meter.expect(await requireSpace(client, ch, config.dataDir, folder))
          return copyFacts(ch, folder, meter.add)
        },
        deps.waiting,
      )
      const createdAt = now().toISOString()
      const records = await copyRecords(client, folder, meter.add)
      const files = await copyFiles(client, deps, folder, { meter, records })
      await flushFolders(folder)
      const manifest = manifestOf({ createdAt, facts, records, files })
      await writeManifest(folder, manifest)
      return manifest
    })
  } finally {
    await ch.close()
  }
}

/** All there is leaves in a copy: nothing is copied that could not be recorded first, nor without its key. */
async function recordCopy(client: pg.Client, { config, engines }: BackupDeps, folder: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations')
  const done = new Set(rows.map(({ name }) => name))
  refuseUnknownSteps(done, migrations)
  // A copy before the first start of a newer version: its tables have not got their form yet.
  if (migrations.some(({ name }) => !done.has(name))) return
  const log = silentLog()
  const { db, close } = openDatabase(engines.databaseUrl, log, 2)
  const event = { who: OPERATOR, what: 'installation.copied', subject: 'installation', after: { folder } } as const
  try {
    await fittingSecret({ db, dataDir: config.dataDir, sealed: sealedRecords, log })
    await db.transaction().execute((tx) => recordAudit(tx, event))
  } finally {
    await close()
  }
}

function openFolder(target: string, dataDir: string): string {
  const folder = resolve(target)
  const inside = relative(dataDir, folder)
  if (inside === '' || !(inside === '..' || inside.startsWith(`..${sep}`)))
    throw new BackupError(`Папка ${folder} лежит в каталоге данных. Укажите другую, лучше на другом диске.`)
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new BackupError(`Папка ${folder} не пуста. Укажите новую или пустую.`)
  makeFolder(folder, 0o700)
  chmodSync(folder, 0o700)
  return folder
}

/** Bytes to be read. Throws BackupError where what they take on the disk doesn't fit. */
async function requireSpace(client: pg.Client, ch: ClickHouse, dataDir: string, folder: string): Promise<number> {
  const facts = await sizeOfFacts(ch)
  const { rows } = await client.query<{ bytes: string }>('SELECT pg_database_size(current_database())::text AS bytes')
  const records = Number(rows[0]?.bytes ?? 0)
  const files = (await filesOfLedger(client, dataDir)).reduce((sum, { bytes }) => sum + bytes, 0)
  const { bavail, bsize } = await statfs(folder)
  // Facts are packed about as tightly as they lie; records shrink several times.
  const needed = facts.disk * 1.2 + records * 0.5 + files
  if (bavail * bsize < needed)
    throw new BackupError(`Для копии нужно около ${inGib(needed)}, а в ${folder} свободно ${inGib(bavail * bsize)}.`)
  return facts.raw + records + files
}

const inGib = (bytes: number) =>
  `${(bytes / 1024 ** 3).toLocaleString('ru', { maximumFractionDigits: 2, minimumFractionDigits: 2 })} ГБ`

interface Copying {
  readonly meter: Meter
  readonly records: CopiedRecords
}

async function copyFiles(client: pg.Client, { config }: BackupDeps, folder: string, { meter, records }: Copying) {
  const { dataDir } = config
  const copied: CopiedFile[] = []
  const report = (bytes: number) => meter.add({ rows: 0, bytes })
  const waiting: FileToCopy[] = [...(await filesOfLedger(client, dataDir)), ...(await filesOfKeys(dataDir))]
  const copySome = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop())
      copied.push(await writeFile(folder, next.path, createReadStream(join(dataDir, next.path)), { report }))
  }
  // A few at once: most are small, and each is waited for until it is on the disk.
  await Promise.all(Array.from({ length: 4 }, copySome))
  const lines = (await headsOf(client, config, records)).map((head) => `${headLine(head)}\n`).join('')
  copied.push(
    await writeFile(
      folder,
      HEADS,
      (async function* () {
        yield lines
      })(),
    ),
  )
  return copied
}

/** All that was noted, but for what is of records that are not in the copy. */
async function headsOf(client: pg.Client, config: BackupDeps['config'], { audit }: CopiedRecords) {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('audit_heads') IS NOT NULL AS there`)
  const kept = rows[0]?.there
    ? (await client.query<{ at: Date; seq: string; hash: string }>('SELECT at, seq::text, hash FROM audit_heads')).rows
    : []
  const noted = kept.map(({ at, seq, hash }) => ({ at: at.toISOString(), seq: Number(seq), hash }))
  return unitedHeads(await readHeads(headsFile(config)), noted).filter(({ seq }) => seq <= audit.seq)
}

/** Where the heads lie in a copy, wherever the installation notes them. */
export const HEADS = 'audit/heads.jsonl'

async function flushFolders(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) if (entry.isDirectory()) await flushFolder(join(entry.parentPath, entry.name))
  await flushFolder(folder)
}

interface Copied {
  readonly createdAt: string
  readonly facts: CopiedFacts
  readonly records: CopiedRecords
  readonly files: readonly CopiedFile[]
}

function manifestOf({ createdAt, facts, records, files }: Copied): Manifest {
  const { migrations, sequences, audit } = records
  const all = [...facts.files, ...records.files, ...files].map((file) => ({
    ...file,
    path: file.path.replaceAll(sep, '/'),
  }))
  return {
    format: FORMAT,
    createdAt,
    migrations,
    schemaSteps: facts.schemaSteps,
    records: records.records,
    sequences,
    facts: facts.facts,
    audit,
    files: all.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

interface Meter {
  expect(total: number): void
  add(more: { rows: number; bytes: number }): void
}

function meterOf(report: BackupDeps['report']): Meter {
  const so = { rows: 0, bytes: 0, total: 0 }
  return {
    expect: (total) => {
      so.total = total
    },
    add: ({ rows, bytes }) => {
      so.rows += rows
      so.bytes += bytes
      report?.({ ...so, total: Math.max(so.total, so.bytes) })
    },
  }
}
