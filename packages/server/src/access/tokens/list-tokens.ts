import type { Reach } from '@otklik/model/access'
import type { listTokens as listRoute, Token } from '@otklik/model/access/api'
import type { QueryOf } from '@otklik/model/api'
import { type SqlBool, sql } from 'kysely'
import { rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { fold } from '../../platform/text.ts'
import { pathsWithin } from '../organisations/find.ts'

export type TokensAsk = QueryOf<typeof listRoute>

const withOwners = (db: Db) =>
  db
    .selectFrom('access_tokens as t')
    .innerJoin('access_organisations as o', 'o.id', 't.organisation_id')
    .leftJoin('access_users as u', 'u.id', 't.keeper_id')

const SHOWN = [
  ...(['t.id', 't.label', 't.supplier', 't.rights', 't.created_at', 't.expires_at', 't.last_used_at'] as const),
  ...(['t.last_used_from', 't.revoked_at', 't.keeper_id', 'u.name as keeper', 'o.id as organisation'] as const),
  'o.name as organisation_name',
] as const

const inOrder = (found: ReturnType<typeof withOwners>) =>
  found.select(SHOWN).orderBy('t.created_at', 'desc').orderBy('t.id')

/** Keys of these suppliers, the latest first. */
export async function tokensOf(db: Db, suppliers: readonly string[]): Promise<Token[]> {
  if (suppliers.length === 0) return []
  const rows = await inOrder(withOwners(db).where('t.supplier', 'in', suppliers)).execute()
  return rows.map(tokenOf)
}

/**
 * Keys of organisations within reach, of suppliers or not, the latest first. `find` looks at labels, organisations,
 * suppliers' codes and keepers; a revoked key is not also an expired one.
 */
export async function listTokens(
  db: Db,
  reach: Reach,
  ask: TokensAsk,
  now: Date,
): Promise<{ total: number; rows: Token[] }> {
  const { limit, offset } = rangeOf(ask)
  const found = askedFor(db, reach, ask, now)
  const [{ total }, rows] = await Promise.all([
    found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    inOrder(found).limit(limit).offset(offset).execute(),
  ])
  return { total, rows: rows.map(tokenOf) }
}

function askedFor(db: Db, reach: Reach, { find = '', state }: TokensAsk, now: Date) {
  let found = withOwners(db).where('o.path', 'like', pathsWithin(reach))
  const text = sql`concat_ws(' ', t.folded, o.folded, lower(t.supplier), u.folded)`
  for (const word of fold(find).split(' ').filter(Boolean))
    found = found.where(sql<SqlBool>`strpos(${text}, ${word}) > 0`)
  if (state === 'revoked') return found.where('t.revoked_at', 'is not', null)
  if (state === 'expired') return found.where('t.revoked_at', 'is', null).where('t.expires_at', '<=', now)
  if (state === 'good') return found.where('t.revoked_at', 'is', null).where('t.expires_at', '>', now)
  return found
}

type Row = Awaited<ReturnType<ReturnType<typeof inOrder>['execute']>>[number]

function tokenOf(row: Row): Token {
  const { id, label, supplier, rights, keeper_id, keeper, last_used_from } = row
  return {
    id,
    label,
    organisation: { id: row.organisation, name: row.organisation_name },
    supplier,
    rights,
    keeper: keeper_id === null || keeper === null ? null : { id: keeper_id, name: keeper },
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    lastUsedFrom: last_used_from,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }
}
