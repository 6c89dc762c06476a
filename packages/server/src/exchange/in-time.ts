import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 3_000

/**
 * What a gauge asks of the store, or `unknown` where that fails or takes longer than three seconds: the page of metrics is
 * needed most while a store is silent.
 */
export const inTime = <Answer>(answer: Promise<Answer>, unknown: Answer): Promise<Answer> =>
  Promise.race([answer.catch(() => unknown), sleep(PATIENCE_MS, unknown, { ref: false })])
