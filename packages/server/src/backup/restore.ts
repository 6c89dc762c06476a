import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { OPERATOR } from '@otklik/model/access'
import { headsFile, noteHead, readHeads, recordAudit, verifyAudit } from '../platform/audit/index.ts'
import { type ClickHouse, openClickHouse } from '../platform/clickhouse/client.ts'
import type { Config } from '../platform/config.ts'
import { beginRestore, finishRestore } from '../platform/engines/restoring.ts'
import { type Engines, startEngines } from '../platform/engines/start.ts'
import type { Log } from '../platform/log.ts'
import { migrate } from '../platform/postgres/migrate.ts'
import { type Db, openDatabase } from '../platform/postgres/open.ts'
import { migrations, schemaSteps } from '../schema.ts'
import { checkCopy } from './check-copy.ts'
import { emptyDataDir, requireEmptyStores } from './empty.ts'
import { BackupError } from './errors.ts'
import { fillFacts } from './facts.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { fillRecords } from './records-in.ts'
import { onConnection } from './records-session.ts'
import { HEADS } from './take.ts'
import { writeFile } from './write-file.ts'

export interface RestoreDeps {
  readonly config: Config
  readonly log: Log
  readonly report?: (progress: { rows: number; bytes: number; total: number }) => void
}

/**
 * Makes a copy into an installation, in an empty data directory. Everything is read and checked before anything is
 * touched; until the end a mark in the directory keeps a server from taking it for whole.
 * Throws BackupError and EngineError.
 */
export async function restoreBackup(deps: RestoreDeps, folder: string): Promise<Manifest> {
  const { config, log } = deps
  const manifest = await readManifest(folder)
  requireKnown(manifest)
  const report = reporter(deps, manifest)
  await checkCopy(folder, manifest, (bytes) => report({ bytes }))
  await emptyDataDir(config, log)
  beginRestore(config.dataDir)
  const engines = await startEngines(config, log, { restoring: true })
  try {
    await refuseFullStores(config, engines)
    await fill({ config, log, engines, folder, manifest, report })
  } finally {
    await engines.stop()
  }
  finishRestore(config.dataDir)
  return manifest
}

/** Nothing was done then, and nothing keeps others out. */
async function refuseFullStores({ dataDir, clickhouseDatabase }: Config, engines: Engines): Promise<void> {
  const ch = openClickHouse(engines.clickhouseUrl, clickhouseDatabase)
  try {
    await onConnection(engines.databaseUrl, (client) => requireEmptyStores(client, ch))
  } catch (error) {
    if (error instanceof BackupError) finishRestore(dataDir)
    throw error
  } finally {
    await ch.close()
  }
}

/** What a newer version added can't be taken up by an older one. */
function requireKnown(manifest: Manifest): void {
  const known = new Set([...migrations, ...schemaSteps].map(({ name }) => name))
  const newer = [...manifest.migrations, ...manifest.schemaSteps].find((name) => !known.has(name))
  if (newer === undefined) return
  throw new BackupError(`Резервная копия сделана более новой версией программы (${newer}). Поставьте её и повторите.`)
}

type Report = (more: { rows?: number; bytes?: number }) => void

/** Every byte is read twice: to check it, and to restore it. */
function reporter({ report }: RestoreDeps, { files }: Manifest): Report {
  const total = 2 * files.reduce((sum, { bytes }) => sum + bytes, 0)
  const so = { rows: 0, bytes: 0, total }
  return ({ rows = 0, bytes = 0 }) => {
    so.rows += rows
    so.bytes += bytes
    report?.({ ...so })
  }
}

interface Filling {
  readonly config: Config
  readonly log: Log
  readonly engines: Engines
  readonly folder: string
  readonly manifest: Manifest
  readonly report: Report
}

async function fill({ config, log, engines, folder, manifest, report }: Filling): Promise<void> {
  const { db, close } = openDatabase(engines.databaseUrl, log, 4)
  const ch = openClickHouse(engines.clickhouseUrl, config.clickhouseDatabase)
  try {
    await onConnection(engines.databaseUrl, async (client) => {
      await migrate(db, listOf(manifest))
      await fillRecords(client, folder, manifest, report)
    })
    await fillFacts(ch, folder, manifest, report)
    await placeFiles(config, folder, manifest, (bytes) => report({ bytes }))
    await closeLog(db, ch, config, manifest)
  } finally {
    await close()
    await ch.close()
  }
}

/** The tables as they were when the copy was made; what came after it is added to them filled, as by any new version. */
function listOf(manifest: Manifest) {
  const copied = new Set(manifest.migrations)
  return migrations.filter(({ name }) => copied.has(name))
}

async function placeFiles(config: Config, folder: string, { files }: Manifest, report: (bytes: number) => void) {
  for (const { path, sha256 } of files.filter(({ path }) => !/^(records|facts)\//.test(path))) {
    const source = createReadStream(join(folder, path), { highWaterMark: 1 << 20 })
    const placed = await writeFile(config.dataDir, path, source, { report })
    if (placed.sha256 !== sha256) throw new BackupError(`Файл ${path} изменился на ходу. Повторите восстановление.`)
  }
}

/** The audit is followed to the head of the copy, then says that it was restored. */
async function closeLog(db: Db, ch: ClickHouse, config: Config, manifest: Manifest): Promise<void> {
  const { audit, createdAt, records, facts } = manifest
  const { heads } = await readHeads(join(config.dataDir, HEADS))
  const noted = [...heads, ...(audit.seq > 0 ? [audit] : [])]
  const verdict = await verifyAudit(db, noted)
  if (!verdict.ok || verdict.rows !== audit.seq)
    throw new BackupError(
      `Журнал действий в копии нарушен у записи ${verdict.ok ? audit.seq : verdict.seq}. Возьмите другую копию.`,
    )
  await migrate(db, migrations)
  const rows = Object.fromEntries([...records, ...facts].map((table) => [table.name, table.rows]))
  const after = { copiedAt: createdAt, audit, rows, into: ch.database }
  await db
    .transaction()
    .execute((tx) => recordAudit(tx, { who: OPERATOR, what: 'installation.restored', subject: 'installation', after }))
  await noteHead(db, headsFile(config))
}
