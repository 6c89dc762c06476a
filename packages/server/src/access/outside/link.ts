import { NOTHING, type UserPrincipal } from '@otklik/model/access'
import { recordAudit } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { notify } from '../letters/notify.ts'
import { nowOf } from '../deps.ts'
import { isGood } from '../signing-in/sessions.ts'
import type { Known } from './finish.ts'
import { identityMark, keepIdentity, ownerOf } from './identities.ts'
import { OWN_ACCESS, type Outcome, troubled } from './outcome.ts'

/** Gives the identity to the person of the session in which the attempt was begun, if that session still lasts. */
export async function link(tx: Tx, { deps, identity, callback }: Known, session: string): Promise<Outcome> {
  const now = nowOf(deps)
  const who = await personOf(tx, session, now)
  if (who === undefined) return troubled(OWN_ACCESS, 'expired')
  const owner = await ownerOf(tx, identity)
  if (owner?.id === who.id) return { path: OWN_ACCESS }
  if (owner !== undefined) return troubled(OWN_ACCESS, 'taken')
  await keepIdentity(tx, who.id, identity, now)
  const after = { issuer: identity.issuer, identity: identityMark(identity) }
  await notify(tx, deps, { kind: 'identity_linked', userId: who.id, from: callback.from })
  await recordAudit(tx, {
    who,
    what: 'identity.linked',
    subject: `user:${who.id}`,
    after,
    from: callback.from,
    at: now,
  })
  return { path: OWN_ACCESS }
}

/** The session's own cookie stays behind on the way back from another site: the session is found by its number. */
async function personOf(tx: Tx, session: string, now: Date): Promise<UserPrincipal | undefined> {
  const row = await tx
    .selectFrom('access_sessions as session')
    .innerJoin('access_users as user', 'user.id', 'session.user_id')
    .select(['user.id', 'user.login', 'user.name'])
    .where('session.id', '=', session)
    .where(isGood(now))
    .where('user.disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, login, name } = row
  return { kind: 'user', id, login: login ?? '', name, as: null, rights: [], reach: NOTHING, session, mustEnrol: false }
}
