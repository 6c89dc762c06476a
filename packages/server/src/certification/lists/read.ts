import { type Principal, reachOf } from '@otklik/model/access'
import type { QueryOf } from '@otklik/model/api'
import type { ListEdition, ListEntry, readList as route } from '@otklik/model/certification/api'
import { sql } from 'kysely'
import { matches, type Page, rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { askedFor, orderOf } from '../search.ts'
import { visibleEntry } from '../reach.ts'
import { editionOf } from './edition.ts'
import { entryOf } from './entry.ts'

export type ListAsk = QueryOf<typeof route>

/** One edition with a page of its entries within reach. */
export async function readList(
  db: Db,
  id: number,
  ask: ListAsk,
  who: Principal,
): Promise<{ edition: ListEdition } & Page<ListEntry>> {
  const edition = await editionOf(db, id, who)
  const found = db
    .selectFrom('certification_entries as e')
    .leftJoin('register_authorities as a', 'a.id', 'e.authority_id')
    .where('e.list_id', '=', id)
    .where(visibleEntry(reachOf(who)))
    .where(matches(ask.find, sql<string>`concat_ws(' ', e.object_id, e.folded)`))
    .where(askedFor('e', ask))
    .$if(ask.admitted !== undefined, (query) => query.where('e.admitted', '=', ask.admitted ?? true))
  const { limit, offset } = rangeOf(ask)
  const [{ total }, rows] = await Promise.all([
    found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    found
      .selectAll('e')
      .orderBy(orderOf('e', ask, 'object_id'))
      .orderBy('e.object_id')
      .limit(limit)
      .offset(offset)
      .execute(),
  ])
  return { edition, total, rows: rows.map(entryOf) }
}
