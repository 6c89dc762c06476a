import type { Principal, Right } from '@otklik/model/access'
import { recordAudit } from '../../platform/audit/index.ts'
import { type Origin, problem } from '../../platform/http/index.ts'
import { type AccessParts, nowOf } from '../parts.ts'
import { badExpiry, noSuchToken } from '../problems.ts'
import { hashSecret } from '../secrets.ts'
import { newToken } from './find-token.ts'
import { requireSupplier } from './suppliers.ts'

export interface TokenAsk {
  readonly code: string
  readonly label: string
  /** ISO 8601 with Z; absent: a year from now. */
  readonly expiresAt?: string
}

const SUPPLIER_RIGHTS: readonly Right[] = ['packages.read', 'packages.send']

/** A new token of the supplier; its text is returned here and never again. */
export async function issueToken(parts: AccessParts, ask: TokenAsk, who: Principal | 'system', from?: Origin) {
  const now = nowOf(parts)
  const expires_at = ask.expiresAt === undefined ? inAYear(now) : readExpiry(ask.expiresAt, now)
  const token = newToken()
  const { code: supplier, label } = ask
  const { organisation_id } = await requireSupplier(parts.db, supplier)
  const id = await parts.db.transaction().execute(async (tx) => {
    const row = { organisation_id, supplier, label, hash: hashSecret(token), created_at: now, expires_at }
    const made = await tx
      .insertInto('access_tokens')
      .values({
        ...row,
        rights: [...SUPPLIER_RIGHTS],
        keeper_id: who !== 'system' && who.kind === 'user' ? who.id : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const after = { token: made.id, label, expires_at }
    await recordAudit(tx, { who, what: 'token.issued', subject: `supplier:${supplier}`, after, from }, now)
    return made.id
  })
  return { id, token }
}

function inAYear(now: Date): Date {
  const date = new Date(now)
  date.setUTCFullYear(date.getUTCFullYear() + 1)
  return date
}

function readExpiry(text: string, now: Date): Date {
  const date = new Date(text)
  const formed = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(text)
  if (!formed || Number.isNaN(date.getTime()) || date <= now) throw problem(badExpiry)
  return date
}

/** A second time changes nothing. */
export async function revokeToken(
  parts: AccessParts,
  { code, id }: { code: string; id: string },
  who: Principal,
  from: Origin,
): Promise<void> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw problem(noSuchToken)
  await parts.db.transaction().execute(async (tx) => {
    const token = await tx
      .selectFrom('access_tokens')
      .select(['revoked_at', 'label'])
      .where('id', '=', id)
      .where('supplier', '=', code)
      .forUpdate()
      .executeTakeFirst()
    if (token === undefined) throw problem(noSuchToken)
    if (token.revoked_at !== null) return
    await tx
      .updateTable('access_tokens')
      .set({ revoked_at: nowOf(parts) })
      .where('id', '=', id)
      .execute()
    const after = { token: id, label: token.label }
    await recordAudit(tx, { who, what: 'token.revoked', subject: `supplier:${code}`, after, from }, nowOf(parts))
  })
}
