import { NOTHING, rightsOf, topOf, type UserPrincipal } from '@otklik/model/access'
import type { Db } from '../../platform/postgres/open.ts'
import type { Reaches } from '../organisations/reaches.ts'
import { hashSecret } from '../secrets.ts'
import { firstMembership, isGood } from './sessions.ts'

/** How often the last call is noted at most: not a write for every read. */
const NOTE_MS = 60_000

/**
 * Whose session it is, in which role, with which rights; undefined when there is none, it is too old, or its second
 * factor is awaited. One query: the reach of the role is remembered by `reaches`.
 * @param attended whether a person stands behind the call: only that keeps the session awake.
 */
export async function findSession(
  { db, reaches }: { readonly db: Db; readonly reaches: Reaches },
  secret: string,
  now: Date,
  attended = true,
): Promise<UserPrincipal | undefined> {
  const hash = hashSecret(secret)
  const row = await readSession(db, hash, now)
  if (row === undefined) return undefined
  if (attended && now.getTime() - row.last_seen_at.getTime() > NOTE_MS)
    await db.updateTable('access_sessions').set({ last_seen_at: now }).where('hash', '=', hash).execute()
  if (row.membership === null && (await takeAnotherRole(db, hash, row.id)))
    return findSession({ db, reaches }, secret, now, attended)
  return principalOf(row, reaches)
}

function readSession(db: Db, hash: string, now: Date) {
  return db
    .selectFrom('access_sessions as session')
    .innerJoin('access_users as user', 'user.id', 'session.user_id')
    .leftJoin('access_memberships as m', (join) =>
      join.onRef('m.id', '=', 'session.membership_id').on('m.ended_at', 'is', null),
    )
    .leftJoin('access_organisations as o', 'o.id', 'm.organisation_id')
    .leftJoin('access_roles as r', 'r.role', 'm.role')
    .select(['user.id', 'user.login', 'user.name', 'user.totp_since', 'session.last_seen_at', 'session.id as session'])
    .select(['m.id as membership', 'm.role', 'o.id as organisation', 'o.name as organisation_name', 'o.path'])
    .select('r.second_factor')
    .where('session.hash', '=', hash)
    .where(isGood(now))
    .where('user.disabled_at', 'is', null)
    .executeTakeFirst()
}
type SessionRow = NonNullable<Awaited<ReturnType<typeof readSession>>>

/** The role of the session has been withdrawn, or a first one given since: act in another, where there is one. */
async function takeAnotherRole(db: Db, hash: string, userId: string): Promise<boolean> {
  const membership_id = await firstMembership(db, userId)
  if (membership_id === null) return false
  await db.updateTable('access_sessions').set({ membership_id }).where('hash', '=', hash).execute()
  return true
}

async function principalOf(row: SessionRow, reaches: Reaches): Promise<UserPrincipal> {
  const { id, name, session, membership, role, organisation, organisation_name, path } = row
  const person = { kind: 'user', id, login: row.login ?? '', name, session } as const
  if (membership === null || role === null || organisation === null || organisation_name === null || path === null)
    return { ...person, as: null, rights: [], reach: NOTHING, mustEnrol: false }
  const as = { membership, role, organisation: { id: organisation, name: organisation_name, path } }
  const mustEnrol = row.second_factor === true && row.totp_since === null
  if (mustEnrol) return { ...person, as, rights: [], reach: NOTHING, mustEnrol }
  return { ...person, as, rights: rightsOf(role), reach: await reaches(topOf(role, path)), mustEnrol }
}
