import { sql } from 'kysely'
import { networkOf } from '../../platform/http/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { hashSecret } from '../secrets.ts'

/** Free attempts before the delay starts to grow; then 1, 2, 4 … seconds, at most a quarter of an hour. */
const FREE = 5
const LONGEST_S = 900
/** Failures older than this are forgotten. */
const MEMORY_MS = 24 * 3600_000

/** Delay in seconds after so many failures in a row. */
export function delayAfter(failures: number): number {
  return failures < FREE ? 0 : Math.min(LONGEST_S, 2 ** (failures - FREE))
}

/**
 * Pause in milliseconds before the password is looked at when a login has failed often from anywhere. It slows a
 * guesser with many addresses; the owner of the login waits as well, but is never shut out.
 */
export function pauseAfter(failures: number): number {
  return failures < 20 ? 0 : Math.min(5000, 250 * (failures - 19))
}

/** The counters of an attempt, as hashes. */
export interface ThrottleKeys {
  /** Each of them is closed for a growing time by failures. */
  readonly here: readonly string[]
  /** Failures here only slow the answer down. */
  readonly anywhere: string
}

/** Of a password: this login from this address, and this login from anywhere. */
export function throttleKeys(loginKey: string, address: string): ThrottleKeys {
  return { here: [hashSecret(`${loginKey}\n${networkOf(address)}`)], anywhere: hashSecret(loginKey) }
}

/** Of a code: this session, this person from this address, and this person from anywhere. */
export function codeKeys(userId: string, sessionId: string, address: string): ThrottleKeys {
  const keyOf = (...words: string[]) => hashSecret(['code', ...words].join('\n'))
  return {
    here: [keyOf('session', sessionId), keyOf('here', userId, networkOf(address))],
    anywhere: keyOf('anywhere', userId),
  }
}

export interface Throttle {
  /** Whole seconds until the next attempt is looked at; 0: this one is. */
  readonly closedForSeconds: number
  readonly pauseMs: number
}

/**
 * Counts an attempt as failed before the password is looked at, so that attempts sent side by side can't all pass as
 * the first; a refused one is not counted. `forgetFailures` takes it back when the password was right.
 */
export function admitAttempt(db: Db, keys: ThrottleKeys, now: Date): Promise<Throttle> {
  return db.transaction().execute(async (tx) => {
    const forgotten = new Date(now.getTime() - MEMORY_MS)
    await tx.deleteFrom('access_sign_in_failures').where('last_at', '<', forgotten).execute()
    const here = await lockCounters(tx, keys.here, now)
    const closedForSeconds = Math.max(...here.map(({ closed_until }) => secondsUntil(closed_until, now)))
    if (closedForSeconds > 0) return { closedForSeconds, pauseMs: 0 }
    const anywhere = await lockCounter(tx, keys.anywhere, now)
    for (const { key, failures } of here) await count(tx, key, failures + 1, delayAfter(failures + 1), now)
    await count(tx, keys.anywhere, anywhere.failures + 1, 0, now)
    return { closedForSeconds, pauseMs: pauseAfter(anywhere.failures) }
  })
}

const secondsUntil = (moment: Date, now: Date) => Math.max(0, Math.ceil((moment.getTime() - now.getTime()) / 1000))

/** Always in the same order, so that attempts side by side wait for one another instead of standing in a ring. */
async function lockCounters(tx: Tx, keys: readonly string[], now: Date) {
  const counters = []
  for (const key of keys.toSorted()) counters.push(await lockCounter(tx, key, now))
  return counters
}

/** One statement: between making a counter and reading it, a good attempt beside this one may take it away. */
function lockCounter(tx: Tx, key: string, now: Date) {
  return tx
    .insertInto('access_sign_in_failures')
    .values({ key, failures: 0, last_at: now, closed_until: now })
    .onConflict((clash) => clash.column('key').doUpdateSet((row) => ({ key: row.ref('excluded.key') })))
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function count(tx: Tx, key: string, failures: number, delaySeconds: number, now: Date): Promise<void> {
  const closed_until = new Date(now.getTime() + delaySeconds * 1000)
  await tx
    .updateTable('access_sign_in_failures')
    .set({ failures, last_at: now, closed_until })
    .where('key', '=', key)
    .execute()
}

/**
 * After a good attempt this address starts anew; the login's own counter only loses this attempt, because a guesser
 * may go on from elsewhere.
 */
export async function forgetFailures(tx: Tx, keys: ThrottleKeys): Promise<void> {
  await tx.deleteFrom('access_sign_in_failures').where('key', 'in', keys.here).execute()
  await tx
    .updateTable('access_sign_in_failures')
    .set({ failures: sql`GREATEST(0, failures - 1)` })
    .where('key', '=', keys.anywhere)
    .execute()
}
