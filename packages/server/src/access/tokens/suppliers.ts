import type { Reach } from '@otklik/model/access'
import type { Supplier } from '@otklik/model/access/api'
import { problem } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { pathsWithin } from '../organisations/find.ts'
import { noSuchSupplier } from '../problems.ts'
import { tokensOf } from './list-tokens.ts'

/** Codes and names of all suppliers, by code. */
export function supplierNames(db: Db): Promise<{ code: string; name: string }[]> {
  return db.selectFrom('access_suppliers').select(['code', 'name']).orderBy('code').execute()
}

/** The supplier's name; throws `no_such_supplier`. */
export async function requireSupplier(
  db: Db,
  code: string,
): Promise<{ code: string; name: string; organisation_id: number }> {
  const found = await db
    .selectFrom('access_suppliers')
    .select(['code', 'name', 'organisation_id'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (found === undefined) throw problem(noSuchSupplier, code)
  return found
}

/**
 * A supplier whose organisation stands within reach; `no_such_supplier` is the answer whether there is none or it stands
 * elsewhere. By the tree of this moment, not by the remembered reach: a supplier just made has its keys at once.
 */
export async function requireSupplierWithin(db: Db, reach: Reach, code: string) {
  const found = await selectWithin(db, reach).where('s.code', '=', code).executeTakeFirst()
  if (found === undefined) throw problem(noSuchSupplier, code)
  return found
}

const selectWithin = (db: Db, reach: Reach) =>
  db
    .selectFrom('access_suppliers as s')
    .innerJoin('access_organisations as o', 'o.id', 's.organisation_id')
    .select(['s.code', 's.name', 'o.id as organisation', 'o.name as organisation_name', 'o.closed_at'])
    .where('o.path', 'like', pathsWithin(reach))
type Row = Awaited<ReturnType<typeof requireSupplierWithin>>

/** The suppliers within reach, with all the keys each of them ever had. */
export async function listSuppliers(db: Db, reach: Reach): Promise<Supplier[]> {
  return withTokens(db, await selectWithin(db, reach).orderBy('s.code').execute())
}

/** One of them; throws `no_such_supplier`. */
export async function readSupplier(db: Db, reach: Reach, code: string): Promise<Supplier> {
  const [supplier] = await withTokens(db, [await requireSupplierWithin(db, reach, code)])
  if (supplier === undefined) throw problem(noSuchSupplier, code)
  return supplier
}

async function withTokens(db: Db, rows: readonly Row[]): Promise<Supplier[]> {
  const tokens = await tokensOf(
    db,
    rows.map(({ code }) => code),
  )
  const bySupplier = Map.groupBy(tokens, ({ supplier }) => supplier)
  return rows.map(({ code, name, organisation, organisation_name }) => ({
    code,
    name,
    organisation: { id: organisation, name: organisation_name },
    tokens: bySupplier.get(code) ?? [],
  }))
}
