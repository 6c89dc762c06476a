import { loginKey, NOBODY } from '@otklik/model/access'
import { recordAudit } from '../../platform/audit/index.ts'
import type { Origin } from '../../platform/http/index.ts'
import { problem } from '../../platform/problems/index.ts'
import { type AccessDeps, nowOf } from '../deps.ts'
import { UNKNOWN_LOGIN, verifyPassword } from './passwords/password-hash.ts'
import { signInClosed, wrongPassword } from '../problems.ts'
import { beginSession } from './begin-session.ts'
import { passThrottle, type Patience } from './pass-throttle.ts'
import type { SessionDeps } from './session-state.ts'
import { closeSession, stageOf } from './sessions.ts'
import { forgetFailures, type ThrottleKeys, throttleKeys } from './throttle.ts'
import { findUser } from '../people/users.ts'

export interface SignInDeps extends SessionDeps, Patience {
  /** Compares a password with what is kept; tests look on. */
  readonly verify?: typeof verifyPassword
}
export interface SignInAsk {
  readonly login: string
  readonly password: string
  /** The session the browser came with: it ends, whosever it was. */
  readonly oldSecret: string | undefined
  readonly from: Origin
  readonly userAgent: string
}

/**
 * Checks the password, opens a new session and returns its secret: a whole one, or one that awaits the code of the
 * second factor. An unknown login and a wrong password differ in nothing, nor in the work done.
 */
export async function signIn(deps: SignInDeps, ask: SignInAsk): Promise<string> {
  const keys = throttleKeys(loginKey(ask.login), ask.from.address)
  await passThrottle(deps, keys, signInClosed)
  const user = await findUser(deps.db, ask.login)
  const right = await (deps.verify ?? verifyPassword)(ask.password, user?.password ?? UNKNOWN_LOGIN)
  if (user === undefined || !right) {
    await noteRefusal(deps, keys, ask.from)
    throw problem(wrongPassword)
  }
  return deps.db.transaction().execute(async (tx) => {
    if (ask.oldSecret !== undefined) await closeSession(tx, ask.oldSecret)
    await forgetFailures(tx, keys)
    const { from, userAgent } = ask
    return beginSession(tx, deps, { userId: user.id, by: 'password', stage: stageOf(user), from, userAgent })
  })
}

/** Under the hash of what was typed: the field may hold a password. The same work for known and unknown logins. */
async function noteRefusal(deps: AccessDeps, keys: ThrottleKeys, from: Origin): Promise<void> {
  const subject = `login:${keys.anywhere.slice(0, 16)}`
  await deps.db
    .transaction()
    .execute((tx) => recordAudit(tx, { who: NOBODY, what: 'session.refused', subject, from, at: nowOf(deps) }))
}
