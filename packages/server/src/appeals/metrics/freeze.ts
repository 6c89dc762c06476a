import type { FrozenQuarter } from '@otklik/model/appeals/api'
import type { QuarterMetrics } from '@otklik/model/appeals'
import { dayOf } from '@otklik/model/days'
import { quarterBounds } from '@otklik/model/quarters'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { badField } from '../../platform/problems/index.ts'
import { visibleAuthority } from '../reach.ts'
import { requireAuthority } from '../register/authorities.ts'
import { metricsOf } from './metrics.ts'

/** Figures that were fixed, for authorities within reach, the latest first. */
export async function listFrozen(db: Db, { who }: Pick<Caller, 'who'>): Promise<FrozenQuarter[]> {
  const rows = await db
    .selectFrom('appeals_quarters as q')
    .innerJoin('register_authorities as a', 'a.id', 'q.authority_id')
    .select(['q.id', 'q.quarter', 'q.as_of', 'q.at', 'q.by', 'q.metrics', 'a.id as authority', 'a.name'])
    .where(visibleAuthority(who))
    .orderBy('q.id', 'desc')
    .execute()
  return rows.map(({ authority, name, at, metrics, ...row }) => ({
    ...row,
    at: at.toISOString(),
    authority: { id: authority, name },
    // Written by `freeze` from such metrics.
    metrics: metrics as FrozenQuarter['metrics'],
  }))
}

/** Fixes the figures of an authority's quarter as they stand on a day: later changes leave them as they are. */
export async function freeze(
  db: Db,
  given: { readonly quarter: string; readonly as_of: string; readonly authority: number },
  caller: Caller,
): Promise<FrozenQuarter> {
  const { quarter, as_of } = given
  if (as_of <= quarterBounds(quarter).last) throw badField('as_of', 'Квартал ещё не окончен: укажите день после него.')
  if (as_of > dayOf(caller.at)) throw badField('as_of', 'Этот день ещё не наступил.')
  return db.transaction().execute(async (tx) => {
    const authority = await requireAuthority(tx, given.authority, caller.who)
    const metrics: QuarterMetrics = await metricsOf(tx, given, caller.who)
    const { who, from, at } = caller
    const by = displayName(who)
    const { id } = await tx
      .insertInto('appeals_quarters')
      .values({ quarter, as_of, authority_id: given.authority, at, by, metrics: JSON.stringify(metrics) })
      .returning('id')
      .executeTakeFirstOrThrow()
    const after = { quarter, as_of, received: metrics.received }
    await recordAudit(tx, { who, what: 'appeals.quarter_frozen', subject: `quarter:${id}`, after, from, at })
    return { id, quarter, as_of, authority, at: at.toISOString(), by, metrics: wired(metrics) }
  })
}

/** The same as JSON carries it: lists that nobody has to keep from changing. */
export const wired = (metrics: QuarterMetrics): FrozenQuarter['metrics'] =>
  structuredClone(metrics) as FrozenQuarter['metrics']
