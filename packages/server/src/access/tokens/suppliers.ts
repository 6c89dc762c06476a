import { EVERYTHING, type Principal, type Reach, reachesOrganisation } from '@otklik/model/access'
import type { Supplier } from '@otklik/model/api'
import { recordAudit } from '../../platform/audit/index.ts'
import { type Origin, problem } from '../../platform/http/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { type AccessParts, nowOf } from '../parts.ts'
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

/** The suppliers within reach, with all the keys each of them ever had. */
export async function listSuppliers(db: Db, reach: Reach): Promise<Supplier[]> {
  const rows = await db
    .selectFrom('access_suppliers as s')
    .innerJoin('access_organisations as o', 'o.id', 's.organisation_id')
    .select(['s.code', 's.name', 'o.id', 'o.name as organisation', 'o.path'])
    .orderBy('s.code')
    .execute()
  const seen = rows.filter(({ path }) => reachesOrganisation(reach, path))
  const tokens = await tokensOf(
    db,
    seen.map(({ code }) => code),
  )
  return seen.map(({ code, name, id, organisation }) => ({
    code,
    name,
    organisation: { id, name: organisation },
    tokens: tokens.filter(({ supplier }) => supplier === code),
  }))
}

/** Adds a supplier or renames it. */
export async function saveSupplier(
  parts: AccessParts,
  { code, name }: { code: string; name: string },
  who: Principal | 'system',
  from?: Origin,
): Promise<Supplier> {
  await parts.db.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom('access_suppliers')
      .select('name')
      .where('code', '=', code)
      .forUpdate()
      .executeTakeFirst()
    await tx
      .insertInto('access_suppliers')
      .values({ code, name, created_at: nowOf(parts), organisation_id: 1 })
      .onConflict((clash) => clash.column('code').doUpdateSet({ name }))
      .execute()
    const event = { who, what: 'supplier.saved', subject: `supplier:${code}`, before, after: { name }, from }
    await recordAudit(tx, event, nowOf(parts))
  })
  const saved = (await listSuppliers(parts.db, EVERYTHING)).find((supplier) => supplier.code === code)
  if (saved === undefined) throw problem(noSuchSupplier, code)
  return saved
}
