import { setTimeout as sleep } from 'node:timers/promises'
import { loginKey, NOBODY } from '@otklik/model/access'
import { recordAudit } from '../../platform/audit/index.ts'
import { type Origin, ProblemError, problem } from '../../platform/http/index.ts'
import type { Reaches } from '../organisations/reaches.ts'
import { type AccessParts, nowOf } from '../parts.ts'
import { UNKNOWN_LOGIN, verifyPassword } from './password-hash.ts'
import { signInClosed, wrongPassword } from '../problems.ts'
import { findSession } from './find-session.ts'
import { closeSession, openSession } from './sessions.ts'
import { admitAttempt, forgetFailures, type ThrottleKeys, throttleKeys } from './throttle.ts'
import { findUser } from '../people/users.ts'

export interface SignInParts extends AccessParts {
  readonly reaches: Reaches
  readonly wait?: (ms: number) => Promise<unknown>
}
export interface SignInAsk {
  readonly login: string
  readonly password: string
  /** The session the browser came with: it ends, whosever it was. */
  readonly oldSecret: string | undefined
  readonly from: Origin
  readonly userAgent: string
}

/** Checks the password, opens a new session and returns its secret. An unknown login and a wrong password differ in nothing. */
export async function signIn(parts: SignInParts, ask: SignInAsk): Promise<string> {
  const keys = throttleKeys(loginKey(ask.login), ask.from.address)
  await passThrottle(parts, keys)
  const user = await findUser(parts.db, ask.login)
  const right = await verifyPassword(ask.password, user?.password ?? UNKNOWN_LOGIN)
  if (user === undefined || !right) {
    await noteRefusal(parts, keys, ask.from)
    throw problem(wrongPassword)
  }
  const { id } = user
  return parts.db.transaction().execute(async (tx) => {
    if (ask.oldSecret !== undefined) await closeSession(tx, ask.oldSecret)
    await forgetFailures(tx, keys)
    const { userAgent, from } = ask
    const secret = await openSession(tx, { userId: id, by: 'password', address: from.address, userAgent }, nowOf(parts))
    const who = (await findSession({ db: tx, reaches: parts.reaches }, secret, nowOf(parts))) ?? NOBODY
    await recordAudit(tx, { who, what: 'session.opened', subject: `user:${id}`, from }, nowOf(parts))
    return secret
  })
}

async function passThrottle(parts: SignInParts, keys: ThrottleKeys): Promise<void> {
  const { closedForSeconds, pauseMs } = await admitAttempt(parts.db, keys, nowOf(parts))
  if (closedForSeconds > 0) {
    const headers = { 'retry-after': String(closedForSeconds) }
    throw new ProblemError(signInClosed, signInClosed.detail(closedForSeconds), { headers })
  }
  if (pauseMs > 0) await (parts.wait ?? sleep)(pauseMs)
}

/** Under the hash of what was typed: the field may hold a password. The same work for known and unknown logins. */
async function noteRefusal(parts: AccessParts, keys: ThrottleKeys, from: Origin): Promise<void> {
  const subject = `login:${keys.anywhere.slice(0, 16)}`
  await parts.db
    .transaction()
    .execute((tx) => recordAudit(tx, { who: NOBODY, what: 'session.refused', subject, from }, nowOf(parts)))
}
