import type { Db, Tx } from '../../platform/postgres/open.ts'
import { hashSecret, newSecret } from '../secrets.ts'

/** ASVS 7.3: half an hour without a call, twelve hours in all. */
export const IDLE_MS = 30 * 60_000
export const ABSOLUTE_MS = 12 * 3600_000

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

export async function closeSession(tx: Tx, secret: string): Promise<boolean> {
  const [result] = await tx.deleteFrom('access_sessions').where('hash', '=', hashSecret(secret)).execute()
  return (result?.numDeletedRows ?? 0n) > 0n
}
