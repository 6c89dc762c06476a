import { NOBODY } from '@otklik/model/access'
import type { Origin } from '../../../platform/http/index.ts'
import { problem } from '../../../platform/problems/index.ts'
import { nowOf } from '../../deps.ts'
import { beginSession } from '../begin-session.ts'
import { signInAgain } from '../problems.ts'
import { closeSession, findAwaiting } from '../sessions.ts'
import type { SignInDeps } from '../sign-in.ts'
import { withCode } from './with-code.ts'

export interface CodeAsk {
  readonly code: string
  /** Of the session that awaits the code. */
  readonly secret: string | undefined
  readonly from: Origin
  readonly userAgent: string
}

/** Ends the session that awaited the code, and returns the secret of a whole new one. */
export async function confirmSecondFactor(deps: SignInDeps, { code, secret, from, userAgent }: CodeAsk) {
  const found = secret === undefined ? undefined : await findAwaiting(deps.db, secret, nowOf(deps))
  if (secret === undefined || found === undefined) throw problem(signInAgain)
  const { userId, session, by } = found
  const attempt = { userId, session, code, awaited: 'on', who: NOBODY, from } as const
  return withCode(deps, attempt, async (tx, spent) => {
    // Of two good codes sent at once, one opens a session.
    if (!(await closeSession(tx, secret))) throw problem(signInAgain)
    return beginSession(tx, deps, { userId, by, from, userAgent, after: { secondFactor: spent } })
  })
}
