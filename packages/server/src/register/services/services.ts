import { displayName, reachOfActor } from '../../platform/audit/index.ts'
import type { Reach } from '@otklik/model/access'
import type { RegisteredService, ServiceFields } from '@otklik/model/register/api'
import { type Selectable, sql } from 'kysely'
import { problem } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { ensureAuthorities } from '../authorities.ts'
import { type RecordEditor, recordEdit } from '../history.ts'
import { parseServiceId, type ServiceKey, serviceId } from '../keys.ts'
import { matches, type Page, rangeOf } from '../../platform/list.ts'
import { type OfAuthority, ofAuthority } from '../of-authority.ts'
import { requireOwnPlace, requireOwnService } from '../own-fields.ts'
import { badServiceId } from '../problems.ts'
import { requireRegion } from '../places/regions.ts'
import { checkedService } from './service-fields.ts'
import type { RegisterTables } from '../tables.ts'
import { visibleService } from '../reach.ts'
import { fold } from '../../platform/text.ts'

export async function listServices(db: Db, ask: OfAuthority, reach: Reach): Promise<Page<RegisteredService>> {
  const words = sql<string>`concat_ws(' ', s.folded, a.folded, r.folded)`
  const found = withAuthority(db)
    .leftJoin('register_regions as r', 'r.code', 's.region')
    .where(matches(ask.find, words))
    .where(ofAuthority(ask))
    .where(visibleService(reach))
  const { limit, offset } = rangeOf(ask)
  const [{ total }, rows] = await Promise.all([
    found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    found
      .selectAll('s')
      .select('a.name as authority')
      .orderBy('s.name')
      .orderBy('s.service_id')
      .orderBy('s.subservice_id')
      .limit(limit)
      .offset(offset)
      .execute(),
  ])
  return { total, rows: rows.map((row) => ({ ...idOf(keyOf(row)), ...fieldsOf(row) })) }
}

/** Services (`s`) with their authorities (`a`). */
export const withAuthority = (db: Db) =>
  db.selectFrom('register_services as s').leftJoin('register_authorities as a', 'a.id', 's.authority_id')

/** `id` leads to the record in every path; `subservice` is its variant part alone. */
const idOf = (key: ServiceKey) => ({ id: serviceId(key), subservice: key.subservice })

export type ServiceRow = Selectable<RegisterTables['register_services']>
export const keyOf = (row: Pick<ServiceRow, 'service_id' | 'subservice_id'>): ServiceKey => ({
  service: row.service_id,
  subservice: row.subservice_id,
})

export function fieldsOf(row: ServiceRow & { authority: string | null }): ServiceFields {
  const { name, authority, region, kind, fee } = row
  const { term_days: termDays, term_unit: termUnit, life_situations: lifeSituations } = row
  return { name, authority, region, kind, termDays, termUnit, fee, lifeSituations }
}

/** The row that keeps these fields; `authorities` knows the number of every name. */
export function rowOf(key: ServiceKey, fields: ServiceFields, authorities: ReadonlyMap<string, number>): ServiceRow {
  return {
    service_id: key.service,
    subservice_id: key.subservice,
    name: fields.name,
    authority_id: fields.authority === null ? null : (authorities.get(fields.authority) ?? null),
    region: fields.region,
    kind: fields.kind,
    term_days: fields.termDays,
    term_unit: fields.termUnit,
    fee: fields.fee,
    life_situations: fields.lifeSituations,
    folded: fold(`${serviceId(key)} ${fields.name}`),
  }
}

/** Changes a service or adds one that no file has brought; an authority named for the first time is added too. */
export async function saveService(
  db: Db,
  id: string,
  body: ServiceFields,
  editor: RecordEditor,
): Promise<RegisteredService> {
  const key = parseServiceId(id)
  if (key === undefined) throw problem(badServiceId, id)
  const reach = reachOfActor(editor.who)
  const after = checkedService(body)
  return db.transaction().execute(async (tx) => {
    const known = await find(tx, key)
    requireOwnService(reach, known)
    if (known) await requireOwnPlace(tx, reach, known, after)
    await requireRegion(tx, after.region)
    const names = after.authority === null ? [] : [after.authority]
    const authorities = await ensureAuthorities(tx, names, { at: editor.at, by: displayName(editor.who) })
    // Only after the authorities, as packages lock them. Whoever came between has the last word on whose it is.
    const before = await find(tx, key, true)
    requireOwnService(reach, before)
    const row = rowOf(key, after, authorities)
    await tx
      .insertInto('register_services')
      .values(row)
      .onConflict((clash) => clash.columns(['service_id', 'subservice_id']).doUpdateSet(row))
      .execute()
    await recordEdit(tx, { kind: 'services', id, before: before && fieldsOf(before), after }, editor)
    return { ...idOf(key), ...after }
  })
}

async function find(db: Db | Tx, { service, subservice }: ServiceKey, lock = false) {
  const found = await withAuthority(db)
    .selectAll('s')
    .select('a.name as authority')
    .where('s.service_id', '=', service)
    .where('s.subservice_id', '=', subservice)
    .$if(lock, (query) => query.forUpdate('s'))
    .executeTakeFirst()
  return found ?? null
}
