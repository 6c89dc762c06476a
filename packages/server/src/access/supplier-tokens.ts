import type { SupplierPrincipal } from '@otklik/model/access'
import type { Db } from '../platform/postgres/open.ts'
import { hashSecret, newSecret } from './secrets.ts'

const PREFIX = 'otk_'
const NOTE_MS = 60_000

/** The prefix lets people and secret scanners see what it is. */
export const newToken = (): string => `${PREFIX}${newSecret()}`

/** The supplier a token acts for; undefined when it is unknown, revoked or has expired. Notes its use once a minute. */
export async function findToken(db: Db, token: string, now: Date): Promise<SupplierPrincipal | undefined> {
  if (!token.startsWith(PREFIX)) return undefined
  const row = await db
    .selectFrom('access_supplier_tokens as token')
    .innerJoin('access_suppliers as supplier', 'supplier.code', 'token.supplier')
    .select(['token.id', 'token.last_used_at', 'supplier.code', 'supplier.name'])
    .where('token.hash', '=', hashSecret(token))
    .where('token.revoked_at', 'is', null)
    .where((of) => of.or([of('token.expires_at', 'is', null), of('token.expires_at', '>', now)]))
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > NOTE_MS)
    await db.updateTable('access_supplier_tokens').set({ last_used_at: now }).where('id', '=', row.id).execute()
  return { kind: 'supplier', code: row.code, name: row.name, tokenId: row.id }
}
