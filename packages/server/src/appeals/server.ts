import { openMasker } from '../change/index.ts'
import type { App } from '../platform/http/index.ts'
import { job, type Job, type PlatformDeps } from '../platform/module.ts'
import { complaintsFollower, complaintsJob } from './complaints/follow.ts'
import { dailyJob, runDaily } from './course/daily.ts'
import type { FilesDeps } from './deps.ts'
import { lettersJob, sendLetter } from './letters/job.ts'
import { loadJob } from './loads/job.ts'
import { runLoad } from './loads/run.ts'
import { sweepReading } from './loads/temp-file.ts'
import { publicRoutes } from './public/routes.ts'
import { remindersJob, sendReminder } from './reminders/job.ts'
import { appealRoutes } from './routes.ts'
import { recount, recountJob } from './terms/recount.ts'

const depsOf = ({ db, cipher, jobs, config: { dataDir } }: PlatformDeps): FilesDeps => ({
  db,
  cipher,
  jobs,
  dataDir,
  masker: openMasker,
})

export const start = ({ config }: PlatformDeps): Promise<void> => sweepReading(config.dataDir)

export function routes(app: App, deps: PlatformDeps): void {
  appealRoutes(app, depsOf(deps))
  publicRoutes(app, depsOf(deps))
}

export const jobs: readonly Job<PlatformDeps>[] = [
  job(dailyJob, {
    work: (deps) => async () => runDaily(depsOf(deps), new Date()),
    schedule: { cron: '10 5 * * *', data: {} },
  }),
  job(loadJob, {
    work:
      (deps) =>
      async ({ data }) =>
        runLoad(depsOf(deps), data.load),
  }),
  job(complaintsJob, {
    work: ({ db, ch }) => complaintsFollower(db, ch),
    schedule: { cron: '*/5 * * * *', data: {} },
  }),
  job(recountJob, {
    work:
      ({ db }) =>
      () =>
        recount(db),
  }),
  job(remindersJob, {
    work:
      ({ mail, db, cipher, config: { publicUrl } }) =>
      async ({ data }) =>
        sendReminder({ mail, db, cipher, publicUrl }, data),
  }),
  job(lettersJob, {
    work:
      ({ mail, db, cipher, config: { publicUrl } }) =>
      async ({ data }) =>
        sendLetter({ mail, db, cipher, publicUrl }, data),
  }),
]
