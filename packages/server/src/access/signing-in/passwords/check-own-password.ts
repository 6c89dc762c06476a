import { loginKey, type UserPrincipal } from '@otklik/model/access'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Origin } from '../../../platform/http/index.ts'
import { problem } from '../../../platform/problems/index.ts'
import { nowOf } from '../../parts.ts'
import { verifyPassword } from './password-hash.ts'
import { passThrottle, type Patience } from '../pass-throttle.ts'
import { attemptsClosed, wrongCurrentPassword } from '../problems.ts'
import { forgetFailures, throttleKeys } from '../throttle.ts'

/**
 * Before something that a stranger at an open screen must not do. Attempts are counted together with those at the
 * sign-in. Throws `wrong_current_password`, `attempts_closed`.
 */
export async function checkOwnPassword(
  parts: Patience,
  who: UserPrincipal,
  { given, stored }: { readonly given: string; readonly stored: string },
  from: Origin,
): Promise<void> {
  const keys = throttleKeys(loginKey(who.login), from.address)
  await passThrottle(parts, keys, attemptsClosed)
  const right = await verifyPassword(given, stored)
  await parts.db.transaction().execute(async (tx) => {
    if (right) return forgetFailures(tx, keys)
    const refusal = { who, what: 'password.refused', subject: `user:${who.id}`, from }
    return recordAudit(tx, refusal, nowOf(parts))
  })
  if (!right) throw problem(wrongCurrentPassword)
}
