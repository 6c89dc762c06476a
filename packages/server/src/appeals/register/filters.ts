import type { QueryOf } from '@otklik/model/api'
import type { listAppeals as route } from '@otklik/model/appeals/api'
import { addDays, dayNumber, weekdayOf } from '@otklik/model/days'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/audit/index.ts'
import { fold } from '../../platform/text.ts'
import { behindFigure } from '../metrics/behind.ts'

export type AppealsAsk = QueryOf<typeof route>
type Condition = RawBuilder<SqlBool>

/** Not answered yet, and not ended without an answer. */
export const OPEN: Condition = sql`p.state IN ('received', 'registered', 'in_work')`

/** What the register is asked for, over appeals (`p`). */
export function askedFor(ask: AppealsAsk, who: Actor, today: string): Condition {
  const conditions: Condition[] = [...equal(ask), ...found(ask.find), ...ofTerm(ask.term, today)]
  if (ask.state === 'open') conditions.push(OPEN)
  if (ask.topic !== undefined) conditions.push(sql`${ask.topic} = ANY(p.topics)`)
  if (ask.mine === true) conditions.push(sql`p.executor = ${who !== 'system' && who.kind === 'user' ? who.id : ''}`)
  if (ask.quarter !== undefined) conditions.push(behindFigure(ask.quarter, ask.figure ?? 'received', ask.as_of ?? null))
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` AND `)})`
}

function equal({ state, kind, source, outcome, authority, service }: AppealsAsk): Condition[] {
  const asked = {
    state: state === 'open' ? undefined : state,
    kind,
    source,
    outcome,
    authority_id: authority,
    service,
  }
  return Object.entries(asked).flatMap(([column, value]) =>
    value === undefined ? [] : [sql<SqlBool>`${sql.ref(`p.${column}`)} = ${value}`],
  )
}

/** Words by their Russian stems, or a number as it is written or its end. */
function found(find: string | undefined): Condition[] {
  const words = fold(find ?? '')
  if (words === '') return []
  const digits = /^(?:от[- ]?)?(?:\d{4}-)?0*(\d+)$/.exec(words)?.[1]
  const numbered = digits === undefined ? sql`false` : sql`p.number LIKE ${`%-${digits.padStart(6, '0')}`}`
  return [
    sql`(p.search @@ websearch_to_tsquery('russian', ${words}) OR ${numbered} OR p.external_number = ${(find ?? '').trim()})`,
  ]
}

function ofTerm(term: AppealsAsk['term'], today: string): Condition[] {
  if (term === undefined) return []
  if (term === 'overdue') return [sql`(${OPEN} AND p.due < ${today})`]
  if (term === 'no_calendar') return [sql`(${OPEN} AND p.rule IS NOT NULL AND p.act_by IS NULL)`]
  const sunday = addDays(today, 7 - weekdayOf(dayNumber(today)))
  return [sql`(${OPEN} AND p.act_by BETWEEN ${today} AND ${sunday})`]
}
