import type { AppealLine } from '@otklik/model/appeals/api'
import { dayOf } from '@otklik/model/days'
import { sql } from 'kysely'
import type { Caller } from '../../platform/audit/index.ts'
import { type Page, rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { visibleAppeal } from '../reach.ts'
import { type AppealsAsk, askedFor, OPEN } from './filters.ts'
import { lineOf } from './line.ts'

/**
 * The register: what waits for an answer first, and of that what is due soonest; terms that could not be counted stand
 * before all others, as nobody knows how late they are. Then the rest, the latest first.
 */
export async function listAppeals(
  db: Db,
  ask: AppealsAsk,
  { who, at }: Pick<Caller, 'who' | 'at'>,
): Promise<Page<AppealLine>> {
  const today = dayOf(at)
  const found = db
    .selectFrom('appeals as p')
    .innerJoin('register_authorities as a', 'a.id', 'p.authority_id')
    .where(visibleAppeal(who))
    .where(askedFor(ask, who, today))
  const { limit, offset } = rangeOf(ask)
  const [{ total }, rows] = await Promise.all([
    found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    found
      .selectAll('p')
      .select('a.name as authority')
      .orderBy(sql`${OPEN}`, 'desc')
      .orderBy(sql`CASE WHEN ${OPEN} THEN coalesce(p.act_by, CASE WHEN p.rule IS NOT NULL THEN '' END) END`, 'asc')
      .orderBy('p.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute(),
  ])
  return { total, rows: rows.map((row) => lineOf(row, today)) }
}
