import { bySystem, recordAudit } from '../../platform/audit/index.ts'
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import { jobKind } from '../../platform/jobs/queues.ts'
import type { Db } from '../../platform/postgres/open.ts'

/** What quality is looked at by goes after so many days. */
export const TRACE_DAYS = 90
const DAY_MS = 86_400_000

export const eraseTracesJob = jobKind<Record<string, never>>('erase-survey-traces')

export const eraseTraces =
  (db: Db): JobHandler<Record<string, never>> =>
  async () => {
    await eraseOldTraces(db, new Date())
  }

/** Erases traces of answers whose term is over, keys of other days and numbers of pages that have expired. Returns how many traces. */
export async function eraseOldTraces(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - TRACE_DAYS * DAY_MS)
  return db.transaction().execute(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('survey_traces')
      .where('finished_at', '<', before)
      .executeTakeFirstOrThrow()
    await tx.deleteFrom('survey_nonces').where('expires', '<', now).execute()
    // The day before is kept for those whose day is not over yet.
    const yesterday = new Date(now.getTime() - DAY_MS).toISOString().slice(0, 10)
    await tx.deleteFrom('survey_source_keys').where('day', '<', yesterday).execute()
    const erased = Number(numDeletedRows)
    const { who, at } = bySystem(now)
    const after = { erased, before: before.toISOString() }
    if (erased > 0) await recordAudit(tx, { who, what: 'surveys.traces_erased', subject: 'installation', after, at })
    return erased
  })
}
