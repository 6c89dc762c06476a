import type { Jobs } from '../jobs/jobs.ts'
import { jobKind } from '../jobs/queues.ts'
import type { Db } from '../postgres/open.ts'
import { noteHead } from './heads.ts'

/** Notes the end of the audit log outside the database. */
export const headsJob = jobKind<Record<string, never>>('audit.heads')

/** Every night. Whoever rewrites the log later has to rewrite the file too, which may lie where that can't be done. */
export async function workHeads(jobs: Jobs, db: Db, path: string): Promise<void> {
  await jobs.work(headsJob, () => noteHead(db, path))
  await jobs.schedule(headsJob, '10 4 * * *', {})
}
