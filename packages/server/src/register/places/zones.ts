import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import type { OfficeKey } from '../deps.ts'

/** Where a request names a region that the register doesn't have. */
const FALLBACK = 'Europe/Moscow'

export interface Zones {
  /** IANA zones by the code of the region. */
  readonly regions: ReadonlyMap<string, string>
  /** Offices with a zone of their own; every other office has its region's. */
  readonly offices: readonly (OfficeKey & { readonly zone: string })[]
  /** The zone of an office as requests name it. */
  of(region: string, office: string): string
}

/** All zones at once, for what counts over many requests. */
export async function zones(db: Db): Promise<Zones> {
  const regionRows = await db
    .selectFrom('register_regions')
    .select(['code', sql<string>`coalesce(zone, default_zone)`.as('zone')])
    .execute()
  const offices = await db
    .selectFrom('register_offices')
    .select(['region', 'name', 'zone'])
    .where('zone', 'is not', null)
    .$narrowType<{ zone: string }>()
    .orderBy('region')
    .orderBy('name')
    .execute()
  const regions = new Map(regionRows.map(({ code, zone }) => [code, zone]))
  const own = new Map(offices.map(({ region, name, zone }) => [`${region}\n${name}`, zone]))
  const of = (region: string, office: string) => own.get(`${region}\n${office}`) ?? regions.get(region) ?? FALLBACK
  return { regions, offices, of }
}

/** The zone of one office: its own, else its region's, else Moscow's where the register has neither. */
export async function zoneOf(db: Db, region: string, office: string): Promise<string> {
  const found = await db
    .selectFrom('register_regions as r')
    .leftJoin('register_offices as o', (join) => join.onRef('o.region', '=', 'r.code').on('o.name', '=', office))
    .select(sql<string>`coalesce(o.zone, r.zone, r.default_zone)`.as('zone'))
    .where('r.code', '=', region)
    .executeTakeFirst()
  return found?.zone ?? FALLBACK
}
