import { type Appeal, type QuarterMetrics, startQuarter } from '@otklik/model/appeals'
import { quarterBounds } from '@otklik/model/quarters'
import { sql } from 'kysely'
import { calendarOf } from '../../calendar/index.ts'
import type { Actor } from '../../platform/audit/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { inputProblem } from '../../platform/problems/index.ts'
import { visibleAppeal } from '../reach.ts'
import { rulesOf } from '../terms/rules.ts'

export interface MetricsAsk {
  readonly quarter: string
  readonly as_of?: string | undefined
  readonly authority?: number | undefined
  readonly service?: string | undefined
  readonly source?: string | undefined
}

/** The metrics of a quarter over the appeals within reach, counted by the model's own code, as the command counts them. */
export async function metricsOf(db: Db | Tx, ask: MetricsAsk, who: Actor): Promise<QuarterMetrics> {
  const [rules, calendar, rows] = await Promise.all([rulesOf(db), calendarOf(db), rowsOf(db, ask, who)])
  const counting = startQuarter({ quarter: ask.quarter, as_of: ask.as_of ?? null }, { rules, calendar })
  try {
    for (const row of rows) counting.add(row)
  } catch (error) {
    throw inputProblem(error)
  }
  return counting.result()
}

/** All that can count in the quarter: what was registered by its end, and what never was. */
async function rowsOf(db: Db | Tx, { quarter, authority, service, source }: MetricsAsk, who: Actor): Promise<Appeal[]> {
  const { first, last } = quarterBounds(quarter)
  const rows = await db
    .selectFrom('appeals as p')
    .innerJoin('register_authorities as a', 'a.id', 'p.authority_id')
    .select(['p.id', 'p.authority_id', 'p.service', 'p.kind', 'p.source', 'p.received', 'p.registered', 'p.rule'])
    .select(['p.extended_by', 'p.answered', 'p.closed', 'p.outcome', 'p.topics', 'p.duplicate_of', 'p.state'])
    .select(['p.asked', 'p.solved', 'p.reopened'])
    .where(visibleAppeal(who))
    .where(sql<boolean>`coalesce(p.registered, p.received) <= ${last}`)
    // What was answered before the quarter and registered before it says nothing of it.
    .where(
      sql<boolean>`(coalesce(p.registered, p.received) >= ${first} OR coalesce(p.answered, p.closed, '9') >= ${first})`,
    )
    .$if(authority !== undefined, (query) => query.where('p.authority_id', '=', authority ?? 0))
    .$if(service !== undefined, (query) => query.where('p.service', '=', service ?? ''))
    .$if(source !== undefined, (query) => query.where(sql<boolean>`p.source = ${source}`))
    .execute()
  return rows.map(({ id, authority_id, duplicate_of, state, ...row }) => ({
    ...row,
    number: String(id),
    authority: String(authority_id),
    service: row.service ?? '',
    duplicate_of: duplicate_of === null ? null : String(duplicate_of),
    void: state === 'void',
  }))
}

/** The quarter so many before. */
export function quarterBefore(quarter: string, count: number): string {
  const [year = 0, number = 0] = quarter.split('-Q').map(Number)
  const at = year * 4 + number - 1 - count
  return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`
}
