import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Reaches, rememberReaches } from './access/index.ts'
import type { AccessServerDeps } from './access/server.ts'
import { createAuthenticate } from './access/signing-in/authenticate.ts'
import type { ExchangeServerDeps } from './exchange/server.ts'
import type { Installation } from './installation.ts'
import { modules } from './modules.ts'
import { headsFile, noteHead, watchCalls } from './platform/audit/index.ts'
import { type App, buildHttp, createMetrics, type Metrics } from './platform/http/index.ts'
import { type Jobs, startJobs } from './platform/jobs/jobs.ts'
import { openMail } from './platform/mail/index.ts'
import type { ServerSide } from './platform/module.ts'
import { roomMetrics } from './platform/room/room.ts'
import { alarmsJob } from './progress/alarms/job.ts'
import { officeRequests } from './progress/index.ts'
import type { ProgressServerDeps } from './progress/server.ts'
import type { RegisterServerDeps } from './register/server.ts'

/** The wiring of the server, by hand, in one place: what each context is given, and every context's jobs and calls. */

/** All that any context asks for. What it asks for of others is made here. */
export interface ServerDeps extends AccessServerDeps, RegisterServerDeps, ExchangeServerDeps, ProgressServerDeps {}

function depsOf(installation: Installation, jobs: Jobs, reaches: Reaches): ServerDeps {
  const { config, progress } = installation
  return {
    ...installation,
    jobs,
    reaches,
    mail: config.mail && openMail(config.mail),
    today: progress.today,
    afterImport: alarmsJob,
    officeRequests: (offices, reach) => officeRequests(progress, reach, offices),
  }
}

const serverSides = (): Promise<readonly ServerSide<ServerDeps>[]> =>
  Promise.all(modules.map(async ({ server }) => (await server?.()) ?? {}))

/** Starts the job queue and the work of this process on it; whatever waited or broke off before goes on at once. */
export async function startWork(installation: Installation): Promise<Jobs> {
  const { db, engines, config, log } = installation
  const sides = await serverSides()
  const every = sides.flatMap((side) => side.jobs ?? [])
  const kinds = every.map(({ kind }) => kind)
  const alone = config.databaseUrl === undefined
  const jobs = await startJobs({ databaseUrl: engines.databaseUrl, kinds, log, alone })
  const deps = depsOf(installation, jobs, rememberReaches(db))
  for (const side of sides) await side.start?.(deps)
  for (const one of every) await one.begin(jobs, deps)
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
  const { config, log, db, ch, pulse, room } = installation
  const deps = depsOf(installation, jobs, rememberReaches(db))
  const app = await buildHttp({
    config,
    log,
    authenticate: createAuthenticate({ db, config, reaches: deps.reaches, operatorToken }),
    watch: watchCalls(db),
    pulse,
    ready: {
      postgresql: () => db.selectFrom('access_users').select('id').limit(1).execute(),
      clickhouse: () => ch.query('SELECT 1'),
      disk: room.check,
    },
    metrics,
    deskFolder: deskFolder(),
  })
  roomMetrics(metrics, room)
  for (const side of await serverSides()) {
    side.metrics?.(metrics, deps)
    side.routes?.(app, deps)
  }
  return app
}

function deskFolder(): string | undefined {
  const folder = join(fileURLToPath(new URL('.', import.meta.url)), '../../desk/dist')
  return existsSync(folder) ? folder : undefined
}
