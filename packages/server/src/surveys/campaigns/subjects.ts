import type { Db } from '../../platform/postgres/open.ts'
import { serviceNames, servicesOfAuthority } from '../../register/index.ts'

/** A subject of a campaign: a service, or an office. */
export interface Subject {
  readonly id: string
  readonly name: string
}

/** Services by their numbers, in the given order; one that left the register is called by its number. */
export async function serviceTitles(db: Db, ids: readonly string[]): Promise<Subject[]> {
  if (ids.length === 0) return []
  const names = await serviceNames(db, ids)
  return ids.map((id) => ({ id, name: names.get(id)?.name ?? id }))
}

/** Offices by their numbers, in the given order. */
export async function officeNames(db: Db, ids: readonly number[]): Promise<Subject[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('register_offices')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return ids.map((id) => ({ id: String(id), name: names.get(id) ?? String(id) }))
}

export interface Owner {
  readonly authority_id: number
  readonly authority: string
  readonly services: readonly string[]
  readonly offices: readonly number[]
}

/** The services that a campaign is about: those it names, else all of its authority. */
export async function servicesAsked(db: Db, { authority, services }: Owner): Promise<Subject[]> {
  return serviceTitles(db, services.length > 0 ? services : await servicesOfAuthority(db, authority))
}

/** The offices that a campaign is about: those it names, else all of its authority. */
export async function officesAsked(db: Db, { authority_id, offices }: Owner): Promise<Subject[]> {
  if (offices.length > 0) return officeNames(db, offices)
  const rows = await db
    .selectFrom('register_offices')
    .select(['id', 'name'])
    .where('authority_id', '=', authority_id)
    .orderBy('name')
    .execute()
  return rows.map(({ id, name }) => ({ id: String(id), name }))
}
