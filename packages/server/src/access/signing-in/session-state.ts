import { NOBODY, type Principal, type UserPrincipal } from '@otklik/model/access'
import type { Membership, SessionState } from '@otklik/model/access/api'
import type { Db } from '../../platform/postgres/open.ts'
import type { Reaches } from '../organisations/reaches.ts'
import { isFirstStart } from '../people/users.ts'
import { nowOf, type PeopleDeps } from '../deps.ts'
import { findSession } from './find-session.ts'
import { findAwaiting } from './sessions.ts'

export interface SessionDeps extends PeopleDeps {
  readonly reaches: Reaches
  /** The outside identity provider, where there is one. */
  readonly outside?: { readonly name: string } | null | undefined
}

/**
 * What a browser is told of its session. A token and a command have none: they are told that nobody has signed in.
 * @param secret of the browser's cookie: it may belong to a session that awaits a code.
 */
export async function stateOf(deps: SessionDeps, who: Principal, secret?: string): Promise<SessionState> {
  const ways = { outside: deps.outside?.name ?? null, mail: deps.letters.on }
  const about = { ...ways, firstStart: false, secondFactor: false }
  if (who.kind === 'user') return { ...about, session: await sessionOf(deps.db, who) }
  if (secret !== undefined && who.kind === 'nobody' && (await findAwaiting(deps.db, secret, nowOf(deps))))
    return { ...about, session: null, secondFactor: true }
  return { ...about, session: null, firstStart: await isFirstStart(deps.db) }
}

/** The same for a session that has just been opened. */
export async function stateOfSecret(deps: SessionDeps, secret: string): Promise<SessionState> {
  return stateOf(deps, (await findSession(deps, secret, nowOf(deps))) ?? NOBODY, secret)
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
