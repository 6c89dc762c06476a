import type { App } from '../platform/http/index.ts'
import { job, type Job, type PlatformDeps } from '../platform/module.ts'
import { alarmsJob, judgeClosedMonths } from './alarms/job.ts'
import type { ProgressDeps } from './deps.ts'
import { progressRoutes } from './routes.ts'

export interface ProgressServerDeps extends PlatformDeps {
  readonly progress: ProgressDeps
}

export const routes = (app: App, { progress }: ProgressServerDeps): void => progressRoutes(app, progress)

export const jobs: readonly Job<ProgressServerDeps>[] = [
  // Every night, which finds the close of a month on its day; a night missed is made good by the next.
  job(alarmsJob, {
    work:
      ({ progress }) =>
      async () => {
        await judgeClosedMonths(progress)
      },
    schedule: { cron: '30 4 * * *', data: {} },
  }),
]
