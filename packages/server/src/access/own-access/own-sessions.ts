import type { UserPrincipal } from '@otklik/model/access'
import type { SignedInSession } from '@otklik/model/access/api'
import { type Caller, recordAudit } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import type { AccessDeps } from '../deps.ts'
import { uuidOf } from '../people/ids.ts'
import { closeSessionsOf, isGood } from '../signing-in/sessions.ts'

/** Sessions of a person that are still good, the last used first. @param current number of the one that asks. */
export async function sessionsOf(db: Db, userId: string, now: Date, current?: string): Promise<SignedInSession[]> {
  const rows = await db
    .selectFrom('access_sessions as session')
    .select(['id', 'created_at', 'last_seen_at', 'address', 'user_agent', 'signed_in_by'])
    .where('user_id', '=', userId)
    .where(isGood(now))
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    current: row.id === current,
    startedAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    address: row.address,
    userAgent: row.user_agent,
    by: row.signed_in_by,
  }))
}

/** Throws `not_found` for a session of someone else, too. */
export async function closeOwnSession(
  { db }: AccessDeps,
  id: string,
  { who, from, at }: Caller<UserPrincipal>,
): Promise<void> {
  const session = uuidOf(id)
  await db.transaction().execute(async (tx) => {
    const before = await tx
      .deleteFrom('access_sessions')
      .where('id', '=', session)
      .where('user_id', '=', who.id)
      .returning(['id as session', 'address'])
      .executeTakeFirst()
    if (before === undefined) throw problem(problems.notFound)
    await recordAudit(tx, { who, what: 'session.closed', subject: `user:${who.id}`, before, from, at })
  })
}

export async function closeOtherSessions({ db }: AccessDeps, { who, from, at }: Caller<UserPrincipal>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = { sessions: await closeSessionsOf(tx, who.id, who.session) }
    if (before.sessions === 0) return
    await recordAudit(tx, {
      who,
      what: 'session.others_closed',
      subject: `user:${who.id}`,
      before,
      from,
      at,
    })
  })
}
