import type { ServiceFields } from '@otklik/model/register/api'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { serviceId } from '../keys.ts'
import { fieldsOf, keyOf, withAuthority } from './services.ts'

export type NamedService = Pick<ServiceFields, 'name' | 'authority' | 'kind' | 'termDays' | 'termUnit' | 'region'>

/**
 * Services by `service_id` and their variants by `service_id:subservice_id`, all or those asked for (by either).
 * A service that files bring only in variants stands under its own number with what its first variant says.
 */
export async function serviceNames(db: Db, ids?: readonly string[]): Promise<ReadonlyMap<string, NamedService>> {
  const rows = await withAuthority(db)
    .selectAll('s')
    .select('a.name as authority')
    .$if(ids !== undefined, (query) =>
      query.where(sql<boolean>`s.service_id = ANY(${ids?.map((id) => id.split(':')[0])}::text[])`),
    )
    .orderBy('s.service_id')
    .orderBy('s.subservice_id')
    .execute()
  const named = new Map<string, NamedService>()
  for (const row of rows) {
    const { name, authority, kind, termDays, termUnit, region } = fieldsOf(row)
    const service = { name, authority, kind, termDays, termUnit, region }
    if (!named.has(row.service_id)) named.set(row.service_id, service)
    named.set(serviceId(keyOf(row)), service)
  }
  return named
}

/** Which of these `service_id`s the register has. */
export async function registeredOf(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('register_services')
    .select('service_id')
    .distinct()
    .where(sql<boolean>`service_id = ANY(${[...ids]}::text[])`)
    .execute()
  return rows.map((row) => row.service_id)
}

/** `service_id`s, each once, in order. */
export async function listServiceIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('register_services').select('service_id').distinct().orderBy('service_id').execute()
  return rows.map((row) => row.service_id)
}

/** `service_id`s of the services that an authority provides, by its name in the register. */
export async function servicesOfAuthority(db: Db, authorityName: string): Promise<string[]> {
  const rows = await withAuthority(db)
    .select('s.service_id')
    .distinct()
    .where('a.name', '=', authorityName)
    .orderBy('s.service_id')
    .execute()
  return rows.map((row) => row.service_id)
}
