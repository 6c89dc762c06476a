import { NOBODY } from '@otklik/model/access'
import { recordAudit } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { nowOf } from '../deps.ts'
import { holdInvited, voidInvitations } from '../people/invitations.ts'
import { deskPath } from './desk-path.ts'
import { openOutsideSession } from './enter.ts'
import type { Known } from './finish.ts'
import { identityMark, keepIdentity, ownerOf } from './identities.ts'
import { type Outcome, SIGN_IN, troubled } from './outcome.ts'

/**
 * The invited person is from now on whoever has this identity; there is no login and no password, so none can be used or
 * reset. Every link of the person is void.
 */
export async function acceptFromOutside(tx: Tx, known: Known, invitation: string): Promise<Outcome> {
  const { deps, attempt, identity, callback } = known
  const now = nowOf(deps)
  const invited = await holdInvited(tx, invitation, now)
  if (invited === undefined) return troubled(SIGN_IN, 'invitation_void')
  if ((await ownerOf(tx, identity)) !== undefined) return troubled(SIGN_IN, 'taken')
  await voidInvitations(tx, invited.id)
  await keepIdentity(tx, invited.id, identity, now)
  const secret = await openOutsideSession(tx, known, invited.id, 'full')
  const after = { by: 'outside', issuer: identity.issuer, identity: identityMark(identity) }
  await recordAudit(tx, {
    who: NOBODY,
    what: 'invitation.accepted',
    subject: `user:${invited.id}`,
    after,
    from: callback.from,
    at: now,
  })
  return { secret, path: deskPath(attempt.back) }
}
