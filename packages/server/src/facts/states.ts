import type { ClickHouse } from '../platform/clickhouse/client.ts'
import { together } from '../platform/together.ts'
import { bitSpan, monthFlags } from './count-bits.ts'

/** Orders the versions of a request: by package, file and row. Only files beyond the thousandth of a package share a place. */
const version = 'bitShiftLeft(toUInt64(package), 40) + bitShiftLeft(toUInt64(least(file, 1023)), 30) + row'
/** INSERT of the versions of requests that a table of their rows has. */
export const currentOf = (rows: string): string => `INSERT INTO request_current
  SELECT request_id, service_id, subservice_id, region, office, submission_channel, ${version} FROM ${rows}`
const monthNumber = `intDiv(m, ${bitSpan})`
/** Read in the order in which they are kept, which spares sorting them. */
const ofLives = (table: string) => [
  `INSERT INTO request_state
   SELECT request_id, first_submitted, first_positive, first_negative FROM ${table} ORDER BY request_id`,
  `INSERT INTO request_months (request_id, month, ${monthFlags.map(({ name }) => name).join(', ')})
   SELECT request_id, makeDate(intDiv(${monthNumber} - 1, 12), (${monthNumber} - 1) % 12 + 1, 1),
     ${monthFlags.map(({ bit }) => `bitTest(m, ${bit})`).join(', ')}
   FROM ${table} ARRAY JOIN months AS m ORDER BY request_id`,
]
/** In order, parts never overlap, so that smaller ones cost nothing later and less memory now. */
const smallParts = { min_insert_block_size_rows: '262144' }

/** Adds a table of lives to the state of their requests. */
export async function addLives(ch: ClickHouse, table: string): Promise<void> {
  for (const sql of ofLives(table)) await ch.command(sql, {}, smallParts)
}

/** Adds what the staged rows say of requests to their state. May be repeated: the state takes only maxima and minima. */
export async function addStates(ch: ClickHouse): Promise<void> {
  // Both take about as long: one processor each.
  await together([ch.command(currentOf('stage_requests')), addLives(ch, 'stage_lives')])
}
