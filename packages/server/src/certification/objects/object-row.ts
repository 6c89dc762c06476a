import { badField } from '../../platform/problems/index.ts'
import type { CertificationObject, ObjectFields } from '@otklik/model/certification/api'
import { categoryOf } from '@otklik/model/certification'
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { fold } from '../../platform/text.ts'
import { authorityNumberOf, requireRegion, serviceNames } from '../../register/index.ts'
import type { CertificationTables } from '../tables.ts'

export type ObjectRow = Selectable<CertificationTables['certification_objects']> & { authority: string | null }

/** Objects (`o`) with their authorities (`a`). */
export const withAuthority = (db: Db) =>
  db.selectFrom('certification_objects as o').leftJoin('register_authorities as a', 'a.id', 'o.authority_id')

export const findObject = (db: Db, id: number) =>
  withAuthority(db).selectAll('o').select('a.name as authority').where('o.id', '=', id)

export function fieldsOf(row: ObjectRow): ObjectFields {
  const { name, kind, authority, region, service, address, level } = row
  const { valid_from: validFrom, valid_to: validTo } = row
  return { name, kind, authority, region, service, address, level: numberOf(level), validFrom, validTo }
}

/** PostgreSQL's exact numbers come as texts. */
export const numberOf = (level: string | null): number | null => (level === null ? null : Number(level))

export const objectOf = (row: ObjectRow): CertificationObject => ({
  id: row.id,
  version: row.version,
  ...fieldsOf(row),
  category: categoryOf(row.kind),
  removed:
    row.removed_reason === null || row.removed_at === null
      ? null
      : { reason: row.removed_reason, at: row.removed_at.toISOString() },
})

/** What is kept of these fields; refuses an authority, a region or a service that the register does not have. */
export async function rowOf(tx: Tx, fields: ObjectFields) {
  await requireRegion(tx, fields.region)
  await requireService(tx, fields.service)
  return {
    name: fields.name,
    kind: fields.kind,
    authority_id: await requireAuthority(tx, fields.authority),
    region: fields.region,
    service: fields.service,
    address: fields.address,
    level: fields.level === null ? null : String(fields.level),
    valid_from: fields.validFrom,
    valid_to: fields.validTo,
    folded: foldedOf(fields),
  }
}

export const foldedOf = ({ name, service, address }: Pick<ObjectFields, 'name' | 'service' | 'address'>): string =>
  fold([name, service, address].filter((text) => text !== null).join(' '))

async function requireAuthority(tx: Tx, name: string | null): Promise<number | null> {
  if (name === null) return null
  const id = await authorityNumberOf(tx, name)
  if (id === undefined) throw badField('authority', `Органа «${name}» в реестре нет. Выберите орган из реестра.`)
  return id
}

async function requireService(tx: Tx, id: string | null): Promise<void> {
  if (id === null || (await serviceNames(tx, [id])).has(id)) return
  throw badField('service', `Услуги с номером «${id}» в реестре нет.`)
}

/** Refuses a service of the register that another object stands for; a race is settled by the index of the table. */
export async function requireOwnService(tx: Tx, { kind, service }: ObjectFields, own: number | null): Promise<void> {
  if (service === null || (kind !== 'service' && kind !== 'typical')) return
  const other = await tx
    .selectFrom('certification_objects')
    .select(['id', 'name', 'removed_at'])
    .where('service', '=', service)
    .where('kind', 'in', ['service', 'typical'])
    .$if(own !== null, (query) => query.where('id', '!=', own))
    .executeTakeFirst()
  if (other === undefined) return
  const where = other.removed_at === null ? 'уже стоит в перечне' : 'исключена из перечня, её можно вернуть'
  throw badField('service', `Услуга ${where}: объект № ${other.id} «${other.name}».`)
}
