import type { Tx } from '../../platform/postgres/open.ts'
import { nowOf } from '../deps.ts'
import { beginSession } from '../signing-in/begin-session.ts'
import { closeSession, stageOf } from '../signing-in/sessions.ts'
import { deskPath } from './desk-path.ts'
import type { Known } from './finish.ts'
import { ownerOf } from './identities.ts'
import { awaitingCode, type Outcome, SIGN_IN, troubled } from './outcome.ts'
import { noteStranger } from './refusal.ts'

/** Opens a session for the identity's owner. Whoever is not known or has been deactivated hears the same. */
export async function enter(tx: Tx, known: Known): Promise<Outcome> {
  const { deps, attempt, identity, callback } = known
  const owner = await ownerOf(tx, identity)
  if (owner === undefined || owner.disabled_at !== null) {
    await noteStranger(tx, identity, callback.from, nowOf(deps))
    return troubled(SIGN_IN, 'unknown_identity')
  }
  const stage = stageOf(owner)
  const secret = await openOutsideSession(tx, known, owner.id, stage)
  return stage === 'full' ? { secret, path: deskPath(attempt.back) } : awaitingCode(secret, attempt.back)
}

/** The session, and its line in the audit. */
export async function openOutsideSession(
  tx: Tx,
  { deps, callback }: Known,
  userId: string,
  stage: 'full' | 'second_factor',
): Promise<string> {
  const { from, userAgent, oldSecret } = callback
  if (oldSecret !== undefined) await closeSession(tx, oldSecret)
  return beginSession(tx, deps, { userId, by: 'outside', stage, from, userAgent, after: { by: 'outside' } })
}
