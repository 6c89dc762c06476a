import type { ClickHouse } from '../platform/clickhouse/client.ts'
import { together } from '../platform/together.ts'
import { restate, takeOutRestated } from './restate.ts'
import { currentOf } from './states.ts'
import { type Fact, factColumns } from './tables.ts'

const facts = Object.keys(factColumns) as Fact[]
const ofThese = 'package IN {packages:Array(UInt32)}'

/**
 * Takes packages out of the facts and makes the state of their requests again from what is left; the figures have to be
 * counted again after it. May be repeated after a crash: the rows are taken away last.
 */
export async function removePackages(ch: ClickHouse, packages: readonly number[]): Promise<void> {
  const params = { packages: [...packages] }
  const requests = `SELECT request_id FROM events WHERE ${ofThese} UNION ALL SELECT request_id FROM requests WHERE ${ofThese}`
  await restate(ch, { requests, events: `NOT (${ofThese})`, params })
  await takeOutRestated(ch, 'request_current')
  const left = `requests WHERE request_id IN (SELECT request_id FROM restated) AND NOT (${ofThese})`
  await ch.command(currentOf(left), params)
  await together(
    facts.map((fact) => ch.command(`ALTER TABLE ${fact} DELETE WHERE ${ofThese}`, params, { mutations_sync: '1' })),
  )
}
