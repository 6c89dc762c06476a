import type { ClickHouse } from '../platform/clickhouse/client.ts'
import { together } from '../platform/together.ts'
import { factColumns } from './facts.ts'

const state = ['request_current', 'request_state', 'request_months', 'cube', 'cube_next']

/** Empties everything that is counted, to be made again from the accepted packages. */
export async function clearFigures(ch: ClickHouse): Promise<void> {
  await together([...Object.keys(factColumns), ...state].map((table) => ch.command(`TRUNCATE TABLE ${table}`)))
}
