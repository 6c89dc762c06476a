import { isFitLogin, loginKey, loginSkeleton, NOBODY } from '@otklik/model/access'
import type { lookUpInvitation as lookUpRoute } from '@otklik/model/access/api'
import type { AnswerOf } from '@otklik/model/api'
import { recordAudit } from '../../platform/audit/index.ts'
import type { Origin } from '../../platform/http/index.ts'
import { problem } from '../../platform/problems/index.ts'
import { databaseProblem } from '../../platform/postgres/errors.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { fold } from '../../platform/text.ts'
import { nowOf } from '../deps.ts'
import { badLogin } from '../problems.ts'
import { hashSecret } from '../secrets.ts'
import { beginSession } from '../signing-in/begin-session.ts'
import { membershipsOf, type SessionDeps } from '../signing-in/session-state.ts'
import { closeSession } from '../signing-in/sessions.ts'
import { findInvited, holdInvited, voidInvitations } from './invitations.ts'
import { invitationVoid, loginTaken } from './problems.ts'
import { type PreparedUser, prepareUser } from './users.ts'

/** Whom a link invites, and where to. Throws `invitation_void`, whatever is wrong with the link. */
export async function lookUpInvitation(deps: SessionDeps, token: string): Promise<AnswerOf<typeof lookUpRoute>> {
  const { id, name } = required(await findInvited(deps.db, hashSecret(token), nowOf(deps)))
  return { name, memberships: await membershipsOf(deps.db, id), outside: deps.outside?.name ?? null }
}

export interface Acceptance {
  readonly token: string
  readonly login: string
  readonly password: string
  /** The session the browser came with: it ends, whosever it was. */
  readonly oldSecret: string | undefined
  readonly from: Origin
  readonly userAgent: string
}

/**
 * Gives the invited person a login and a password, voids every link of theirs, and returns the secret of a new session.
 * Of two acceptances at once, one succeeds. Throws `invitation_void`, `bad_login`, `login_taken`, `weak_password`.
 */
export async function acceptInvitation(deps: SessionDeps, ask: Acceptance): Promise<string> {
  const { token, login, password } = ask
  // Before the slow hash: a void link must not cost the server one.
  const { name } = required(await findInvited(deps.db, hashSecret(token), nowOf(deps)))
  if (!isFitLogin(login)) throw problem(badLogin)
  await requireFree(deps.db, login)
  const prepared = await prepareUser({ login, name, password })
  try {
    return await deps.db.transaction().execute((tx) => accept(tx, deps, prepared, ask))
  } catch (error) {
    // Someone else has taken it while the password was hashed.
    if (databaseProblem(error).kind === 'duplicate') throw problem(loginTaken)
    throw error
  }
}

async function accept(tx: Tx, deps: SessionDeps, prepared: PreparedUser, ask: Acceptance): Promise<string> {
  const now = nowOf(deps)
  const { token, oldSecret, from, userAgent } = ask
  const { id, name } = required(await holdInvited(tx, hashSecret(token), now))
  if ((await voidInvitations(tx, id)) === 0) throw problem(invitationVoid)
  const { login, login_key, login_skeleton, password } = prepared
  await tx
    .updateTable('access_users')
    .set({ login, login_key, login_skeleton, folded: fold(`${name} ${login}`), password, password_changed_at: now })
    .where('id', '=', id)
    .execute()
  if (oldSecret !== undefined) await closeSession(tx, oldSecret)
  const after = { by: 'password', login }
  await recordAudit(tx, { who: NOBODY, what: 'invitation.accepted', subject: `user:${id}`, after, from, at: now })
  return beginSession(tx, deps, { userId: id, by: 'password', from, userAgent })
}

function required<Invited>(invited: Invited | undefined): Invited {
  if (invited === undefined) throw problem(invitationVoid)
  return invited
}

/** Neither the same login nor one that people could take for it; whose it is, is not said. */
async function requireFree(db: Db, login: string): Promise<void> {
  const taken = await db
    .selectFrom('access_users')
    .select('id')
    .where((where) =>
      where.or([where('login_key', '=', loginKey(login)), where('login_skeleton', '=', loginSkeleton(login))]),
    )
    .executeTakeFirst()
  if (taken !== undefined) throw problem(loginTaken)
}
