import { jobKind } from '../jobs/queues.ts'

/** Notes the end of the audit log outside the database. */
export const headsJob = jobKind<Record<string, never>>('audit.heads')
