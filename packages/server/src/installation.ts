import type { Reach } from '@otklik/model/access'
import { dayOf } from '@otklik/model/days'
import type pg from 'pg'
import { supplierAuthorities } from './access/index.ts'
import { sealedRecords } from './sealed.ts'
import { type Changes, openChanges } from './exchange/changes.ts'
import {
  countBySupplier,
  countLately,
  fileNames,
  type ImportParts,
  type ImportQueue,
  importQueue,
  registerStaged,
  unfinishedPackages,
} from './exchange/index.ts'
import type { ImportMetrics } from './exchange/metrics.ts'
import { type ClickHouse, openClickHouse } from './platform/clickhouse/client.ts'
import { applySchema } from './platform/clickhouse/schema.ts'
import type { Cipher } from './platform/cipher.ts'
import type { Config } from './platform/config.ts'
import { type Engines, startEngines } from './platform/engines/start.ts'
import type { Log } from './platform/log.ts'
import { openRecordsKey } from './platform/records-key/index.ts'
import { migrate } from './platform/postgres/migrate.ts'
import { type Db, openDatabase } from './platform/postgres/open.ts'
import { impatient, type Pulse, pulseOfClickHouse, pulseOfPostgres } from './platform/pulse/index.ts'
import { openRoom, type Room } from './platform/room/room.ts'
import {
  progressDeps,
  type ProgressDeps,
  type Received,
  recountAll,
  recountStaged,
  registerView,
} from './progress/index.ts'
import { ensureRegions, isDemo, markDemo, registeredOf } from './register/index.ts'
import { migrations, schemaSteps } from './schema.ts'

/** Both stores, opened and migrated, and what the contexts derive from them. */
export interface Installation {
  readonly config: Config
  readonly log: Log
  readonly db: Db
  readonly pool: pg.Pool
  readonly ch: ClickHouse
  /** Encrypts values that must not be readable in the database. */
  readonly cipher: Cipher
  readonly exchange: ImportParts
  readonly imports: ImportQueue
  /** Word of what the imports of this process do. */
  readonly changes: Changes
  readonly progress: ProgressDeps
  readonly engines: Engines
  /** Of PostgreSQL, which every call needs. */
  readonly pulse: Pulse
  /** On the disk of the data folder. */
  readonly room: Room
  close(): Promise<void>
}

/** Options of `openInstallation`. */
export interface OpenOptions {
  /** Marks an empty installation as a demo; this cannot be undone. */
  readonly demo?: boolean
  /** Those that are starting already. */
  readonly engines?: Promise<Engines>
  /** Told what is imported. */
  readonly metrics?: ImportMetrics
}

/**
 * Starts the engines that have no URL in the configuration, migrates both schemas and wires the contexts.
 * Throws EngineError with a message in Russian.
 */
export async function openInstallation(
  config: Config,
  log: Log,
  { demo = false, engines: starting = startEngines(config, log), metrics }: OpenOptions = {},
): Promise<Installation> {
  const engines = await starting
  const { db, pool, close: closeDatabase } = openDatabase(engines.databaseUrl, log, config.databasePoolSize)
  const ch = openClickHouse(engines.clickhouseUrl, config.clickhouseDatabase, engines.clickhouseFeeds)
  const close = async (): Promise<void> => {
    // An import at work is broken off by this, while the ledger can still be told; it is taken up by the next start.
    await ch.close()
    await closeDatabase()
    await engines.stop()
  }
  try {
    await Promise.all([migrate(db, migrations), applySchema(ch, schemaSteps)])
    const cipher = await openRecordsKey({
      db,
      dataDir: config.dataDir,
      sealed: sealedRecords,
      log,
    })
    await ensureRegions(db)
    if (demo) await markDemo(db)
    const changes = openChanges()
    const wired = exchangeParts({ config, log, db, ch, demo: await isDemo(db) })
    const exchange = { ...wired, changed: changes.tell, ...(metrics && { metrics }) }
    const progress = wireProgress(db, impatient(ch, pulseOfClickHouse(engines.clickhouseUrl, log)), config)
    return {
      config,
      log,
      db,
      pool,
      ch,
      cipher,
      exchange,
      imports: importQueue(exchange, pool),
      changes,
      progress,
      engines,
      pulse: pulseOfPostgres(engines.databaseUrl, log),
      room: openRoom({ folder: config.dataDir, log }),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

function exchangeParts(given: { config: Config; log: Log; db: Db; ch: ClickHouse; demo: boolean }): ImportParts {
  const { config, log, db, ch, demo } = given
  const { dataDir, maxArchiveFiles, maxArchiveRatio, maxUnpackedBytes } = config
  const limits = {
    maxFiles: maxArchiveFiles,
    maxFileBytes: maxUnpackedBytes,
    maxArchiveBytes: maxUnpackedBytes,
    maxRatio: maxArchiveRatio,
  }
  return {
    db,
    ch,
    log,
    dataDir,
    limits,
    demo,
    recount: () => recountStaged(ch),
    recountAll: () => recountAll(ch),
    register: (tx) => registerStaged(tx, ch),
    registered: (ids) => registeredOf(db, ids),
  }
}

function wireProgress(db: Db, ch: ClickHouse, { monthClosesAfterDays }: Config): ProgressDeps {
  const ledger = {
    unfinishedPackages: () => unfinishedPackages(db),
    fileNames: (packages: readonly number[]) => fileNames(db, packages),
    packagesLately: (reach: Reach) => countLately(db, { today: dayOf(new Date()), reach }),
    packagesByAuthority: (period: { from: string; to: string }, reach: Reach) => packagesByAuthority(db, period, reach),
  }
  return progressDeps({ ch, db, ledger, register: registerView(db), closesAfterDays: monthClosesAfterDays })
}

/** Of several suppliers of one authority, all together. */
async function packagesByAuthority(db: Db, period: { from: string; to: string }, reach: Reach) {
  const [counts, authorities] = await Promise.all([
    countBySupplier(db, period, { today: dayOf(new Date()), reach }),
    supplierAuthorities(db),
  ])
  const none: Received = { received: 0, late: 0 }
  const add = (a: Received, b: Received): Received => ({ received: a.received + b.received, late: a.late + b.late })
  const sums = new Map<string, Received>()
  for (const [supplier, count] of counts) {
    const authority = authorities.get(supplier)
    if (authority !== undefined) sums.set(authority, add(sums.get(authority) ?? none, count))
  }
  return { total: [...counts.values()].reduce(add, none), authorities: sums }
}
