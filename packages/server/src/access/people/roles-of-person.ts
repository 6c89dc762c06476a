import { reachOf, roleEntry, type RoleName } from '@otklik/model/access'
import type { grantRole as grantRoute, Person } from '@otklik/model/access/api'
import type { BodyOf } from '@otklik/model/api'
import { recordAudit, type RemoteCaller } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { requireOpenOrganisation } from '../organisations/find.ts'
import type { PeopleDeps } from '../deps.ts'
import { requireAnotherAdministrator } from './administrators.ts'
import { changedPerson, type Found, holdPerson, isOneself } from './find-person.ts'
import { uuidOf } from './ids.ts'
import { accessClosed, ownRoles, roleHeld } from './problems.ts'
import { giverOf, requireGrantable } from './rules.ts'
import { isWithin, type Standing } from './standing.ts'

type RoleAsk = BodyOf<typeof grantRoute>
interface OfPerson {
  readonly id: string
}
interface OfMembership extends OfPerson {
  readonly membership: string
}

/** Gives a person one more role. */
export function grantRole(deps: PeopleDeps, ask: OfPerson & RoleAsk, caller: RemoteCaller): Promise<Person> {
  const { who, from, at } = caller
  return deps.db.transaction().execute(async (tx) => {
    const person = await holdForRoles(tx, ask, caller)
    const after = await begin(tx, person, ask, caller, at)
    const card = await changedPerson(deps, tx, who, person.id)
    await recordAudit(tx, { who, what: 'role.granted', subject: `user:${person.id}`, after, from, at })
    return card
  })
}

/** One role ends where another begins; sessions that acted in it go on in the new one. */
export function moveRole(deps: PeopleDeps, ask: OfMembership & RoleAsk, caller: RemoteCaller): Promise<Person> {
  const { who, from, at } = caller
  return deps.db.transaction().execute(async (tx) => {
    const person = await holdForRoles(tx, ask, caller)
    const old = runningOf(person, ask.membership, caller)
    // Before anything is shared with others: two who wait for one another would both be refused.
    await requireAnotherAdministrator(tx, person.id, [old])
    const after = await begin(tx, person, ask, caller, at)
    await end(tx, old, at)
    await tx
      .updateTable('access_sessions')
      .set({ membership_id: after.membership })
      .where('membership_id', '=', old.id)
      .execute()
    const card = await changedPerson(deps, tx, who, person.id)
    await recordAudit(tx, {
      who,
      what: 'role.moved',
      subject: `user:${person.id}`,
      before: auditOf(old),
      after,
      from,
      at,
    })
    return card
  })
}

/** Takes a role away; at the next call the person acts in another one, where there is one. */
export function withdrawRole(deps: PeopleDeps, ask: OfMembership, caller: RemoteCaller): Promise<Person> {
  const { who, from, at } = caller
  return deps.db.transaction().execute(async (tx) => {
    const person = await holdForRoles(tx, ask, caller)
    const old = runningOf(person, ask.membership, caller)
    await requireAnotherAdministrator(tx, person.id, [old])
    await end(tx, old, at)
    const card = await changedPerson(deps, tx, who, person.id)
    await recordAudit(tx, { who, what: 'role.withdrawn', subject: `user:${person.id}`, before: auditOf(old), from, at })
    return card
  })
}

async function holdForRoles(tx: Tx, { id }: OfPerson, { who }: RemoteCaller): Promise<Found> {
  const person = await holdPerson(tx, who, id)
  if (isOneself(who, person)) throw problem(ownRoles)
  if (person.disabled_at !== null) throw problem(accessClosed)
  return person
}

/** One of the person's running roles within reach; `not_found` for any other. */
function runningOf({ standing }: Found, membership: string, { who }: RemoteCaller): Standing {
  const id = uuidOf(membership)
  const found = standing.find((one) => one.id === id && one.endedAt === null && isWithin(reachOf(who), one))
  if (found === undefined) throw problem(problems.notFound)
  return found
}

async function begin(tx: Tx, person: Found, ask: RoleAsk, { who }: RemoteCaller, now: Date) {
  const organisation = await requireOpenOrganisation(tx, reachOf(who), ask.organisation, 'share')
  const role = requireGrantable(giverOf(who), ask.role, organisation)
  const held = person.standing.some(
    (one) => one.endedAt === null && one.role === role && one.organisation.id === organisation.id,
  )
  if (held) throw problem(roleHeld, roleEntry(role)?.name ?? role, organisation.name)
  const membership = await beginRole(tx, { userId: person.id, organisation: organisation.id, role }, now)
  return { membership, role, organisation: organisation.id, in: organisation.name }
}

/** Returns the number of the new membership. */
export async function beginRole(
  tx: Tx,
  { userId, organisation, role }: { readonly userId: string; readonly organisation: number; readonly role: RoleName },
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto('access_memberships')
    .values({ user_id: userId, organisation_id: organisation, role, since: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function end(tx: Tx, { id }: Standing, now: Date): Promise<void> {
  await tx.updateTable('access_memberships').set({ ended_at: now }).where('id', '=', id).execute()
}

/** A role as the audit remembers it. */
export const auditOf = ({ id, role, organisation }: Standing) => ({
  membership: id,
  role,
  organisation: organisation.id,
  in: organisation.name,
})
