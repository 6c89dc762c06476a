import type { QueryOf } from '@otklik/model/api'
import type { listObjects } from '@otklik/model/certification/api'
import { kindsOf } from '@otklik/model/certification'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

type Ask = Pick<QueryOf<typeof listObjects>, 'kind' | 'category' | 'region' | 'authority' | 'sort' | 'descending'>

/** The filters that objects (`o`) and entries (`e`) share; `a` is their authority. */
export function askedFor(alias: 'o' | 'e', { kind, category, region, authority }: Ask): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const conditions = [sql`true`]
  if (kind !== undefined) conditions.push(sql`${column('kind')} = ${kind}`)
  if (category !== undefined) conditions.push(sql`${column('kind')} = ANY(${kindsOf(category)}::text[])`)
  if (region !== undefined)
    conditions.push(region === 'federal' ? sql`${column('region')} IS NULL` : sql`${column('region')} = ${region}`)
  if (authority !== undefined) conditions.push(sql`${authorityOf(alias)} = ${authority}`)
  return sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`
}

/** An entry keeps the name of its day. */
const authorityOf = (alias: 'o' | 'e') => (alias === 'o' ? sql.ref('a.name') : sql.ref('e.authority'))

/** What the page is sorted by; empty cells come last either way. @param number the column of the object's number */
export function orderOf(alias: 'o' | 'e', { sort = 'number', descending = false }: Ask, number: string) {
  const columns = {
    number: sql.ref(`${alias}.${number}`),
    name: sql.ref(`${alias}.name`),
    authority: authorityOf(alias),
    region: sql.ref(`${alias}.region`),
    level: sql.ref(`${alias}.level`),
    validTo: sql.ref(`${alias}.valid_to`),
  }
  return sql`${columns[sort]} ${sql.raw(descending ? 'DESC' : 'ASC')} NULLS LAST`
}
