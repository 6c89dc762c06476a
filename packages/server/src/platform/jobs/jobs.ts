import { randomUUID } from 'node:crypto'
import { fromKysely, type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Log } from '../log.ts'
import type { Db, Tx } from '../postgres/open.ts'
import type { JobKind } from './queues.ts'

export interface RunningJob<Data extends object> {
  id: string
  data: Data
  /** 0 at the first try. */
  attempt: number
  /** Aborted when the server stops or the time is over. */
  signal: AbortSignal
}

export type JobHandler<Data extends object> = (job: RunningJob<Data>) => Promise<void>

export interface EnqueueOptions {
  /** A second job with the same key is not added while the first waits or runs. */
  key?: string
  startAfter?: Date
  priority?: number
}

export interface Jobs {
  /** Adds a job in the caller's transaction: it exists if and only if that is committed. Returns its id; null: the key was taken. */
  enqueue<Data extends object>(
    tx: Tx | Db,
    kind: JobKind<Data>,
    data: Data,
    options?: EnqueueOptions,
  ): Promise<string | null>
  /** Runs jobs of this kind in this process. */
  work<Data extends object>(kind: JobKind<Data>, handler: JobHandler<Data>): Promise<void>
  /** Adds a job by a cron expression in the given IANA zone; whoever of several servers is first adds it once. */
  schedule<Data extends object>(kind: JobKind<Data>, cron: string, data: Data, zone?: string): Promise<void>
  /** Takes no new jobs and waits a moment for the running ones. */
  stop(): Promise<void>
}

const SCHEMA = 'jobs'
/** A job whose process was killed is given to another one after this silence. */
const HEARTBEAT_SECONDS = 10
/** What takes longer is broken off by the stop of the stores, and done again by the next start. */
const STOP_MS = 2000

export interface JobsOptions {
  databaseUrl: string
  /** Every kind this installation knows. */
  kinds: readonly JobKind<object>[]
  log: Log
  /** No other process works on this database (the embedded one): jobs found running are those of a killed server. */
  alone?: boolean
}

/** Starts the job queue kept in PostgreSQL; its tables are made and updated by itself. */
export async function startJobs({ databaseUrl, kinds, log, alone = false }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'otklik-jobs',
    schema: SCHEMA,
    max: 4,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    useListenNotify: true,
  })
  boss.on('error', (error) => log.warn({ err: error }, 'job queue error'))
  await boss.start()
  for (const kind of kinds) await ensureQueue(boss, kind)
  if (alone) await takeBack(boss)
  return {
    enqueue: (tx, kind, data, options) => enqueue(boss, tx, kind, data, options),
    work: (kind, handler) => work(boss, kind, handler, log),
    schedule: (kind, cron, data, zone = 'Europe/Moscow') => boss.schedule(kind.name, cron, data, { tz: zone }),
    stop: () => boss.stop({ graceful: true, close: true, timeout: STOP_MS }),
  }
}

/** Gives the jobs of a killed server out again at once. With other servers about, their silence has to tell. */
async function takeBack(boss: PgBoss): Promise<void> {
  await boss.getDb().executeSql(
    `UPDATE ${SCHEMA}.job SET state = 'retry', retry_count = retry_count + 1, start_after = now(), heartbeat_on = NULL
     WHERE state = 'active' AND retry_count < retry_limit AND name NOT LIKE '\\_\\_pgboss%'`,
  )
}

async function ensureQueue(boss: PgBoss, kind: JobKind<object>): Promise<void> {
  const options = {
    retryLimit: kind.retries,
    retryDelay: kind.retryDelaySeconds,
    retryBackoff: true,
    expireInSeconds: kind.timeoutSeconds,
  }
  if (await boss.getQueue(kind.name)) await boss.updateQueue(kind.name, options)
  else
    await boss.createQueue(kind.name, {
      ...options,
      policy: 'exclusive',
      heartbeatSeconds: HEARTBEAT_SECONDS,
      notify: true,
    })
}

function enqueue<Data extends object>(
  boss: PgBoss,
  tx: Tx | Db,
  kind: JobKind<Data>,
  data: Data,
  options: EnqueueOptions = {},
) {
  const { key, startAfter, priority = 0 } = options
  // The queues admit one job per key, and no key would count as one.
  return boss.send(kind.name, data, {
    db: fromKysely(tx),
    singletonKey: key ?? randomUUID(),
    priority,
    ...(startAfter && { startAfter }),
  })
}

async function work<Data extends object>(
  boss: PgBoss,
  kind: JobKind<Data>,
  handler: JobHandler<Data>,
  log: Log,
): Promise<void> {
  const options = {
    includeMetadata: true,
    pollingIntervalSeconds: 1,
    // A new job wakes its worker; a delayed or retried one is found by looking.
    notifyPollingIntervalSeconds: 2,
    localConcurrency: kind.concurrency,
    batchSize: 1,
  } as const
  await boss.work<Data, void, typeof options>(kind.name, options, async (jobs: JobWithMetadata<Data>[]) => {
    for (const job of jobs) await runOne(kind, job, handler, log)
  })
}

async function runOne<Data extends object>(
  kind: JobKind<Data>,
  job: JobWithMetadata<Data>,
  handler: JobHandler<Data>,
  log: Log,
) {
  const started = Date.now()
  const about = { job: kind.name, id: job.id, attempt: job.retryCount }
  try {
    await handler({ id: job.id, data: job.data, attempt: job.retryCount, signal: job.signal })
    log.info({ ...about, ms: Date.now() - started }, 'job done')
  } catch (error) {
    log.error({ ...about, err: error }, 'job failed')
    throw error
  }
}
