import type { Reach } from '@otklik/model/access'
import type { QueryOf } from '@otklik/model/api'
import type { CertificationObject, listObjects as route } from '@otklik/model/certification/api'
import { sql } from 'kysely'
import { matches, type Page, rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { askedFor, orderOf } from '../search.ts'
import { visibleObject } from '../reach.ts'
import { objectOf, withAuthority } from './object-row.ts'

export type ObjectsAsk = QueryOf<typeof route>

export async function listObjects(db: Db, ask: ObjectsAsk, reach: Reach): Promise<Page<CertificationObject>> {
  const words = sql<string>`concat_ws(' ', o.id, o.folded, a.folded, r.folded)`
  const found = withAuthority(db)
    .leftJoin('register_regions as r', 'r.code', 'o.region')
    .where(visibleObject(reach))
    .where(matches(ask.find, words))
    .where(askedFor('o', ask))
    .$if(ask.removed !== undefined, (query) => query.where('o.removed_at', ask.removed ? 'is not' : 'is', null))
  const { limit, offset } = rangeOf(ask)
  const [{ total }, rows] = await Promise.all([
    found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    found
      .selectAll('o')
      .select('a.name as authority')
      .orderBy(orderOf('o', ask, 'id'))
      .orderBy('o.id')
      .limit(limit)
      .offset(offset)
      .execute(),
  ])
  return { total, rows: rows.map(objectOf) }
}
