import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { hashSecret, newSecret } from '../secrets.ts'

/** ASVS 7.3: half an hour without a call, twelve hours in all. */
export const IDLE_MS = 30 * 60_000
export const ABSOLUTE_MS = 12 * 3600_000
/** How long a session may await the code of the second factor. */
export const AWAITING_MS = 10 * 60_000

/** That a session, `access_sessions` as `session`, is through its second factor and not too old. */
export const isGood = (now: Date) => sql<boolean>`(
  session.stage = 'full'
  AND session.created_at > ${new Date(now.getTime() - ABSOLUTE_MS)}
  AND session.last_seen_at > ${new Date(now.getTime() - IDLE_MS)})`

/** Who has a second factor begins with a session that awaits its code, however the person signs in. */
export const stageOf = ({ totp_since }: { readonly totp_since: Date | null }): 'full' | 'second_factor' =>
  totp_since === null ? 'full' : 'second_factor'

/** What is known of a sign-in when its session is opened. */
export interface SignedIn {
  readonly userId: string
  readonly by: 'password' | 'outside'
  readonly address: string
  readonly userAgent: string
  /** `second_factor`: only the password was right so far. */
  readonly stage?: 'full' | 'second_factor'
}

/** Opens a session and returns its secret, which exists nowhere but in the cookie. */
export async function openSession(tx: Tx, signedIn: SignedIn, now: Date): Promise<string> {
  const { userId, by, address, userAgent, stage = 'full' } = signedIn
  const secret = newSecret()
  await tx
    .deleteFrom('access_sessions')
    .where('created_at', '<', new Date(now.getTime() - ABSOLUTE_MS))
    .execute()
  await tx
    .insertInto('access_sessions')
    .values({
      hash: hashSecret(secret),
      user_id: userId,
      stage,
      signed_in_by: by,
      membership_id: await firstMembership(tx, userId),
      created_at: now,
      last_seen_at: now,
      address,
      user_agent: userAgent.slice(0, 300),
    })
    .execute()
  if (stage === 'full')
    await tx.updateTable('access_users').set({ last_signed_in_at: now }).where('id', '=', userId).execute()
  return secret
}

/** The role that a person begins with: the one acted in last, else the oldest; null where there is none. */
export async function firstMembership(db: Db, userId: string): Promise<string | null> {
  const row = await db
    .selectFrom('access_memberships as m')
    .leftJoin('access_sessions as s', 's.membership_id', 'm.id')
    .select('m.id')
    .where('m.user_id', '=', userId)
    .where('m.ended_at', 'is', null)
    .orderBy('s.created_at', (order) => order.desc().nullsLast())
    .orderBy('m.since')
    .orderBy('m.id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** A person whose code is awaited in the session of this secret; undefined: there is none, or it has waited too long. */
export function findAwaiting(db: Db, secret: string, now: Date) {
  return db
    .selectFrom('access_sessions as session')
    .innerJoin('access_users as user', 'user.id', 'session.user_id')
    .select(['session.id as session', 'session.signed_in_by as by', 'user.id as userId'])
    .where('session.hash', '=', hashSecret(secret))
    .where('session.stage', '=', 'second_factor')
    .where('session.created_at', '>', new Date(now.getTime() - AWAITING_MS))
    .where('user.disabled_at', 'is', null)
    .executeTakeFirst()
}

export async function closeSession(tx: Tx, secret: string): Promise<boolean> {
  const [result] = await tx.deleteFrom('access_sessions').where('hash', '=', hashSecret(secret)).execute()
  return (result?.numDeletedRows ?? 0n) > 0n
}

/** Ends the sessions of a person, awaiting ones as well, but for the one with this number. Returns how many there were. */
export async function closeSessionsOf(tx: Tx, userId: string, except?: string): Promise<number> {
  const sessions = tx.deleteFrom('access_sessions').where('user_id', '=', userId)
  const [result] = await (except === undefined ? sessions : sessions.where('id', '!=', except)).execute()
  return Number(result?.numDeletedRows ?? 0n)
}
