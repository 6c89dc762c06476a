import type { Principal } from '@otklik/model/access'
import type { SignedInSession } from '@otklik/model/access/api'
import { recordAudit, type RemoteCaller } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import { sessionsOf } from '../own-access/own-sessions.ts'
import { notify } from '../letters/notify.ts'
import { nowOf, type PeopleDeps } from '../deps.ts'
import { closeSessionsOf } from '../signing-in/sessions.ts'
import { holdWholePerson, isOneself, requirePerson, requireWhole } from './find-person.ts'
import { ownPerson } from './problems.ts'

/** Where a person has signed in; shown to those who may close it. */
export async function listPersonSessions(
  deps: PeopleDeps,
  who: Principal,
  id: string,
): Promise<{ sessions: SignedInSession[] }> {
  const person = await requirePerson(deps.db, who, id)
  requireWhole(who, person)
  const current = who.kind === 'user' ? who.session : undefined
  return { sessions: await sessionsOf(deps.db, person.id, nowOf(deps), current) }
}

export async function closePersonSessions(
  deps: PeopleDeps,
  id: string,
  { who, from, at }: RemoteCaller,
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    const person = await holdWholePerson(tx, who, id)
    const before = { sessions: await closeSessionsOf(tx, person.id) }
    await recordAudit(tx, { who, what: 'user.sessions_closed', subject: `user:${person.id}`, before, from, at })
  })
}

/** For a lost device: secret and recovery codes are forgotten, and whoever is signed in has to sign in anew. */
export async function resetSecondFactor(deps: PeopleDeps, id: string, { who, from, at }: RemoteCaller): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    const person = await holdWholePerson(tx, who, id)
    // Whoever came by a session must not get rid of its second factor this way.
    if (isOneself(who, person)) throw problem(ownPerson)
    await tx
      .updateTable('access_users')
      .set({ totp_sealed: null, totp_since: null, totp_step: 0 })
      .where('id', '=', person.id)
      .execute()
    await tx.deleteFrom('access_recovery_codes').where('user_id', '=', person.id).execute()
    const sessions = await closeSessionsOf(tx, person.id)
    if (person.totp_since !== null) await notify(tx, deps, { kind: 'second_factor_reset', userId: person.id, from })
    const before = { secondFactorSince: person.totp_since, sessions }
    await recordAudit(tx, { who, what: 'user.second_factor_reset', subject: `user:${person.id}`, before, from, at })
  })
}
