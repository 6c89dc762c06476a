import pg from 'pg'
import type { ClickHouse } from '../clickhouse/client.ts'
import type { Log } from '../log.ts'
import { openPulse, type Pulse } from './pulse.ts'

/** A probe that has not been answered is given up a while after it no longer counts. */
const GIVE_UP_MS = 10_000

/** By a new connection: those that are open may answer when no other can be made. */
export const pulseOfPostgres = (url: string, log: Log): Pulse =>
  openPulse({
    store: 'postgresql',
    log,
    probe: async () => {
      const times = { connectionTimeoutMillis: GIVE_UP_MS, query_timeout: GIVE_UP_MS }
      const client = new pg.Client({ connectionString: url, application_name: 'otklik-pulse', ...times })
      client.on('error', () => undefined)
      try {
        await client.connect()
        await client.query('SELECT 1')
      } finally {
        // Not waited for: a connection that hangs does not end either.
        void client.end().catch(() => undefined)
      }
    },
  })

export const pulseOfClickHouse = (url: string, log: Log): Pulse =>
  openPulse({
    store: 'clickhouse',
    log,
    probe: async () => {
      const answer = await fetch(new URL('/ping', new URL(url).origin), { signal: AbortSignal.timeout(GIVE_UP_MS) })
      await answer.text()
    },
  })

/** The same store for callers who are to be told when it is silent. */
export const impatient = (ch: ClickHouse, pulse: Pulse): ClickHouse => ({
  ...ch,
  query: (...asked) => pulse.during(() => ch.query(...asked)),
  command: (...asked) => pulse.during(() => ch.command(...asked)),
  stream: (...asked) => pulse.during(() => ch.stream(...asked)),
})
