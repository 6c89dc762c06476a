import { sql } from 'kysely'
import type { Tx } from '../../platform/postgres/open.ts'

/**
 * Inserts rows in one statement with one parameter, as JSON: a statement with a parameter per value takes ten times as
 * long. Columns that a row does not name are null. PostgreSQL answers the rows in their order.
 */
export async function insertRows<Answer>(
  tx: Tx,
  table: 'appeals' | 'appeals_events',
  rows: readonly object[],
  returning: readonly (keyof Answer & string)[],
): Promise<Answer[]> {
  if (rows.length === 0) return []
  const columns = sql.join([...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => sql.ref(name)))
  const inserted = await sql<Answer>`
    INSERT INTO ${sql.table(table)} (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    RETURNING ${sql.join(returning.map((name) => sql.ref(name)))}`.execute(tx)
  return inserted.rows
}
