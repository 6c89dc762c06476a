import { jobKind } from '../platform/jobs/queues.ts'

/** Import everything that waits. Many may be asked for at once: the first does the work of all. */
export const importJob = jobKind<Record<string, never>>('exchange.import', { retries: 20, timeoutSeconds: 6 * 3600 })

/** Count the packages that have come and judge the days that they change, or with `all` the days of every supplier. */
export const feedJob = jobKind<{ readonly all?: true }>('exchange.feed', { retries: 5, timeoutSeconds: 3600 })
