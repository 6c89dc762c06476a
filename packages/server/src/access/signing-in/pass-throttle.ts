import { setTimeout as sleep } from 'node:timers/promises'
import { ProblemError, type ProblemKind } from '../../platform/problems/index.ts'
import { type AccessDeps, nowOf } from '../deps.ts'
import { admitAttempt, type ThrottleKeys } from './throttle.ts'

export interface Patience extends Pick<AccessDeps, 'db' | 'now'> {
  /** Waits so many milliseconds; tests pass their own. */
  readonly wait?: (ms: number) => Promise<unknown>
}

/** Lets an attempt at a secret pass, after a pause where there were many; throws `closed` with the seconds to wait. */
export async function passThrottle(deps: Patience, keys: ThrottleKeys, closed: ProblemKind<[number]>): Promise<void> {
  const { closedForSeconds, pauseMs } = await admitAttempt(deps.db, keys, nowOf(deps))
  if (closedForSeconds > 0) {
    const headers = { 'retry-after': String(closedForSeconds) }
    throw new ProblemError(closed, closed.detail(closedForSeconds), { headers })
  }
  if (pauseMs > 0) await (deps.wait ?? sleep)(pauseMs)
}
