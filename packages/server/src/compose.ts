import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Reaches, rememberReaches } from './access/index.ts'
import type { AccessServerDeps } from './access/server.ts'
import { createAuthenticate } from './access/signing-in/authenticate.ts'
import { appealSources, appealsTeller, recountJob } from './appeals/index.ts'
import type { CalendarServerDeps } from './calendar/server.ts'
import type { DeadlinesServerDeps } from './deadlines/server.ts'
import { withdrawnPackages } from './exchange/index.ts'
import type { ExchangeServerDeps } from './exchange/server.ts'
import type { Installation } from './installation.ts'
import { modules } from './modules.ts'
import { headsFile, noteHead, watchCalls } from './platform/audit/index.ts'
import { reviewSource } from './change/index.ts'
import type { ChangeServerDeps } from './change/server.ts'
import { type App, buildHttp, createMetrics, type Metrics } from './platform/http/index.ts'
import { type Jobs, startJobs } from './platform/jobs/jobs.ts'
import { openMail } from './platform/mail/index.ts'
import type { DeadlineSource, ServerSide } from './platform/module.ts'
import { roomMetrics } from './platform/room/room.ts'
import { alarmsJob } from './progress/alarms/job.ts'
import { officeRequests, submittedByService } from './progress/index.ts'
import type { ProgressServerDeps } from './progress/server.ts'
import type { RegisterServerDeps } from './register/server.ts'
import { answerSource, draftFurtherSurvey } from './surveys/index.ts'

/** Wires the server by hand, in one place: the dependencies of each context, its jobs and its routes. */

/** The dependencies of all contexts; those on other contexts are made here. */
export interface ServerDeps
  extends AccessServerDeps,
    RegisterServerDeps,
    ExchangeServerDeps,
    ProgressServerDeps,
    ChangeServerDeps,
    CalendarServerDeps,
    DeadlinesServerDeps {}

function depsOf(installation: Installation, jobs: Jobs, reaches: Reaches): ServerDeps {
  const { config, progress, db, ch, cipher } = installation
  return {
    ...installation,
    jobs,
    reaches,
    mail: config.mail && openMail(config.mail),
    today: progress.today,
    afterImport: alarmsJob,
    afterYear: recountJob,
    deadlineSources,
    officeRequests: (offices, reach) => officeRequests(progress, reach, offices),
    statementSources: [
      reviewSource(ch, (packages) => withdrawnPackages(db, packages)),
      answerSource({ db, cipher }),
      ...appealSources(db),
    ],
    tellers: [appealsTeller({ db, cipher, jobs })],
    applications: (from, to) => submittedByService(ch, from, to),
    draftSurvey: (draft, caller) => draftFurtherSurvey({ db, ch, config }, draft, caller),
  }
}

const deadlineSources = async (): Promise<readonly DeadlineSource[]> =>
  (await Promise.all(modules.map(async ({ deadlines }) => (await deadlines?.())?.deadlines))).flatMap(
    (source) => source ?? [],
  )

const serverSides = (): Promise<readonly ServerSide<ServerDeps>[]> =>
  Promise.all(modules.map(async ({ server }) => (await server?.()) ?? {}))

/** Starts the job queue and this process's workers; waiting and interrupted jobs continue at once. */
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

/** Writes the head of the audit log to the anchor file. A failure does not stop the server, but it is logged. */
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
