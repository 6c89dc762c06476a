import type { Token } from '@otklik/model/api'
import type { Db } from '../../platform/postgres/open.ts'

const withOwners = (db: Db) =>
  db
    .selectFrom('access_tokens as t')
    .innerJoin('access_organisations as o', 'o.id', 't.organisation_id')
    .leftJoin('access_users as u', 'u.id', 't.keeper_id')
    .select(['t.id', 't.label', 't.supplier', 't.rights', 't.created_at', 't.expires_at', 't.last_used_at'])
    .select(['t.last_used_from', 't.revoked_at', 't.keeper_id', 'u.name as keeper', 'o.id as organisation'])
    .select('o.name as organisation_name')
    .orderBy('t.created_at', 'desc')

/** Keys of these suppliers, the latest first. */
export async function tokensOf(db: Db, suppliers: readonly string[]): Promise<Token[]> {
  if (suppliers.length === 0) return []
  const rows = await withOwners(db).where('t.supplier', 'in', suppliers).execute()
  return rows.map(tokenOf)
}

type Row = Awaited<ReturnType<ReturnType<typeof withOwners>['execute']>>[number]

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
