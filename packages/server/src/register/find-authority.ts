import type { Db } from '../platform/postgres/open.ts'
import { parseNumber } from './keys.ts'

export interface FoundAuthority {
  readonly id: number
  readonly name: string
  readonly region: string | null
}

/** One authority by its number as texts have it; undefined where there is none, or the text is no number. */
export async function findAuthority(db: Db, id: string): Promise<FoundAuthority | undefined> {
  const number = parseNumber(id)
  if (number === undefined) return undefined
  return db
    .selectFrom('register_authorities')
    .select(['id', 'name', 'region'])
    .where('id', '=', number)
    .executeTakeFirst()
}

/** Those of these names that lie in one of the regions. */
export async function authoritiesWithin(
  db: Db,
  names: readonly string[],
  regions: readonly string[],
): Promise<ReadonlySet<string>> {
  if (names.length === 0 || regions.length === 0) return new Set()
  const found = db.selectFrom('register_authorities').select('name').where('name', 'in', names)
  const rows = await found.where('region', 'in', regions).execute()
  return new Set(rows.map(({ name }) => name))
}

/** The number of the authority of this name; undefined where the register has none. */
export async function authorityNumberOf(db: Db, name: string): Promise<number | undefined> {
  const found = await db.selectFrom('register_authorities').select('id').where('name', '=', name).executeTakeFirst()
  return found?.id
}

/** The numbers of all authorities, as texts, by their names. */
export async function authorityNumbers(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('register_authorities').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [name, String(id)]))
}
