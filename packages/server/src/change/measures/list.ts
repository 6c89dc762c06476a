import type { QueryOf } from '@otklik/model/api'
import type { listMeasures as route, MeasureRecord } from '@otklik/model/change/api'
import { OPEN_MEASURES } from '@otklik/model/change/measures'
import { dayOf } from '@otklik/model/days'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Caller } from '../../platform/audit/index.ts'
import { rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { processNames } from '../processes/reach.ts'
import { measuresWithin } from './reach.ts'
import { recordOf } from './record.ts'

type Ask = QueryOf<typeof route>

/** Overdue ones first, then by deadline; what is over comes last. */
export async function listMeasures(
  db: Db,
  ask: Ask,
  { who, at }: Caller,
): Promise<{ total: number; overdue: number; rows: MeasureRecord[] }> {
  const today = dayOf(at)
  const names = await processNames(db, who)
  const open = sql<boolean>`m.state = ANY(${[...OPEN_MEASURES]}::text[])`
  const overdue = sql<boolean>`(${open} AND m.due < ${today})`
  const me = who !== 'system' && who.kind === 'user' ? who.id : null
  const { state, process, problem, mine } = ask
  const found = measuresWithin(db, [...names.keys()])
    .$if(state !== undefined, (query) => query.where('m.state', '=', state ?? 'planned'))
    .$if(process !== undefined, (query) => query.where(sql<boolean>`${process} = ANY(m.processes)`))
    .$if(problem !== undefined, (query) => query.where(aboutProblem(problem ?? 0)))
    .$if(ask.overdue === true, (query) => query.where(overdue))
    .$if(mine === true, (query) => query.where('m.person_id', '=', me))
  const { limit, offset } = rangeOf(ask)
  const [counts, rows] = await Promise.all([
    found
      .clearSelect()
      .select([sql<number>`count(*)`.as('total'), sql<number>`count(*) FILTER (WHERE ${overdue})`.as('overdue')])
      .executeTakeFirstOrThrow(),
    found
      .orderBy(sql`${overdue} DESC, m.state IN ('verified', 'cancelled'), m.due, m.id`)
      .limit(limit)
      .offset(offset)
      .execute(),
  ])
  return { ...counts, rows: rows.map((row) => recordOf(row, names, today)) }
}

const aboutProblem = (id: number): RawBuilder<SqlBool> =>
  sql`EXISTS (SELECT FROM change_measure_problems AS l WHERE l.measure_id = m.id AND l.problem_id = ${id})`
