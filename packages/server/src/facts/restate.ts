import type { ClickHouse } from '../platform/clickhouse/client.ts'
import { together } from '../platform/together.ts'
import { sumUpLives } from './lives.ts'
import { addLives } from './states.ts'

interface Restating {
  /** SELECT of the requests concerned, by `request_id`. */
  readonly requests: string
  /** Which of their events count from now on. */
  readonly events: string
  readonly params?: Readonly<Record<string, unknown>>
}

const inTurn = { mutations_sync: '1' }
/** Takes the rows of the requests that are being restated out of a table of their state. */
export const takeOutRestated = (ch: ClickHouse, table: string): Promise<void> =>
  ch.command(`ALTER TABLE ${table} DELETE WHERE request_id IN (SELECT request_id FROM restated)`, {}, inTurn)

/**
 * Makes the state of requests again from their events: the state takes only minima and maxima, so nothing can be taken back
 * in it. May be repeated, also after a crash, as long as the events that count no more are still there: they are taken away
 * last.
 */
export async function restate(ch: ClickHouse, { requests, events, params = {} }: Restating): Promise<void> {
  await together(['restated', 'restated_lives'].map((table) => ch.command(`TRUNCATE TABLE ${table}`)))
  await ch.command(`INSERT INTO restated SELECT DISTINCT request_id FROM (${requests})`, params)
  const where = `cityHash64(request_id) IN (SELECT cityHash64(request_id) FROM restated) AND ${events}`
  await sumUpLives(ch, 'restated_lives', { table: 'events', where, params })
  await together(['request_state', 'request_months'].map((table) => takeOutRestated(ch, table)))
  await addLives(ch, 'restated_lives')
}
