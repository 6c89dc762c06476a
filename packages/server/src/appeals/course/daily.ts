import { DAYS_TO_REOPEN } from '@otklik/model/appeals'
import { addDays, dayOf } from '@otklik/model/days'
import { bySystem } from '../../platform/audit/index.ts'
import { jobKind } from '../../platform/jobs/queues.ts'
import type { AppealsDeps } from '../deps.ts'
import { remind } from '../reminders/remind.ts'
import { recount } from '../terms/recount.ts'
import { dropSetAside, eraseDue } from './erase.ts'
import { moveAppeal } from './move.ts'

/** What each morning brings: terms whose calendar has come, reminders, silence that closes, what is to be erased. */
export const dailyJob = jobKind<Record<string, never>>('appeals.daily')

export async function runDaily(deps: AppealsDeps, now: Date): Promise<void> {
  const today = dayOf(now)
  await recount(deps.db)
  await remind(deps, today, now)
  await expire(deps, today, now)
  await eraseDue(deps.db, today)
  await dropSetAside(deps.db, now)
}

/** Thirty days without a word close an answered appeal. That never counts as solved. */
async function expire(deps: AppealsDeps, today: string, now: Date): Promise<void> {
  const silent = await deps.db
    .selectFrom('appeals')
    .select('id')
    .where('state', '=', 'answered')
    .where('fact_key', 'is', null)
    .where('last_answered', '<', addDays(today, -DAYS_TO_REOPEN))
    .execute()
  for (const { id } of silent)
    await deps.db
      .transaction()
      .execute((tx) =>
        moveAppeal(tx, id, { event: 'expire', what: 'appeal.closed', change: { closed: today } }, bySystem(now)),
      )
}
