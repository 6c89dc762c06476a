import { jobKind } from '../../platform/jobs/queues.ts'

/** Reads a file of appeals into the register. */
export const loadJob = jobKind<{ readonly load: number }>('appeals.load', { retryDelaySeconds: 10 })
