import type { Reach } from '@otklik/model/access'
import type { Organisation } from '@otklik/model/access/api'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { isOrganisationId } from '../people/ids.ts'
import { numbersAbove } from './above.ts'
import { childrenOf, peopleUnder } from './counts.ts'
import { pathsWithin } from './find.ts'

export const SHOWN = [
  ...(['o.id', 'o.path', 'o.kind', 'o.name', 'o.short_name', 'o.region', 'o.zone', 'o.ogrn'] as const),
  ...(['o.address', 'o.phone', 'o.mail', 'o.authority_id', 'o.office', 'o.created_at', 'o.closed_at'] as const),
  'a.name as authority_name',
] as const

export const withAuthority = (db: Db) =>
  db.selectFrom('access_organisations as o').leftJoin('register_authorities as a', 'a.id', 'o.authority_id')

const selectShown = (db: Db) => withAuthority(db).select(SHOWN)
type ShownRow = Awaited<ReturnType<ReturnType<typeof selectShown>['execute']>>[number]

/** One organisation as its viewer sees it; throws `not_found`. */
export async function readOrganisation(db: Db, reach: Reach, id: number): Promise<Organisation> {
  if (!isOrganisationId(id)) throw problem(problems.notFound)
  const row = await selectShown(db)
    .where('o.id', '=', id)
    .where('o.path', 'like', pathsWithin(reach))
    .executeTakeFirst()
  const [organisation] = row === undefined ? [] : await shown(db, reach, [row])
  if (organisation === undefined) throw problem(problems.notFound)
  return organisation
}

/** Rows as their viewer sees them: with the way to them, and how much is under them. */
export async function shown(db: Db, reach: Reach, rows: readonly ShownRow[]): Promise<Organisation[]> {
  const [names, children, people] = await Promise.all([
    namesAbove(db, reach, rows),
    childrenOf(
      db,
      rows.map(({ id }) => id),
    ),
    peopleUnder(db, rows),
  ])
  return rows.map((row) => {
    const above = numbersAbove(reach, row.path).map((id) => ({ id, name: names.get(id) ?? '' }))
    return {
      ...fieldsOf(row),
      above,
      // What stands above the viewer's part does not exist for the viewer, not even as a number.
      parent: above.at(-1)?.id ?? null,
      children: children.get(row.id) ?? 0,
      people: people.get(row.id) ?? 0,
    }
  })
}

function fieldsOf(row: ShownRow): Omit<Organisation, 'parent' | 'above' | 'children' | 'people'> {
  const { id, kind, name, region, zone, ogrn, address, phone, mail, office, authority_id, authority_name } = row
  return {
    id,
    kind,
    name,
    shortName: row.short_name,
    region,
    zone,
    ogrn,
    address,
    phone,
    mail,
    authority: authority_id === null ? null : String(authority_id),
    authorityName: authority_name,
    office,
    createdAt: row.created_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
  }
}

async function namesAbove(db: Db, reach: Reach, rows: readonly ShownRow[]): Promise<ReadonlyMap<number, string>> {
  const wanted = [...new Set(rows.flatMap(({ path }) => numbersAbove(reach, path)))]
  if (wanted.length === 0) return new Map()
  const found = await db.selectFrom('access_organisations').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(found.map(({ id, name }) => [id, name]))
}
