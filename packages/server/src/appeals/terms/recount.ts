import { calendarOf } from '../../calendar/index.ts'
import { jobKind } from '../../platform/jobs/queues.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { requireRule, rulesOf } from './rules.ts'
import { countTerm } from './term.ts'

/** Counts the terms that waited for the table of a year; asked for when one is entered, and every morning. */
export const recountJob = jobKind<Record<string, never>>('appeals.recount')

/** Appeals whose term runs. */
export const withTerm = (db: Db) =>
  db.selectFrom('appeals').selectAll().where('state', 'in', ['registered', 'in_work']).where('rule', 'is not', null)

export async function recount(db: Db): Promise<void> {
  const rows = await withTerm(db).where('act_by', 'is', null).execute()
  if (rows.length === 0) return
  const [rules, calendar] = await Promise.all([rulesOf(db), calendarOf(db)])
  for (const row of rows) {
    const { rule: code, term_from, term_extended: extended_by, authority_id, id, answered } = row
    if (code === null || term_from === null) continue
    const rule = requireRule(rules, code, authority_id, term_from)
    const term = countTerm({ from: term_from, rule, extended_by }, calendar)
    const set = { ...term, ...(answered === null && { first_due: term.due }) }
    await db.updateTable('appeals').set(set).where('id', '=', id).execute()
  }
}
