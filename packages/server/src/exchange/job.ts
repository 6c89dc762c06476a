import { jobKind } from '../platform/jobs/queues.ts'

/** Import everything that waits. Many may be asked for at once: the first does the work of all. */
export const importJob = jobKind<Record<string, never>>('exchange.import', { retries: 20, timeoutSeconds: 6 * 3600 })
