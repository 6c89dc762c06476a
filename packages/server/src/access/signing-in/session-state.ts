import type { Principal, UserPrincipal } from '@otklik/model/access'
import type { Membership, SessionState } from '@otklik/model/api'
import type { Db } from '../../platform/postgres/open.ts'
import type { Reaches } from '../organisations/reaches.ts'
import { isFirstStart } from '../people/users.ts'
import { type AccessParts, nowOf } from '../parts.ts'
import { findSession } from './find-session.ts'

export interface SessionParts extends AccessParts {
  readonly reaches: Reaches
}

/** What a browser is told of its session. A token and a command have none: they are told that nobody has signed in. */
export async function stateOf(parts: SessionParts, who: Principal): Promise<SessionState> {
  const about = { firstStart: false, secondFactor: false, outside: null, mail: false }
  if (who.kind !== 'user') return { ...about, session: null, firstStart: await isFirstStart(parts.db) }
  return { ...about, session: await sessionOf(parts.db, who) }
}

/** The same for a session that has just been opened. */
export async function stateOfSecret(parts: SessionParts, secret: string): Promise<SessionState> {
  return stateOf(parts, (await findSession(parts, secret, nowOf(parts))) ?? { kind: 'nobody' })
}

async function sessionOf(db: Db, who: UserPrincipal): Promise<NonNullable<SessionState['session']>> {
  const { id, login, name, as, rights, reach, mustEnrol } = who
  const memberships = await membershipsOf(db, id)
  return {
    user: { id, login, name },
    membership: memberships.find((one) => one.id === as?.membership) ?? null,
    memberships,
    rights: [...rights],
    everything: reach.everything,
    mustEnrol,
  }
}

/** The roles of a person, the oldest first. */
export async function membershipsOf(db: Db, userId: string): Promise<Membership[]> {
  const rows = await db
    .selectFrom('access_memberships as m')
    .innerJoin('access_organisations as o', 'o.id', 'm.organisation_id')
    .select(['m.id', 'm.role', 'o.id as organisation', 'o.name'])
    .where('m.user_id', '=', userId)
    .where('m.ended_at', 'is', null)
    .orderBy('m.since')
    .orderBy('m.id')
    .execute()
  return rows.map(({ id, role, organisation, name }) => ({ id, role, organisation: { id: organisation, name } }))
}
