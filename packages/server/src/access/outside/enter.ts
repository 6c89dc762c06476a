import { NOBODY } from '@otklik/model/access'
import { recordAudit } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { nowOf } from '../parts.ts'
import { findSession } from '../signing-in/find-session.ts'
import { closeSession, openSession, stageOf } from '../signing-in/sessions.ts'
import { deskPath } from './desk-path.ts'
import type { Known } from './finish.ts'
import { ownerOf } from './identities.ts'
import { awaitingCode, type Outcome, SIGN_IN, troubled } from './outcome.ts'
import { noteStranger } from './refusal.ts'

/** Opens a session for the identity's owner. Whoever is not known or has been deactivated hears the same. */
export async function enter(tx: Tx, known: Known): Promise<Outcome> {
  const { parts, attempt, identity, callback } = known
  const owner = await ownerOf(tx, identity)
  if (owner === undefined || owner.disabled_at !== null) {
    await noteStranger(tx, identity, callback.from, nowOf(parts))
    return troubled(SIGN_IN, 'unknown_identity')
  }
  const stage = stageOf(owner)
  const secret = await openOutsideSession(tx, known, owner.id, stage)
  return stage === 'full' ? { secret, path: deskPath(attempt.back) } : awaitingCode(secret, attempt.back)
}

/** The session, and its line in the audit. */
export async function openOutsideSession(
  tx: Tx,
  { parts, callback }: Known,
  userId: string,
  stage: 'full' | 'second_factor',
): Promise<string> {
  const now = nowOf(parts)
  const { from, userAgent, oldSecret } = callback
  if (oldSecret !== undefined) await closeSession(tx, oldSecret)
  const secret = await openSession(tx, { userId, by: 'outside', address: from.address, userAgent, stage }, now)
  const who = (await findSession({ db: tx, reaches: parts.reaches }, secret, now)) ?? NOBODY
  const what = stage === 'full' ? 'session.opened' : 'session.awaits_code'
  await recordAudit(tx, { who, what, subject: `user:${userId}`, after: { by: 'outside' }, from }, now)
  return secret
}
