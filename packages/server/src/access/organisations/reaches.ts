import { EVERYTHING, type OrganisationPath, type Reach, ROOT_PATH } from '@otklik/model/access'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'

/** How old a remembered reach may be: a change of the tree is seen everywhere this soon. */
const AGE_MS = 3000

/** What lies under the top of a part of the tree; remembered for seconds, so that calls cost no query for it. */
export type Reaches = (top: OrganisationPath) => Promise<Reach>

export function rememberReaches(db: Db, now: () => Date = () => new Date(), ageMs = AGE_MS): Reaches {
  const known = new Map<OrganisationPath, { readonly reach: Promise<Reach>; readonly until: number }>()
  return (top) => {
    if (top === ROOT_PATH) return Promise.resolve(EVERYTHING)
    const at = now().getTime()
    const found = known.get(top)
    if (found && found.until > at) return found.reach
    for (const [path, { until }] of known) if (until <= at) known.delete(path)
    const reach = readReach(db, top)
    known.set(top, { reach, until: at + ageMs })
    // A failed reading is not remembered.
    reach.catch(() => known.delete(top))
    return reach
  }
}

/** What the organisations at and under this path stand for: regions, authorities of the register, offices, suppliers. */
export async function readReach(db: Db, top: OrganisationPath): Promise<Reach> {
  const under = `${top}%`
  const [regions, authorities, offices, suppliers] = await Promise.all([
    db
      .selectFrom('access_organisations')
      .select('region')
      .where('path', 'like', under)
      .where('kind', '=', 'region')
      .where('region', 'is not', null)
      .$narrowType<{ region: string }>()
      .execute(),
    db
      .selectFrom('access_organisations as o')
      .innerJoin('register_authorities as a', 'a.id', 'o.authority_id')
      .select('a.name')
      .distinct()
      .where('o.path', 'like', under)
      .execute(),
    officesUnder(db, under),
    db
      .selectFrom('access_suppliers as s')
      .innerJoin('access_organisations as o', 'o.id', 's.organisation_id')
      .select('s.code')
      .where('o.path', 'like', under)
      .execute(),
  ])
  const codes = [...new Set(regions.map(({ region }) => region))]
  return {
    everything: false,
    top,
    regions: codes,
    authorities: authorities.map(({ name }) => name),
    offices: offices.filter(({ region }) => !codes.includes(region)),
    suppliers: suppliers.map(({ code }) => code),
  }
}

/** Offices with their own region, else that of the nearest organisation above. */
async function officesUnder(db: Db, under: string): Promise<{ region: string; name: string }[]> {
  const { rows } = await sql<{ region: string; name: string }>`
    SELECT DISTINCT above.region, o.office AS name
    FROM access_organisations o
    CROSS JOIN LATERAL (
      SELECT a.region FROM access_organisations a
      WHERE a.id = ANY (string_to_array(trim(both '/' from o.path), '/')::int[]) AND a.region IS NOT NULL
      ORDER BY length(a.path) DESC LIMIT 1
    ) above
    WHERE o.path LIKE ${under} AND o.office IS NOT NULL`.execute(db)
  return rows
}
