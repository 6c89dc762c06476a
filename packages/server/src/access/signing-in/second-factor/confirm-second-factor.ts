import { NOBODY } from '@otklik/model/access'
import type { Origin } from '../../../platform/http/index.ts'
import { problem } from '../../../platform/problems/index.ts'
import { nowOf } from '../../parts.ts'
import { beginSession } from '../begin-session.ts'
import { signInAgain } from '../problems.ts'
import { closeSession, findAwaiting } from '../sessions.ts'
import type { SignInParts } from '../sign-in.ts'
import { withCode } from './with-code.ts'

export interface CodeAsk {
  readonly code: string
  /** Of the session that awaits the code. */
  readonly secret: string | undefined
  readonly from: Origin
  readonly userAgent: string
}

/** Ends the session that awaited the code, and returns the secret of a whole new one. */
export async function confirmSecondFactor(parts: SignInParts, { code, secret, from, userAgent }: CodeAsk) {
  const found = secret === undefined ? undefined : await findAwaiting(parts.db, secret, nowOf(parts))
  if (secret === undefined || found === undefined) throw problem(signInAgain)
  const { userId, session, by } = found
  const attempt = { userId, session, code, awaited: 'on', who: NOBODY, from } as const
  return withCode(parts, attempt, async (tx, spent) => {
    // Of two good codes sent at once, one opens a session.
    if (!(await closeSession(tx, secret))) throw problem(signInAgain)
    return beginSession(tx, parts, { userId, by, from, userAgent, after: { secondFactor: spent } })
  })
}
