import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Reach } from '@otklik/model/access'
import type pg from 'pg'
import {
  accessRoutes,
  createAuthenticate,
  lettersBy,
  lettersJob,
  NO_LETTERS,
  openOutside,
  rememberReaches,
  supplierAuthorities,
  workLetters,
} from './access/index.ts'
import { certificationRoutes } from './certification/index.ts'
import {
  countBySupplier,
  countPackages,
  exchangeRoutes,
  fileNames,
  importJob,
  importMetrics,
  type ImportParts,
  type ImportQueue,
  importQueue,
  isAway,
  registerStaged,
  sweepUploads,
  unfinishedPackages,
} from './exchange/index.ts'
import { headsFile, headsJob, noteHead, watchCalls, workHeads } from './platform/audit/index.ts'
import { type ClickHouse, openClickHouse } from './platform/clickhouse/client.ts'
import { patiently } from './platform/clickhouse/patience.ts'
import { openCipher } from './platform/cipher.ts'
import { applySchema } from './platform/clickhouse/schema.ts'
import { schemaSteps } from './platform/clickhouse/steps.ts'
import type { Config } from './platform/config.ts'
import { type Engines, startEngines } from './platform/engines/start.ts'
import { type App, buildHttp, createMetrics, type Metrics } from './platform/http/index.ts'
import { type Jobs, startJobs } from './platform/jobs/jobs.ts'
import type { Log } from './platform/log.ts'
import { openMail } from './platform/mail/index.ts'
import { migrate } from './platform/postgres/migrate.ts'
import { migrations } from './platform/postgres/migrations.ts'
import { type Db, openDatabase } from './platform/postgres/open.ts'
import {
  alarmsJob,
  dayOf,
  officeRequests,
  progressParts,
  type ProgressParts,
  progressRoutes,
  recountStaged,
  registerView,
  workAlarms,
} from './progress/index.ts'
import { ensureRegions, isDemo, markDemo, registerRoutes } from './register/index.ts'

/** Both stores open and up to date, and what the contexts need of them. The one place where everything meets. */
export interface Installation {
  readonly config: Config
  readonly log: Log
  readonly db: Db
  readonly pool: pg.Pool
  readonly ch: ClickHouse
  readonly exchange: ImportParts
  readonly imports: ImportQueue
  readonly progress: ProgressParts
  readonly engines: Engines
  readonly metrics: Metrics
  close(): Promise<void>
}

/**
 * Starts the engines that are not given by address, brings both schemas up to date and wires the contexts.
 * @param options `demo`: an empty installation becomes a demonstration, for good. `engines`: those that are starting already.
 * Throws EngineError with a Russian sentence.
 */
export async function openInstallation(
  config: Config,
  log: Log,
  { demo = false, engines: starting = startEngines(config, log) }: { demo?: boolean; engines?: Promise<Engines> } = {},
): Promise<Installation> {
  const engines = await starting
  const { db, pool, close: closeDatabase } = openDatabase(engines.databaseUrl, log, config.databasePoolSize)
  const ch = openClickHouse(engines.clickhouseUrl, config.clickhouseDatabase)
  const close = async (): Promise<void> => {
    await closeDatabase()
    await ch.close()
    await engines.stop()
  }
  try {
    await Promise.all([migrate(db, migrations), applySchema(ch, schemaSteps)])
    await ensureRegions(db)
    if (demo) await markDemo(db)
    const metrics = createMetrics()
    const exchange = {
      ...exchangeParts({ config, log, db, ch, demo: await isDemo(db) }),
      metrics: importMetrics(metrics),
    }
    const progress = wireProgress(db, ch, config)
    return {
      config,
      log,
      db,
      pool,
      ch,
      exchange,
      imports: importQueue(exchange, pool),
      progress,
      engines,
      metrics,
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
    register: (tx) => registerStaged(tx, ch),
  }
}

function wireProgress(db: Db, ch: ClickHouse, { monthClosesAfterDays }: Config): ProgressParts {
  const ledger = {
    unfinishedPackages: () => unfinishedPackages(db),
    fileNames: (packages: readonly number[]) => fileNames(db, packages),
    packagesOf: (period: { from: string; to: string }, reach: Reach) =>
      countPackages(db, period, { today: dayOf(new Date()), reach }),
    packagesByAuthority: (period: { from: string; to: string }, reach: Reach) => packagesByAuthority(db, period, reach),
  }
  return progressParts({ ch, db, ledger, register: registerView(db), closesAfterDays: monthClosesAfterDays })
}

/** Of several suppliers of one authority, all together. */
async function packagesByAuthority(db: Db, period: { from: string; to: string }, reach: Reach) {
  const [counts, authorities] = await Promise.all([
    countBySupplier(db, period, { today: dayOf(new Date()), reach }),
    supplierAuthorities(db),
  ])
  const sums = new Map<string, { received: number; late: number }>()
  for (const [supplier, { received, late }] of counts) {
    const authority = authorities.get(supplier)
    if (authority === undefined) continue
    const before = sums.get(authority) ?? { received: 0, late: 0 }
    sums.set(authority, { received: before.received + received, late: before.late + late })
  }
  return sums
}

/** Starts the job queue and the work of this process on it; whatever waited or broke off before goes on at once. */
export async function startWork({ log, db, engines, config, imports, progress }: Installation): Promise<Jobs> {
  const alone = config.databaseUrl === undefined
  if (alone) await sweepUploads({ db, dataDir: config.dataDir })
  const jobs = await startJobs({
    databaseUrl: engines.databaseUrl,
    kinds: [importJob, alarmsJob, headsJob, lettersJob],
    log,
    alone,
  })
  await jobs.work(importJob, async () => {
    // An engine that went away for a moment is back sooner than the queue would try again.
    await patiently(isAway, () => imports.run())
    await jobs.enqueue(db, alarmsJob, {}, { key: 'after-import' })
  })
  await jobs.schedule(importJob, '*/5 * * * *', {})
  await workAlarms(jobs, progress)
  await workHeads(jobs, db, headsFile(config))
  if (config.mail)
    await workLetters(jobs, { db, config, cipher: openCipher(config.dataDir), mail: openMail(config.mail) })
  await jobs.enqueue(db, importJob, {})
  return jobs
}

/** Notes where the audit log ends; a disk that can't be written to is no reason not to serve, but somebody must hear of it. */
export async function noteAuditHead({ db, config, log }: Installation): Promise<void> {
  const path = headsFile(config)
  await noteHead(db, path).catch((err: unknown) => log.error({ err, path }, 'the end of the audit log was not noted'))
}

/** The HTTP server with every context's calls, not yet listening. */
export async function buildServer(
  installation: Installation,
  jobs: Jobs,
  operatorToken: () => string | undefined,
): Promise<App> {
  const { config, log, db, ch, progress, metrics } = installation
  const reaches = rememberReaches(db)
  const app = await buildHttp({
    config,
    log,
    authenticate: createAuthenticate({ db, config, reaches, operatorToken }),
    watch: watchCalls(db),
    ready: {
      postgresql: () => db.selectFrom('access_users').select('id').limit(1).execute(),
      clickhouse: () => ch.query('SELECT 1'),
    },
    metrics,
    deskFolder: deskFolder(),
  })
  const outside = config.oidc && openOutside(config.oidc, log)
  const letters = config.mail ? lettersBy(jobs) : NO_LETTERS
  accessRoutes(app, { db, config, reaches, outside, cipher: openCipher(config.dataDir), letters })
  const { dataDir, maxUploadBytes } = config
  exchangeRoutes(app, { db, ch, dataDir, jobs, maxUploadBytes, today: progress.today })
  progressRoutes(app, progress)
  registerRoutes(app, { db, officeRequests: (offices, reach) => officeRequests(progress, reach, offices) })
  certificationRoutes(app, { db })
  return app
}

function deskFolder(): string | undefined {
  const folder = join(fileURLToPath(new URL('.', import.meta.url)), '../../desk/dist')
  return existsSync(folder) ? folder : undefined
}
