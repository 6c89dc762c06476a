import type { UserPrincipal } from '@otklik/model/access'
import { recordAudit, type RemoteCaller } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import { type NotifyDeps, notify } from '../letters/notify.ts'
import { checkOwnPassword } from '../signing-in/passwords/check-own-password.ts'
import { newPasswordHash } from '../signing-in/passwords/new-password.ts'
import type { Patience } from '../signing-in/pass-throttle.ts'
import { noPassword } from '../signing-in/problems.ts'
import { closeSessionsOf } from '../signing-in/sessions.ts'
import { readOwn } from './own.ts'

/** The other sessions end, and links for a new password are void. Throws also `wrong_current_password`, `weak_password`. */
export async function changePassword(
  deps: Patience & NotifyDeps,
  ask: { readonly current: string; readonly password: string },
  caller: RemoteCaller<UserPrincipal>,
): Promise<void> {
  const { who, from, at } = caller
  const own = await readOwn(deps.db, who)
  if (own.password === null) throw problem(noPassword)
  await checkOwnPassword(deps, { given: ask.current, stored: own.password }, caller)
  const password = await newPasswordHash(ask.password, who)
  await deps.db.transaction().execute(async (tx) => {
    await tx.updateTable('access_users').set({ password, password_changed_at: at }).where('id', '=', who.id).execute()
    await tx.deleteFrom('access_password_resets').where('user_id', '=', who.id).execute()
    const after = { sessionsClosed: await closeSessionsOf(tx, who.id, who.session) }
    await notify(tx, deps, { kind: 'password_changed', userId: who.id, from })
    await recordAudit(tx, { who, what: 'password.changed', subject: `user:${who.id}`, after, from, at })
  })
}
