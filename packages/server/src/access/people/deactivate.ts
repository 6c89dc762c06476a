import { reachOf } from '@otklik/model/access'
import type { deactivatePerson as route, Person } from '@otklik/model/access/api'
import type { BodyOf } from '@otklik/model/api'
import { recordAudit, type RemoteCaller } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { requireOpenOrganisation } from '../organisations/find.ts'
import { successorUnfit } from '../organisations/problems.ts'
import type { PeopleDeps } from '../deps.ts'
import { closeSessionsOf } from '../signing-in/sessions.ts'
import { requireAnotherAdministrator } from './administrators.ts'
import { changedPerson, findHeld, type Found, holdWholePerson, isOneself } from './find-person.ts'
import { handOverAffairs } from './holdings.ts'
import { asUuid } from './ids.ts'
import { voidInvitations } from './invitations.ts'
import { stateOfPerson } from './person.ts'
import { accessClosed, accessOpen, ownPerson, ownRoles } from './problems.ts'
import { auditOf, beginRole } from './roles-of-person.ts'
import { giverOf, requireGrantable } from './rules.ts'
import type { Standing } from './standing.ts'

type Ask = BodyOf<typeof route> & { readonly id: string }

/**
 * Closes a person's access at once: sessions and links end with the roles, and what the person answers for goes to the
 * successor, with the roles if asked for. Without a successor there must be no keys.
 */
export function deactivatePerson(deps: PeopleDeps, ask: Ask, caller: RemoteCaller): Promise<Person> {
  const { who, from, at } = caller
  return deps.db.transaction().execute(async (tx) => {
    await holdBoth(tx, ask)
    const person = await holdWholePerson(tx, who, ask.id)
    if (isOneself(who, person)) throw problem(ownPerson)
    if (person.disabled_at !== null) throw problem(accessClosed)
    const { id } = person
    await requireAnotherAdministrator(tx, id, person.standing)
    const successor = ask.successor === null ? null : await heirOf(tx, person, ask.successor, caller)
    const passed = successor === null || !ask.passRoles ? [] : await passRoles(tx, person, successor, caller, at)
    const handed = await handOverAffairs(tx, id, successor?.id ?? null, at)
    await closeAccess(tx, id, at)
    const card = await changedPerson(deps, tx, who, id)
    const before = { roles: person.standing.filter(isRunning).map(auditOf) }
    const after = { reason: ask.reason, successor: successor?.id ?? null, passedRoles: passed, ...handed }
    await recordAudit(tx, { who, what: 'user.deactivated', subject: `user:${id}`, before, after, from, at })
    return card
  })
}

const isRunning = ({ endedAt }: Standing) => endedAt === null

/** In one order, so that two hand-overs in opposite directions don't wait for one another. */
async function holdBoth(tx: Tx, { id, successor }: Ask): Promise<void> {
  const ids = [id, successor ?? ''].map(asUuid).filter((one) => one !== undefined)
  if (ids.length < 2) return
  await tx.selectFrom('access_users').select('id').where('id', 'in', ids).orderBy('id').forNoKeyUpdate().execute()
}

/** Someone within reach who works; the same answer for whoever does not, is elsewhere, or does not exist. */
async function heirOf(tx: Tx, person: Found, successor: string, { who }: RemoteCaller): Promise<Found> {
  const heir = await findHeld(tx, who, successor)
  if (heir === undefined || heir.id === person.id || stateOfPerson(heir) !== 'active')
    throw problem(successorUnfit, 'Преемник – другой человек вашей части, который принял приглашение и работает.')
  return heir
}

/** The successor gets the roles that end and that they don't have yet, by the rules of giving any role. */
async function passRoles(tx: Tx, person: Found, successor: Found, { who }: RemoteCaller, now: Date): Promise<string[]> {
  if (isOneself(who, successor)) throw problem(ownRoles)
  const passed: string[] = []
  for (const { role, organisation } of person.standing.filter(isRunning)) {
    const place = await requireOpenOrganisation(tx, reachOf(who), organisation.id, 'share')
    requireGrantable(giverOf(who), role, place)
    const held = successor.standing.some(
      (one) => isRunning(one) && one.role === role && one.organisation.id === place.id,
    )
    if (!held) passed.push(await beginRole(tx, { userId: successor.id, organisation: place.id, role }, now))
  }
  return passed
}

async function closeAccess(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('access_memberships')
    .set({ ended_at: now })
    .where('user_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  await tx.updateTable('access_users').set({ disabled_at: now }).where('id', '=', id).execute()
  await closeSessionsOf(tx, id)
  await voidInvitations(tx, id)
  await tx.deleteFrom('access_password_resets').where('user_id', '=', id).execute()
}

/** Opens the access again. The roles that ended with it do not come back: they are given anew. */
export function reactivatePerson(deps: PeopleDeps, id: string, { who, from, at }: RemoteCaller): Promise<Person> {
  return deps.db.transaction().execute(async (tx) => {
    const person = await holdWholePerson(tx, who, id)
    if (person.disabled_at === null) throw problem(accessOpen)
    await tx.updateTable('access_users').set({ disabled_at: null }).where('id', '=', person.id).execute()
    const card = await changedPerson(deps, tx, who, person.id)
    const before = { deactivatedAt: person.disabled_at }
    await recordAudit(tx, { who, what: 'user.reactivated', subject: `user:${person.id}`, before, from, at })
    return card
  })
}
