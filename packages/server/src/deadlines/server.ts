import type { Reaches } from '../access/index.ts'
import type { App } from '../platform/http/index.ts'
import { jobKind } from '../platform/jobs/queues.ts'
import { type DeadlineSource, job, type Job, type PlatformDeps } from '../platform/module.ts'
import { sendReminders } from './letters.ts'
import { deadlineRoutes } from './routes.ts'

export interface DeadlinesServerDeps extends PlatformDeps {
  readonly reaches: Reaches
  /** What every context adds. */
  readonly deadlineSources: () => Promise<readonly DeadlineSource[]>
}

export const routes = (app: App, { config, ...deps }: DeadlinesServerDeps): void =>
  deadlineRoutes(app, { ...deps, publicUrl: config.publicUrl })

const remindersJob = jobKind<Record<string, never>>('deadlines.letters', { retries: 3, timeoutSeconds: 900 })

export const jobs: readonly Job<DeadlinesServerDeps>[] = [
  job(remindersJob, {
    // Without mail there is nobody to do it: the choice says so.
    work: ({ mail, config, ...deps }) =>
      mail === undefined
        ? undefined
        : async () => {
            await sendReminders({ ...deps, mail, publicUrl: config.publicUrl }, new Date())
          },
    schedule: { cron: '0 7 * * *', data: {} },
  }),
]
