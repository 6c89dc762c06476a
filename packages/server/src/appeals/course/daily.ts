import { DAYS_TO_REOPEN, remindersOf } from '@otklik/model/appeals'
import { addDays, dayOf } from '@otklik/model/days'
import type { WorkingCalendar } from '@otklik/model/calendar'
import { calendarOf } from '../../calendar/index.ts'
import { bySystem } from '../../platform/audit/index.ts'
import { jobKind } from '../../platform/jobs/queues.ts'
import type { AppealsDeps } from '../deps.ts'
import { requireRule, rulesOf } from '../terms/rules.ts'
import { countTerm } from '../terms/term.ts'
import { eraseDue } from './erase.ts'
import type { AppealRow } from './lifecycle.ts'
import { moveAppeal } from './move.ts'

/** What each morning brings: terms whose calendar has come, reminders, silence that closes, what is to be erased. */
export const dailyJob = jobKind<Record<string, never>>('appeals.daily')

export async function runDaily(deps: AppealsDeps, now: Date): Promise<void> {
  const today = dayOf(now)
  await recount(deps)
  await remind(deps, today, now)
  await expire(deps, today, now)
  await eraseDue(deps.db, today)
}

const open = ({ db }: AppealsDeps) =>
  db.selectFrom('appeals').selectAll().where('state', 'in', ['registered', 'in_work']).where('rule', 'is not', null)

/** Counts anew what could not be counted without a year's calendar. */
export async function recount(deps: AppealsDeps): Promise<void> {
  const rows = await open(deps).where('act_by', 'is', null).execute()
  if (rows.length === 0) return
  const [rules, calendar] = await Promise.all([rulesOf(deps.db), calendarOf(deps.db)])
  for (const row of rows) {
    const { rule: code, term_from, extended_by, authority_id, id, answered, reopened } = row
    if (code === null || term_from === null) continue
    const rule = requireRule(rules, code, authority_id, term_from)
    const term = countTerm({ from: term_from, rule, extended_by: reopened === 0 ? extended_by : 0 }, calendar)
    const set = { ...term, ...(answered === null && { first_due: term.due }) }
    await deps.db.updateTable('appeals').set(set).where('id', '=', id).execute()
  }
}

/** Notes whom to remind today; the desk shows it to them. A day that was missed is made up for. */
async function remind(deps: AppealsDeps, today: string, now: Date): Promise<void> {
  const calendar = await calendarOf(deps.db)
  const soon = await open(deps).where('due', '<=', addDays(today, 30)).execute()
  const due = soon.flatMap((row) => remindersUpTo(row, today, calendar))
  if (due.length === 0) return
  await deps.db
    .insertInto('appeals_reminders')
    .values(due.map((one) => ({ ...one, noted_at: now })))
    .onConflict((known) => known.doNothing())
    .execute()
}

function remindersUpTo(row: AppealRow, today: string, calendar: WorkingCalendar) {
  const { term_from: from, due, act_by, rule, id } = row
  if (from === null || due === null || rule === null) return []
  return remindersOf({ rule, from, due, act_by, source: '' }, calendar)
    .filter(({ day }) => day <= today)
    .map(({ day, whom }) => ({ appeal_id: id, day, whom }))
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
