import { openMasker } from '../change/index.ts'
import type { App } from '../platform/http/index.ts'
import { job, type Job, type PlatformDeps } from '../platform/module.ts'
import { complaintsFollower, complaintsJob } from './complaints/follow.ts'
import { dailyJob, runDaily } from './course/daily.ts'
import type { AppealsDeps } from './deps.ts'
import { lettersJob, sendLetter } from './letters/job.ts'
import { publicRoutes } from './public/routes.ts'
import { appealRoutes } from './routes.ts'

const depsOf = ({ db, cipher, jobs }: PlatformDeps): AppealsDeps => ({ db, cipher, jobs, masker: openMasker })

export function routes(app: App, deps: PlatformDeps): void {
  appealRoutes(app, depsOf(deps))
  publicRoutes(app, depsOf(deps))
}

export const jobs: readonly Job<PlatformDeps>[] = [
  job(dailyJob, {
    work: (deps) => async () => runDaily(depsOf(deps), new Date()),
    schedule: { cron: '10 5 * * *', data: {} },
  }),
  job(complaintsJob, {
    work: ({ db, ch }) => complaintsFollower(db, ch),
    schedule: { cron: '*/5 * * * *', data: {} },
  }),
  job(lettersJob, {
    work:
      ({ mail, db, cipher, config: { publicUrl } }) =>
      async ({ data }) =>
        sendLetter({ mail, db, cipher, publicUrl }, data),
  }),
]
