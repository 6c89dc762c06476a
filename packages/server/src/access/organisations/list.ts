import type { Reach } from '@otklik/model/access'
import type { listOrganisations as listRoute, Organisation } from '@otklik/model/access/api'
import type { QueryOf } from '@otklik/model/api'
import { type SqlBool, sql } from 'kysely'
import { rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { fold } from '../../platform/text.ts'
import { topWithin } from './above.ts'
import { pathsWithin, requireOrganisation } from './find.ts'
import { SHOWN, shown, withAuthority } from './read.ts'

export type OrganisationsAsk = QueryOf<typeof listRoute>

/**
 * Organisations by name: those directly under `parent`; or, with `find` or `kind`, anywhere within reach; else the top
 * of the viewer's part alone, and for a file the whole part. `closed` adds those that have been closed.
 */
export async function listOrganisations(
  db: Db,
  reach: Reach,
  ask: OrganisationsAsk,
): Promise<{ total: number; rows: Organisation[] }> {
  const asFile = ask.format === 'csv' || ask.format === 'xlsx'
  if (ask.parent !== undefined) await requireOrganisation(db, reach, ask.parent)
  const found = askedFor(db, reach, ask, asFile)
  const { limit, offset } = rangeOf(ask)
  const [{ total }, rows] = await Promise.all([
    found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    found.select(SHOWN).orderBy('o.name').orderBy('o.id').limit(limit).offset(offset).execute(),
  ])
  return { total, rows: await shown(db, reach, rows) }
}

function askedFor(db: Db, reach: Reach, { parent, find = '', kind, closed }: OrganisationsAsk, asFile: boolean) {
  const words = fold(find).split(' ').filter(Boolean)
  let found = withAuthority(db).where('o.path', 'like', pathsWithin(reach))
  if (kind !== undefined) found = found.where('o.kind', '=', kind)
  for (const word of words) found = found.where(sql<SqlBool>`strpos(o.folded, ${word}) > 0`)
  const open = closed === true ? found : found.where('o.closed_at', 'is', null)
  if (parent !== undefined) return open.where('o.parent_id', '=', parent)
  if (words.length > 0 || kind !== undefined || asFile) return open
  return found.where('o.path', '=', topWithin(reach))
}
