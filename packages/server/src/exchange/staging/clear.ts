import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { together } from '../../platform/together.ts'
import { tableSizes } from './sizes.ts'
import { scratchTableNames, stageTableNames } from './tables.ts'

/** Empties the staging area. */
export const clearStage = (ch: ClickHouse): Promise<void> => empty(ch, [...stageTableNames, ...scratchTableNames])

/** Empties what nobody asks for once the rows are among the facts: taking it away costs as much as counting does. */
export const clearHandedOver = (ch: ClickHouse): Promise<void> => empty(ch, ['stage_events'])

async function empty(ch: ClickHouse, tables: readonly string[]): Promise<void> {
  const sizeOf = await tableSizes(ch, tables)
  await together(tables.filter((table) => sizeOf(table) > 0).map((table) => ch.command(`TRUNCATE TABLE ${table}`)))
}
