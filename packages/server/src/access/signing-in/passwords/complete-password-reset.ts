import { NOBODY } from '@otklik/model/access'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Origin } from '../../../platform/http/index.ts'
import { problem } from '../../../platform/problems/index.ts'
import type { Db } from '../../../platform/postgres/open.ts'
import { type NotifyDeps, notify } from '../../letters/notify.ts'
import { type AccessDeps, nowOf } from '../../deps.ts'
import { hashSecret } from '../../secrets.ts'
import { newPasswordHash } from './new-password.ts'
import { resetVoid } from '../problems.ts'
import { closeSessionsOf } from '../sessions.ts'

/**
 * Sets the password by the link of a letter: once, within its hour. All sessions of the person end; a second factor
 * stays. Throws `reset_void`, `weak_password`: then the link stays good.
 */
export async function completePasswordReset(
  deps: AccessDeps & NotifyDeps,
  { token, password }: { readonly token: string; readonly password: string },
  from: Origin,
): Promise<void> {
  const hash = hashSecret(token)
  // Before the slow hash: a void link must not cost the server one.
  const user = await findReset(deps.db, hash, nowOf(deps))
  if (user === undefined) throw problem(resetVoid)
  const newHash = await newPasswordHash(password, { login: user.login ?? '', name: user.name })
  await deps.db.transaction().execute(async (tx) => {
    const now = nowOf(deps)
    // The person first, as everywhere: whoever changes the address meanwhile voids the link.
    await tx.selectFrom('access_users').select('id').where('id', '=', user.id).forNoKeyUpdate().executeTakeFirst()
    const [used] = await tx.deleteFrom('access_password_resets').where('hash', '=', hash).execute()
    if (used?.numDeletedRows !== 1n) throw problem(resetVoid)
    const changed = { password: newHash, password_changed_at: now }
    await tx.updateTable('access_users').set(changed).where('id', '=', user.id).execute()
    const after = { sessionsClosed: await closeSessionsOf(tx, user.id) }
    await notify(tx, deps, { kind: 'password_reset_done', userId: user.id, from })
    await recordAudit(tx, { who: NOBODY, what: 'password.reset', subject: `user:${user.id}`, after, from, at: now })
  })
}

function findReset(db: Db, hash: string, now: Date) {
  return db
    .selectFrom('access_password_resets as reset')
    .innerJoin('access_users as user', 'user.id', 'reset.user_id')
    .select(['user.id', 'user.login', 'user.name'])
    .where('reset.hash', '=', hash)
    .where('reset.expires_at', '>', now)
    .where('user.disabled_at', 'is', null)
    .executeTakeFirst()
}
