import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
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

/** The two counters of an attempt: this login from this address, and this login from anywhere. */
export function throttleKeys(loginKey: string, address: string) {
  return { here: hashSecret(`${loginKey}\n${network(address)}`), anywhere: hashSecret(loginKey) }
}
export type ThrottleKeys = ReturnType<typeof throttleKeys>

/** One subscriber of IPv6 has a whole /64. */
const network = (address: string) => (isIPv6(address) ? address.split(':').slice(0, 4).join(':') : address)

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
    const here = await lockCounter(tx, keys.here, now)
    const closedForSeconds = Math.max(0, Math.ceil((here.closed_until.getTime() - now.getTime()) / 1000))
    if (closedForSeconds > 0) return { closedForSeconds, pauseMs: 0 }
    const anywhere = await lockCounter(tx, keys.anywhere, now)
    await count(tx, keys.here, here.failures + 1, delayAfter(here.failures + 1), now)
    await count(tx, keys.anywhere, anywhere.failures + 1, 0, now)
    return { closedForSeconds, pauseMs: pauseAfter(anywhere.failures) }
  })
}

async function lockCounter(tx: Tx, key: string, now: Date) {
  await tx
    .insertInto('access_sign_in_failures')
    .values({ key, failures: 0, last_at: now, closed_until: now })
    .onConflict((clash) => clash.doNothing())
    .execute()
  return tx
    .selectFrom('access_sign_in_failures')
    .selectAll()
    .where('key', '=', key)
    .forUpdate()
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
 * After a good sign-in this address starts anew; the login's own counter only loses this attempt, because a guesser
 * may go on from elsewhere.
 */
export async function forgetFailures(tx: Tx, keys: ThrottleKeys): Promise<void> {
  await tx.deleteFrom('access_sign_in_failures').where('key', '=', keys.here).execute()
  await tx
    .updateTable('access_sign_in_failures')
    .set({ failures: sql`GREATEST(0, failures - 1)` })
    .where('key', '=', keys.anywhere)
    .execute()
}
