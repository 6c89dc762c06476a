import { jobKind } from '../../platform/jobs/queues.ts'
import type { ProgressDeps } from '../deps.ts'
import { judgedMonths } from './expected.ts'
import { findAlarms } from './find.ts'

/** Judges the closed months. Enqueue it too after packages that touched closed months. */
export const alarmsJob = jobKind<Record<string, never>>('progress.alarms')

/** Looks for critical values in the closed months of the last year. Returns the number of new alarms. */
export async function judgeClosedMonths(
  deps: Pick<ProgressDeps, 'ch' | 'db' | 'today' | 'now' | 'closesAfterDays'>,
): Promise<number> {
  return findAlarms(deps.ch, deps.db, await judgedMonths(deps), deps.now())
}
