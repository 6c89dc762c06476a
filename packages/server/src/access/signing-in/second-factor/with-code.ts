import type { Principal } from '@otklik/model/access'
import { recordAudit } from '../../../platform/audit/index.ts'
import type { Origin } from '../../../platform/http/index.ts'
import { problem } from '../../../platform/problems/index.ts'
import type { Tx } from '../../../platform/postgres/open.ts'
import { notify } from '../../letters/notify.ts'
import { nowOf, type PeopleDeps } from '../../deps.ts'
import { spendCode } from './factor-code.ts'
import { passThrottle, type Patience } from '../pass-throttle.ts'
import { attemptsClosed, wrongCode } from '../problems.ts'
import { codeKeys, forgetFailures } from '../throttle.ts'

export interface CodeAttempt {
  readonly userId: string
  /** Number of the session in which the code was typed. */
  readonly session: string
  readonly code: string
  readonly awaited: 'pending' | 'on'
  readonly who: Principal
  readonly from: Origin
}

/**
 * Does a work in the transaction that spends the code. Attempts are counted like those at passwords; a wrong code stands
 * in the audit. Throws `wrong_code`, `attempts_closed`.
 */
export async function withCode<T>(
  deps: PeopleDeps & Patience,
  attempt: CodeAttempt,
  work: (tx: Tx, spent: 'code' | 'recovery_code') => Promise<T>,
): Promise<T> {
  const { userId, session, who, from } = attempt
  const keys = codeKeys(userId, session, from.address)
  await passThrottle(deps, keys, attemptsClosed)
  const done = await deps.db.transaction().execute(async (tx) => {
    const spent = await spendCode(tx, deps.cipher, attempt, nowOf(deps))
    if (spent === undefined) return undefined
    await forgetFailures(tx, keys)
    if (spent === 'recovery_code') await notify(tx, deps, { kind: 'recovery_code_used', userId, from })
    return { result: await work(tx, spent) }
  })
  if (done !== undefined) return done.result
  await deps.db
    .transaction()
    .execute((tx) =>
      recordAudit(tx, { who, what: 'second_factor.refused', subject: `user:${userId}`, from, at: nowOf(deps) }),
    )
  throw problem(wrongCode)
}
