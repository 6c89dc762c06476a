import { NOBODY } from '@otklik/model/access'
import { recordAudit } from '../../platform/audit/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { nowOf } from '../parts.ts'
import { deskPath } from './desk-path.ts'
import { openOutsideSession } from './enter.ts'
import type { Known } from './finish.ts'
import { identityMark, keepIdentity, ownerOf } from './identities.ts'
import { type Outcome, SIGN_IN, troubled } from './outcome.ts'

/** Who is invited by a link that is still good: undefined once it was used, replaced or has expired. */
export function findInvited(db: Db, invitation: string, now: Date) {
  return db
    .selectFrom('access_invitations as invitation')
    .innerJoin('access_users as user', 'user.id', 'invitation.user_id')
    .select(['user.id', 'user.name'])
    .where('invitation.hash', '=', invitation)
    .where('invitation.expires_at', '>', now)
    .where('user.disabled_at', 'is', null)
    .where('user.login', 'is', null)
    .where('user.last_signed_in_at', 'is', null)
    .executeTakeFirst()
}

/**
 * The invited person is from now on whoever has this identity; there is no login and no password, so none can be used or
 * reset. Every link of the person is void.
 */
export async function acceptFromOutside(tx: Tx, known: Known, invitation: string): Promise<Outcome> {
  const { parts, attempt, identity, callback } = known
  const now = nowOf(parts)
  const invited = await findInvited(tx, invitation, now)
  if (invited === undefined) return troubled(SIGN_IN, 'invitation_void')
  if ((await ownerOf(tx, identity)) !== undefined) return troubled(SIGN_IN, 'taken')
  const [taken] = await tx.deleteFrom('access_invitations').where('user_id', '=', invited.id).execute()
  // Someone else has used the link while we looked.
  if (taken?.numDeletedRows === 0n) return troubled(SIGN_IN, 'invitation_void')
  await keepIdentity(tx, invited.id, identity, now)
  const secret = await openOutsideSession(tx, known, invited.id, 'full')
  const after = { by: 'outside', issuer: identity.issuer, identity: identityMark(identity) }
  const event = { who: NOBODY, what: 'invitation.accepted', subject: `user:${invited.id}`, after, from: callback.from }
  await recordAudit(tx, event, now)
  return { secret, path: deskPath(attempt.back) }
}
