import { remindersOf } from '@otklik/model/appeals'
import type { WorkingCalendar } from '@otklik/model/calendar'
import { addDays } from '@otklik/model/days'
import { calendarOf } from '../../calendar/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import type { AppealRow } from '../course/lifecycle.ts'
import type { AppealsDeps } from '../deps.ts'
import { withTerm } from '../terms/recount.ts'
import { headsOf } from './heads.ts'
import { remindersJob } from './job.ts'

/** No reminder comes earlier before its term than that. */
const DAYS_AHEAD = 30

/**
 * Notes whom to remind today, and sends each person one letter about all of it; each reminder once. A day that was missed
 * is made up for.
 */
export async function remind({ db, jobs }: AppealsDeps, today: string, now: Date): Promise<void> {
  const calendar = await calendarOf(db)
  const soon = await withTerm(db).where('due', '<=', addDays(today, DAYS_AHEAD)).execute()
  const due = soon.flatMap((row) => remindersUpTo(row, today, calendar))
  if (due.length === 0) return
  await db.transaction().execute(async (tx) => {
    const fresh = await note(tx, due, now)
    const rows = new Map(soon.map((row) => [row.id, row]))
    for (const [to, appeals] of await byPerson(tx, fresh, rows)) await jobs.enqueue(tx, remindersJob, { to, appeals })
  })
}

/** What has come of the reminders of a term by a day. */
export function remindersUpTo(
  { term_from: from, due, act_by, rule, id }: Pick<AppealRow, 'term_from' | 'due' | 'act_by' | 'rule' | 'id'>,
  today: string,
  calendar: WorkingCalendar,
) {
  if (from === null || due === null || rule === null) return []
  return remindersOf({ rule, from, due, act_by, source: '' }, calendar)
    .filter(({ day }) => day <= today)
    .map(({ day, whom }) => ({ appeal_id: id, day, whom }))
}

type Noted = ReturnType<typeof remindersUpTo>[number]

/** A statement takes 65,535 parameters, four of each reminder. */
const AT_ONCE = 10_000

/** Notes them. @returns those that were not noted before. */
async function note(tx: Tx, due: readonly Noted[], noted_at: Date): Promise<Noted[]> {
  const fresh: Noted[] = []
  for (let at = 0; at < due.length; at += AT_ONCE) {
    const noted = await tx
      .insertInto('appeals_reminders')
      .values(due.slice(at, at + AT_ONCE).map((one) => ({ ...one, noted_at })))
      .onConflict((known) => known.doNothing())
      .returning(['appeal_id', 'day', 'whom'])
      .execute()
    fresh.push(...noted)
  }
  return fresh
}

/** Whom to write about which appeals; what nobody is assigned to is the head's. */
async function byPerson(
  tx: Tx,
  noted: readonly Noted[],
  rows: ReadonlyMap<number, AppealRow>,
): Promise<ReadonlyMap<string, number[]>> {
  const told = new Map<string, Set<number>>()
  const heads = await headsOf(tx, [...new Set([...rows.values()].map((row) => row.authority_id))])
  for (const { appeal_id: id, whom } of noted) {
    const row = rows.get(id)
    const executor = whom === 'executor' ? row?.executor : null
    const people = executor == null ? (heads.get(row?.authority_id ?? 0) ?? []) : [executor]
    for (const person of people) told.set(person, (told.get(person) ?? new Set()).add(id))
  }
  return new Map([...told].map(([person, appeals]) => [person, [...appeals]]))
}
