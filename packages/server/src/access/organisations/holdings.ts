import { sql } from 'kysely'
import type { Tx } from '../../platform/postgres/open.ts'
import type { Holdings } from './problems.ts'

/** What of an organisation is still in use: open organisations directly under it, running roles, suppliers, good keys. */
export async function countHoldings(tx: Tx, id: number, now: Date): Promise<Holdings> {
  const { rows } = await sql<Holdings>`
    SELECT
      (SELECT count(*) FROM access_organisations WHERE parent_id = ${id} AND closed_at IS NULL) AS children,
      (SELECT count(*) FROM access_memberships WHERE organisation_id = ${id} AND ended_at IS NULL) AS memberships,
      (SELECT count(*) FROM access_suppliers WHERE organisation_id = ${id}) AS suppliers,
      (SELECT count(*) FROM access_tokens
        WHERE organisation_id = ${id} AND revoked_at IS NULL AND expires_at > ${now}) AS tokens`.execute(tx)
  return rows[0] ?? { children: 0, memberships: 0, suppliers: 0, tokens: 0 }
}
