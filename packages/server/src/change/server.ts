import { bySystem } from '../platform/audit/index.ts'
import type { App } from '../platform/http/index.ts'
import { job, type Job, type PlatformDeps } from '../platform/module.ts'
import type { FurtherDeps } from './further/ports.ts'
import { intakeJob, learnJob } from './learning/job.ts'
import { learnTopics } from './learning/learn.ts'
import { openMasker } from './masking/masker.ts'
import { remindExecutors, reminderLettersJob, remindJob, sendReminder } from './measures/remind.ts'
import { changeRoutes } from './routes.ts'
import { takeIn } from './statements/intake.ts'
import type { StatementSource } from './statements/source.ts'
import { tellJob, tellVerified } from './telling/tell.ts'
import type { Teller } from './telling/teller.ts'

/** Of other contexts: any of the sources and tellers may be missing. */
export interface ChangeServerDeps extends PlatformDeps, FurtherDeps {
  readonly statementSources: readonly StatementSource[]
  readonly tellers: readonly Teller[]
}

export const routes = (app: App, deps: ChangeServerDeps): void => changeRoutes(app, deps)

export const jobs: readonly Job<ChangeServerDeps>[] = [
  job(intakeJob, {
    work:
      ({ db, statementSources }) =>
      async () => {
        await takeIn(db, statementSources)
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
  job(tellJob, {
    work:
      ({ db, tellers }) =>
      async () => {
        await tellVerified({ db, tellers, masker: openMasker }, new Date())
      },
    schedule: { cron: '*/5 * * * *', data: {} },
  }),
  job(remindJob, {
    work:
      ({ db, jobs: queue }) =>
      async () => {
        await remindExecutors(db, queue, new Date())
      },
    schedule: { cron: '30 6 * * *', data: {} },
  }),
  job(reminderLettersJob, {
    work:
      ({ db, cipher, mail, config: { publicUrl } }) =>
      ({ data }) =>
        sendReminder({ db, cipher, mail, publicUrl }, data),
  }),
]
