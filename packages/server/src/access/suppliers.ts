import type { Principal } from '@otklik/model/access'
import type { Supplier } from '@otklik/model/api'
import { recordAudit } from '../platform/audit/index.ts'
import { type Origin, problem } from '../platform/http/index.ts'
import type { Db } from '../platform/postgres/open.ts'
import { type AccessParts, nowOf } from './parts.ts'
import { noSuchSupplier } from './problems.ts'

/** Codes and names of all suppliers, by code. */
export function supplierNames(db: Db): Promise<{ code: string; name: string }[]> {
  return db.selectFrom('access_suppliers').select(['code', 'name']).orderBy('code').execute()
}

/** The supplier's name; throws `no_such_supplier`. */
export async function requireSupplier(db: Db, code: string): Promise<{ code: string; name: string }> {
  const found = await db
    .selectFrom('access_suppliers')
    .select(['code', 'name'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (found === undefined) throw problem(noSuchSupplier, code)
  return found
}

export async function listSuppliers(db: Db): Promise<Supplier[]> {
  const tokens = await db.selectFrom('access_supplier_tokens').selectAll().orderBy('created_at', 'desc').execute()
  return (await supplierNames(db)).map(({ code, name }) => ({
    code,
    name,
    tokens: tokens
      .filter((token) => token.supplier === code)
      .map(({ id, label, created_at, expires_at, last_used_at, revoked_at }) => ({
        id,
        label,
        createdAt: created_at.toISOString(),
        expiresAt: instant(expires_at),
        lastUsedAt: instant(last_used_at),
        revokedAt: instant(revoked_at),
      })),
  }))
}

const instant = (date: Date | null) => date?.toISOString() ?? null

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
      .values({ code, name, created_at: nowOf(parts) })
      .onConflict((clash) => clash.column('code').doUpdateSet({ name }))
      .execute()
    const event = { who, what: 'supplier.saved', subject: `supplier:${code}`, before, after: { name }, from }
    await recordAudit(tx, event, nowOf(parts))
  })
  const saved = (await listSuppliers(parts.db)).find((supplier) => supplier.code === code)
  if (saved === undefined) throw problem(noSuchSupplier, code)
  return saved
}
