import type { ClickHouse } from '../../platform/clickhouse/client.ts'

/** Rows in each of the tables, told by one statement: a statement costs a small package more than a table does. */
export async function tableSizes(ch: ClickHouse, tables: readonly string[]): Promise<(table: string) => number> {
  const counts = tables.map((table) => `SELECT '${table}' AS name, count() AS rows FROM ${table}`)
  const rows = await ch.query<{ name: string; rows: number }>(counts.join(' UNION ALL '))
  const sizes = new Map(rows.map(({ name, rows: count }) => [name, count]))
  return (table) => sizes.get(table) ?? 0
}
