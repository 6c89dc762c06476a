import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NO_LETTERS, rememberReaches } from './access/index.ts'
import { lettersBy, lettersJob, workLetters } from './access/letters/job.ts'
import { openOutside } from './access/outside/index.ts'
import { accessRoutes } from './access/routes.ts'
import { createAuthenticate } from './access/signing-in/authenticate.ts'
import { certificationRoutes } from './certification/routes.ts'
import { importJob, isAway, sweepUploads } from './exchange/index.ts'
import { queueMetrics } from './exchange/queue-metrics.ts'
import { exchangeRoutes } from './exchange/routes.ts'
import type { Installation } from './installation.ts'
import { headsFile, headsJob, noteHead, watchCalls, workHeads } from './platform/audit/index.ts'
import { patiently } from './platform/clickhouse/patience.ts'
import { type App, buildHttp, createMetrics, type Metrics } from './platform/http/index.ts'
import { type Jobs, startJobs } from './platform/jobs/jobs.ts'
import { openMail } from './platform/mail/index.ts'
import { alarmsJob, workAlarms } from './progress/alarms/job.ts'
import { officeRequests } from './progress/index.ts'
import { progressRoutes } from './progress/routes.ts'
import { registerRoutes } from './register/routes.ts'

/** The wiring of the server, by hand, in one place: every context's jobs and calls upon an installation. */

/** Starts the job queue and the work of this process on it; whatever waited or broke off before goes on at once. */
export async function startWork({ log, db, engines, config, imports, progress, cipher }: Installation): Promise<Jobs> {
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
  if (config.mail) await workLetters(jobs, { db, config, cipher, mail: openMail(config.mail) })
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
  metrics: Metrics = createMetrics(),
): Promise<App> {
  const { config, log, db, ch, cipher, progress, changes, pulse } = installation
  const reaches = rememberReaches(db)
  const app = await buildHttp({
    config,
    log,
    authenticate: createAuthenticate({ db, config, reaches, operatorToken }),
    watch: watchCalls(db),
    pulse,
    ready: {
      postgresql: () => db.selectFrom('access_users').select('id').limit(1).execute(),
      clickhouse: () => ch.query('SELECT 1'),
    },
    metrics,
    deskFolder: deskFolder(),
  })
  queueMetrics(metrics, db)
  const outside = config.oidc && openOutside(config.oidc, log)
  const letters = config.mail ? lettersBy(jobs) : NO_LETTERS
  accessRoutes(app, { db, config, reaches, outside, cipher, letters })
  const { dataDir, maxUploadBytes } = config
  exchangeRoutes(app, { db, ch, dataDir, jobs, maxUploadBytes, today: progress.today, changes })
  progressRoutes(app, progress)
  registerRoutes(app, { db, officeRequests: (offices, reach) => officeRequests(progress, reach, offices) })
  certificationRoutes(app, { db })
  return app
}

function deskFolder(): string | undefined {
  const folder = join(fileURLToPath(new URL('.', import.meta.url)), '../../desk/dist')
  return existsSync(folder) ? folder : undefined
}
