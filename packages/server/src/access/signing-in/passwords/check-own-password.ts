import { loginKey, type UserPrincipal } from '@otklik/model/access'
import { recordAudit, type RemoteCaller } from '../../../platform/audit/index.ts'
import { problem } from '../../../platform/problems/index.ts'
import { verifyPassword } from './password-hash.ts'
import { passThrottle, type Patience } from '../pass-throttle.ts'
import { attemptsClosed, wrongCurrentPassword } from '../problems.ts'
import { forgetFailures, throttleKeys } from '../throttle.ts'

/**
 * Before something that a stranger at an open screen must not do. Attempts are counted together with those at the
 * sign-in. Throws `wrong_current_password`, `attempts_closed`.
 */
export async function checkOwnPassword(
  deps: Patience,
  { given, stored }: { readonly given: string; readonly stored: string },
  { who, from, at }: RemoteCaller<UserPrincipal>,
): Promise<void> {
  const keys = throttleKeys(loginKey(who.login), from.address)
  await passThrottle(deps, keys, attemptsClosed)
  const right = await verifyPassword(given, stored)
  await deps.db.transaction().execute(async (tx) => {
    if (right) return forgetFailures(tx, keys)
    return recordAudit(tx, { who, what: 'password.refused', subject: `user:${who.id}`, from, at })
  })
  if (!right) throw problem(wrongCurrentPassword)
}
