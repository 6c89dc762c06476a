import { bySystem } from '../platform/audit/index.ts'
import type { App } from '../platform/http/index.ts'
import { job, type Job, type PlatformDeps } from '../platform/module.ts'
import { intakeJob, learnJob } from './learning/job.ts'
import { learnTopics } from './learning/learn.ts'
import { changeRoutes } from './routes.ts'
import { takeIn } from './statements/intake.ts'
import { reviewSource } from './statements/reviews.ts'

export const routes = (app: App, { db, cipher, jobs: queue }: Pick<PlatformDeps, 'db' | 'cipher' | 'jobs'>): void =>
  changeRoutes(app, { db, cipher, jobs: queue })

export const jobs: readonly Job<PlatformDeps>[] = [
  job(intakeJob, {
    work:
      ({ db, ch }) =>
      async () => {
        await takeIn(db, [reviewSource(ch)])
      },
    schedule: { cron: '10 3 * * *', data: {} },
  }),
  job(learnJob, {
    work:
      ({ db }) =>
      async () => {
        await learnTopics(db, bySystem())
      },
    schedule: { cron: '40 3 * * *', data: {} },
  }),
]
