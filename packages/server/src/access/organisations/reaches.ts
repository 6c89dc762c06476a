import { EVERYTHING, type OrganisationPath, type Reach, ROOT_PATH } from '@otklik/model/access'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { onPathOf } from './above.ts'

/** How old a remembered reach may be: a change of the tree is seen everywhere this soon. */
const AGE_MS = 3000

/** What lies under the top of a part of the tree; remembered for seconds, so that calls cost no query for it. */
export type Reaches = (top: OrganisationPath) => Promise<Reach>

export function rememberReaches(db: Db, now: () => Date = () => new Date(), ageMs = AGE_MS): Reaches {
  const known = new Map<OrganisationPath, { readonly reach: Promise<Reach>; readonly until: number }>()
  return (top) => {
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

/**
 * What the organisations at and under this path stand for: regions, authorities of the register, offices, suppliers.
 * One statement, so that the parts are of one moment.
 */
export async function readReach(db: Db, top: OrganisationPath): Promise<Reach> {
  if (top === ROOT_PATH) return EVERYTHING
  const { rows } = await sql<Found>`
    WITH part AS (SELECT * FROM access_organisations WHERE path LIKE ${`${top}%`})
    SELECT
      ARRAY(SELECT DISTINCT region FROM part WHERE kind = 'region' AND region IS NOT NULL) AS regions,
      ARRAY(SELECT DISTINCT a.name FROM part JOIN register_authorities a ON a.id = part.authority_id) AS authorities,
      ARRAY(SELECT s.code FROM part JOIN access_suppliers s ON s.organisation_id = part.id) AS suppliers,
      (SELECT coalesce(json_agg(o), '[]') FROM (${officesOfPart}) o) AS offices`.execute(db)
  const { regions = [], authorities = [], suppliers = [], offices = [] } = rows[0] ?? {}
  return {
    everything: false,
    top,
    regions,
    authorities,
    offices: offices.filter(({ region }) => !regions.includes(region)),
    suppliers,
  }
}
type Found = Pick<Reach, 'regions' | 'authorities' | 'offices' | 'suppliers'>

/** Offices with their own region, else that of the nearest organisation above. */
const officesOfPart = sql`
  SELECT DISTINCT above.region, o.office AS name
  FROM part o
  CROSS JOIN LATERAL (
    SELECT a.region FROM access_organisations a
    WHERE ${onPathOf} AND a.region IS NOT NULL
    ORDER BY length(a.path) DESC LIMIT 1
  ) above
  WHERE o.office IS NOT NULL`
