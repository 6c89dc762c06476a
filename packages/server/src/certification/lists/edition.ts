import type { Principal } from '@otklik/model/access'
import { type Reach, reachOf, rightsOfPrincipal } from '@otklik/model/access'
import type { ListEdition } from '@otklik/model/certification/api'
import { type Circumstances, eventsFor } from '@otklik/model/certification'
import { type Selectable, sql } from 'kysely'
import { type Actor, nameOf } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { act } from '../act.ts'
import type { CertificationTables } from '../tables.ts'
import { visibleEntry, visibleList } from '../reach.ts'

export type ListRow = Selectable<CertificationTables['certification_lists']>
type FoundRow = ListRow & {
  readonly base_number: number | null
  readonly entries: number
  readonly admitted: number
  readonly other: boolean
  readonly base: boolean
}

/** Another edition of the same list (`l`) that is open or later: an event that makes an edition has to wait for it. */
const otherEdition = sql<boolean>`EXISTS (
  SELECT FROM certification_lists o
  WHERE o.kind = l.kind AND o.year IS NOT DISTINCT FROM l.year AND o.id <> l.id
    AND (o.number > l.number OR o.state IN ('draft', 'published', 'on_approval')))`
/** Whether a list of a year has something to be built on. */
export const singleApproved = sql<boolean>`EXISTS (
  SELECT FROM certification_lists s WHERE s.kind = 'single' AND s.state = 'approved')`

/** Editions within reach (`l`), their entries within reach counted. */
export const editions = (db: Db, reach: Reach) =>
  db
    .selectFrom('certification_lists as l')
    .leftJoin('certification_lists as b', 'b.id', 'l.base_id')
    .leftJoinLateral(
      (one) =>
        one
          .selectFrom('certification_entries as e')
          .leftJoin('register_authorities as a', 'a.id', 'e.authority_id')
          .select(({ fn }) => [
            fn.countAll<number>().as('entries'),
            fn.countAll<number>().filterWhere('e.admitted', '=', true).as('admitted'),
          ])
          .whereRef('e.list_id', '=', 'l.id')
          .where(visibleEntry(reach))
          .as('counted'),
      (join) => join.onTrue(),
    )
    .selectAll('l')
    .select(({ fn }) => [
      'b.number as base_number',
      fn.coalesce('counted.entries', sql<number>`0`).as('entries'),
      fn.coalesce('counted.admitted', sql<number>`0`).as('admitted'),
      otherEdition.as('other'),
      singleApproved.as('base'),
    ])
    .where(visibleList(reach))

/** One edition as its reader sees it; 404 where there is none within reach. */
export async function editionOf(db: Db, id: number, who: Principal): Promise<ListEdition> {
  const row = await editions(db, reachOf(who)).where('l.id', '=', id).executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return editionFrom(row, who)
}

export const circumstancesOf = (row: FoundRow, who: Actor): Circumstances => ({
  mine: row.submitted_who === nameOf(who),
  entries: row.admitted,
  other: row.other,
  base: row.base,
})

export function editionFrom(row: FoundRow, who: Principal): ListEdition {
  const { id, kind, year, number, state, entries, admitted } = row
  const events = eventsFor(kind, state, circumstancesOf(row, who), rightsOfPrincipal(who))
  return {
    id,
    kind,
    year,
    number,
    state,
    base: row.base_id === null ? null : { id: row.base_id, number: row.base_number ?? 0 },
    counts: { entries, admitted, leftOut: entries - admitted },
    created: { by: row.created_by, at: row.created_at.toISOString() },
    published: act(row.published_by, row.published_at),
    submitted: act(row.submitted_by, row.submitted_at),
    ...decisionsOf(row),
    allowed: reachOf(who).everything ? events : [],
  }
}

function decisionsOf(row: ListRow): Pick<ListEdition, 'approved' | 'returned' | 'withdrawn'> {
  const { protocol_number: protocolNumber, protocol_date: protocolDate, remarks } = row
  const approved = act(row.approved_by, row.approved_at)
  const returned = act(row.returned_by, row.returned_at)
  return {
    approved:
      approved === null || protocolNumber === null || protocolDate === null
        ? null
        : { ...approved, protocolNumber, protocolDate },
    returned: returned === null || remarks === null ? null : { ...returned, remarks },
    withdrawn: act(row.withdrawn_by, row.withdrawn_at),
  }
}
