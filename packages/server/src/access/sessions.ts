import { rightsOf, type UserPrincipal } from '@otklik/model/access'
import type { Db, Tx } from '../platform/postgres/open.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** ASVS 3.3: half an hour without a call, twelve hours in all. */
export const IDLE_MS = 30 * 60_000
export const ABSOLUTE_MS = 12 * 3600_000
/** How often the last call is noted at most: not a write for every read. */
const NOTE_MS = 60_000

/** Opens a session and returns its secret, which exists nowhere but in the cookie. */
export async function openSession(tx: Tx, userId: string, address: string, now: Date): Promise<string> {
  const secret = newSecret()
  await tx
    .deleteFrom('access_sessions')
    .where('created_at', '<', new Date(now.getTime() - ABSOLUTE_MS))
    .execute()
  await tx
    .insertInto('access_sessions')
    .values({ hash: hashSecret(secret), user_id: userId, created_at: now, last_seen_at: now, address })
    .execute()
  return secret
}

/** Whose session it is; undefined when there is none, or it is too old. */
export async function findSession(db: Db, secret: string, now: Date): Promise<UserPrincipal | undefined> {
  const hash = hashSecret(secret)
  const row = await db
    .selectFrom('access_sessions as session')
    .innerJoin('access_users as user', 'user.id', 'session.user_id')
    .select(['user.id', 'user.login', 'user.name', 'user.roles', 'session.last_seen_at'])
    .where('session.hash', '=', hash)
    .where('session.created_at', '>', new Date(now.getTime() - ABSOLUTE_MS))
    .where('session.last_seen_at', '>', new Date(now.getTime() - IDLE_MS))
    .where('user.disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (now.getTime() - row.last_seen_at.getTime() > NOTE_MS)
    await db.updateTable('access_sessions').set({ last_seen_at: now }).where('hash', '=', hash).execute()
  const { id, login, name, roles } = row
  return { kind: 'user', id, login, name, roles, rights: rightsOf(roles) }
}

export async function closeSession(tx: Tx, secret: string): Promise<boolean> {
  const [result] = await tx.deleteFrom('access_sessions').where('hash', '=', hashSecret(secret)).execute()
  return (result?.numDeletedRows ?? 0n) > 0n
}
