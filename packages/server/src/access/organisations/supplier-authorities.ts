import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { onPathOf } from './above.ts'

/**
 * The authority of the register that a supplier belongs to, by the supplier's code: that of its organisation, else of the
 * nearest one above that is an authority.
 */
export async function supplierAuthorities(db: Db): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; authority: string }>`
    SELECT s.code, above.authority
    FROM access_suppliers s
    JOIN access_organisations o ON o.id = s.organisation_id
    CROSS JOIN LATERAL (
      SELECT authority.name AS authority
      FROM access_organisations a
      JOIN register_authorities authority ON authority.id = a.authority_id
      WHERE ${onPathOf}
      ORDER BY length(a.path) DESC LIMIT 1
    ) above`.execute(db)
  return new Map(rows.map(({ code, authority }) => [code, authority]))
}
