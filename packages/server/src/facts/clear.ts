import type { ClickHouse } from '../platform/clickhouse/client.ts'
import { together } from '../platform/together.ts'
import { keptTables } from './tables.ts'

/** Empties everything that is counted, to be made again from the accepted packages. */
export async function clearFigures(ch: ClickHouse): Promise<void> {
  await together([...keptTables, 'cube_next'].map((table) => ch.command(`TRUNCATE TABLE ${table}`)))
}
