import { setTimeout as sleep } from 'node:timers/promises'
import { databaseProblem } from './errors.ts'

const PAUSES_MS = [50, 100, 200, 400, 800, 1600, 3200]

/**
 * Repeats work that may be repeated without harm (a read, or a transaction that is idempotent) when the connection was
 * lost or another transaction was in the way. Never for work that tells the world something.
 */
export async function retrying<T>(work: () => Promise<T>, pauses: readonly number[] = PAUSES_MS): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const { kind } = databaseProblem(error)
      const pause = pauses[attempt]
      if (pause === undefined || (kind !== 'unavailable' && kind !== 'conflict')) throw error
      await sleep(pause)
    }
  }
}
