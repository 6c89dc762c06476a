import { job, type Job, type PlatformDeps } from '../module.ts'
import { headsFile, noteHead } from './heads.ts'
import { headsJob } from './heads-job.ts'

/** Every night. Whoever rewrites the log later has to rewrite the file too, which may lie where that can't be done. */
export const jobs: readonly Job<Pick<PlatformDeps, 'db' | 'config'>>[] = [
  job(headsJob, {
    work:
      ({ db, config }) =>
      () =>
        noteHead(db, headsFile(config)),
    schedule: { cron: '10 4 * * *', data: {} },
  }),
]
