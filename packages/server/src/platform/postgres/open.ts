import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Log } from '../log.ts'
import type { Database } from './database.ts'

/** What a query takes as its first argument: the database or a transaction in it. */
export type Db = Kysely<Database>
export type Tx = Transaction<Database>

export interface OpenDatabase {
  db: Db
  /** For COPY and other things that need a connection of their own. */
  pool: pg.Pool
  close(): Promise<void>
}

// int8 as a number: counts and identifiers here stay below 2^53, and a larger one must not be rounded silently.
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    id === pg.types.builtins.INT8 && format !== 'binary' ? exactInteger : pg.types.getTypeParser(id, format),
}

function exactInteger(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value)) return value
  throw new RangeError(`bigint out of the safe range: ${text}`)
}

const CLOSE_MS = 2000

/** What is at work has a moment to come to its end: whoever closes has stopped giving out more. */
async function whenIdle(pool: pg.Pool): Promise<void> {
  for (const until = Date.now() + CLOSE_MS; pool.idleCount < pool.totalCount && Date.now() < until; ) await sleep(20)
}

/** @param url postgres://user:password@host:port/database */
export function openDatabase(url: string, log: Log, poolSize = 10): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types,
    application_name: 'otklik',
    idleTimeoutMillis: 60_000,
    // A restarting engine is back within this time, and a caller waits for it instead of failing.
    connectionTimeoutMillis: 15_000,
  })
  // Not the error itself: it carries the whole connection.
  pool.on('error', ({ message }) => log.warn({ reason: message }, 'an idle PostgreSQL connection was lost'))
  // A connection that is lost between two statements of a transaction tells nobody else, and an error that nobody hears
  // ends the process. The next statement on it fails, which is enough.
  pool.on('connect', (client) =>
    client.on('error', (error) => log.debug({ err: error }, 'a PostgreSQL connection was lost')),
  )
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  // Kysely closes only a pool that it has used, and a pool can be closed only once.
  const close = async (): Promise<void> => {
    await whenIdle(pool)
    // A connection that is still at work ends with its engine.
    await Promise.race([pool.end(), sleep(CLOSE_MS, undefined, { ref: false })])
  }
  return { db, pool, close }
}
