import { patiently } from '../platform/clickhouse/patience.ts'
import type { App, Metrics } from '../platform/http/index.ts'
import type { JobKind } from '../platform/jobs/queues.ts'
import { job, type Job, type PlatformDeps } from '../platform/module.ts'
import { isNoSpace } from '../platform/no-space.ts'
import type { Changes } from './changes.ts'
import { type ImportQueue, isAway } from './importing/import-waiting.ts'
import { feedMetrics } from './feed/metrics.ts'
import { watchFeeds } from './feed/watch-feeds.ts'
import { feedJob, importJob } from './job.ts'
import { queueMetrics } from './queue-metrics.ts'
import { sweepUploads } from './receiving/sweep.ts'
import { exchangeRoutes } from './routes.ts'

export interface ExchangeServerDeps extends PlatformDeps {
  readonly imports: ImportQueue
  readonly changes: Changes
  readonly today: () => string
  /** What is to be done when packages are in. */
  readonly afterImport: JobKind<Record<string, never>>
}

export function routes(app: App, { config, ...deps }: ExchangeServerDeps): void {
  const { dataDir, maxUploadBytes } = config
  exchangeRoutes(app, { ...deps, dataDir, maxUploadBytes })
}

export const jobs: readonly Job<ExchangeServerDeps>[] = [
  job(importJob, {
    work:
      ({ db, jobs: queue, imports, afterImport, room }) =>
      async ({ signal }) => {
        // An engine that went away for a moment is back sooner than the queue would try again.
        const passing = (error: unknown): boolean => isAway(error) && !isNoSpace(error)
        await room.within(() => patiently(passing, () => imports.run()), signal)
        await queue.enqueue(db, afterImport, {}, { key: 'after-import' })
        await queue.enqueue(db, feedJob, {}, { key: 'after-import' })
      },
    schedule: { cron: '*/5 * * * *', data: {} },
  }),
  // Right after midnight in Moscow, when the time of a day's packages is over.
  job(feedJob, {
    work:
      (deps) =>
      async ({ data }) =>
        watchFeeds(deps, { today: deps.today(), all: data.all === true }),
    schedule: { cron: '5 0 * * *', data: { all: true } },
  }),
]

export function metrics(registry: Metrics, { db, today }: ExchangeServerDeps): void {
  queueMetrics(registry, db)
  feedMetrics(registry, db, today)
}

export async function start({ db, config, jobs: queue }: ExchangeServerDeps): Promise<void> {
  const alone = config.databaseUrl === undefined
  if (alone) await sweepUploads({ db, dataDir: config.dataDir })
  await queue.enqueue(db, importJob, {})
  await queue.enqueue(db, feedJob, { all: true })
}
