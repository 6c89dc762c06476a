import type { AppealReminder } from '@otklik/model/appeals/api'
import { hasRight } from '@otklik/model/access'
import { dayOf } from '@otklik/model/days'
import { type SqlBool, sql } from 'kysely'
import { calendarOf } from '../../calendar/index.ts'
import type { Actor, Caller } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { visibleAppeal } from '../reach.ts'
import { OPEN } from '../register/filters.ts'
import { remindersUpTo } from './remind.ts'

const MOST = 200

/** What whoever asks is reminded of: their own appeals as executors, what is late as heads. The most urgent first. */
export async function listReminders(
  db: Db,
  { who, at }: Pick<Caller, 'who' | 'at'>,
): Promise<{ rows: AppealReminder[] }> {
  const today = dayOf(at)
  const noted = await db
    .selectFrom('appeals_reminders as r')
    .innerJoin('appeals as p', 'p.id', 'r.appeal_id')
    .innerJoin('register_authorities as a', 'a.id', 'p.authority_id')
    .distinctOn(['p.due', 'p.id'])
    .select(['p.id', 'p.number', 'p.rule', 'p.term_from', 'p.due', 'p.act_by', 'p.executor_name', 'r.day', 'r.whom'])
    .where(visibleAppeal(who))
    .where(OPEN)
    .where('r.day', '<=', today)
    .where(meantFor(who))
    .orderBy('p.due')
    .orderBy('p.id')
    .orderBy('r.day', 'desc')
    .limit(MOST)
    .execute()
  const calendar = await calendarOf(db)
  // A term that was extended or begun anew has other days.
  const holds = (row: (typeof noted)[number]): boolean =>
    remindersUpTo(row, today, calendar).some(({ day, whom }) => day === row.day && whom === row.whom)
  return {
    rows: noted.filter(holds).map(({ id, number, due, act_by, executor_name, whom }) => ({
      id,
      number,
      due: due ?? '',
      actBy: act_by,
      executor: executor_name,
      overdue: whom === 'head',
    })),
  }
}

/** Executors are reminded of what is theirs; who decides, of what is late and of what is nobody's. */
function meantFor(who: Actor) {
  if (who === 'system' || who.kind !== 'user') return sql<SqlBool>`false`
  const own = sql<SqlBool>`coalesce(p.executor = ${who.id}, false)`
  return hasRight(who, 'appeals.decide') ? sql<SqlBool>`(${own} OR r.whom = 'head' OR p.executor IS NULL)` : own
}
