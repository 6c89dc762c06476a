import { waitForLock } from '../../platform/postgres/locks.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { nowOf } from '../deps.ts'
import { type TakenAttempt, takeAttempt } from './attempts.ts'
import { acceptFromOutside } from './accept.ts'
import type { Browser } from './begin.ts'
import { enter } from './enter.ts'
import { link } from './link.ts'
import { OWN_ACCESS, type Outcome, SIGN_IN, troubled } from './outcome.ts'
import { type Identity, OutsideTrouble } from './outside.ts'
import { callbackOf, outsideOf, type OutsideDeps } from './deps.ts'
import { noteRefusal } from './refusal.ts'

export interface Callback extends Browser {
  /** As it came, with its question mark. */
  readonly search: string
  readonly state: string | undefined
  /** The secret of the attempt's cookie. */
  readonly attempt: string | undefined
  /** The session the browser came with, if its cookie came along: it ends. */
  readonly oldSecret: string | undefined
}

/** What comes of a return from the provider. Never throws for what the provider or the browser have brought. */
export async function finish(deps: OutsideDeps, callback: Callback): Promise<Outcome> {
  const attempt = await findAttempt(deps, callback)
  if (attempt === undefined) return troubled(SIGN_IN, 'expired')
  const page = attempt.session === null ? SIGN_IN : OWN_ACCESS
  try {
    // Asked outside of the transaction: a slow provider must not hold a connection to the database.
    const identity = await outsideOf(deps).finish(new URL(`${callbackOf(deps)}${callback.search}`), attempt.secrets)
    return await deps.db.transaction().execute(async (tx) => {
      await oneAtATime(tx, identity)
      return use(tx, { deps, attempt, identity, callback })
    })
  } catch (error) {
    if (!(error instanceof OutsideTrouble)) throw error
    await noteRefusal(deps, error.kind, callback.from)
    return troubled(page, error.kind)
  }
}

async function findAttempt(deps: OutsideDeps, { state, attempt }: Callback): Promise<TakenAttempt | undefined> {
  if (state === undefined || attempt === undefined) return undefined
  return deps.db.transaction().execute((tx) => takeAttempt(tx, state, attempt, nowOf(deps)))
}

/** What the identity is used for, once it is known for sure. */
export interface Known {
  readonly deps: OutsideDeps
  readonly attempt: TakenAttempt
  readonly identity: Identity
  readonly callback: Callback
}

function use(tx: Tx, known: Known): Promise<Outcome> {
  if (known.attempt.session !== null) return link(tx, known, known.attempt.session)
  if (known.attempt.invitation !== null) return acceptFromOutside(tx, known, known.attempt.invitation)
  return enter(tx, known)
}

/** Two returns with one identity: the second sees what the first has done. */
const oneAtATime = (tx: Tx, { issuer, subject }: Identity): Promise<void> =>
  waitForLock(tx, 'outsideIdentities', `${issuer}\n${subject}`)
