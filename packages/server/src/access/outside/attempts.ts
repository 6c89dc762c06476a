import type { Tx } from '../../platform/postgres/open.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import type { AttemptSecrets } from './outside.ts'

export const ATTEMPT_MS = 10 * 60_000

/** What the identity is for, once it is known. */
export interface Purpose {
  readonly back?: string | undefined
  /** Hash of the invitation to accept. */
  readonly invitation?: string | undefined
  /** Number of the session whose person links the identity. */
  readonly session?: string | undefined
}
export interface Attempt {
  readonly secrets: AttemptSecrets
  /** For the cookie: without it the state alone is worth nothing. */
  readonly browser: string
}

/** Found only by both: by what came back through the provider and by what stayed in the browser. */
const hashOf = (state: string, browser: string) => hashSecret(`${state}\n${browser}`)

export async function openAttempt(tx: Tx, { back, invitation, session }: Purpose, now: Date): Promise<Attempt> {
  const secrets = { state: newSecret(), nonce: newSecret(), verifier: newSecret() }
  const browser = newSecret()
  await tx
    .deleteFrom('access_outside_attempts')
    .where('created_at', '<=', new Date(now.getTime() - ATTEMPT_MS))
    .execute()
  await tx
    .insertInto('access_outside_attempts')
    .values({
      hash: hashOf(secrets.state, browser),
      nonce: secrets.nonce,
      verifier: secrets.verifier,
      back: back ?? null,
      invitation: invitation ?? null,
      links_session: session ?? null,
      created_at: now,
    })
    .execute()
  return { secrets, browser }
}

/** Good once: it is gone whatever comes of it. Undefined: there is none for this state in this browser. */
export async function takeAttempt(tx: Tx, state: string, browser: string, now: Date) {
  const row = await tx
    .deleteFrom('access_outside_attempts')
    .where('hash', '=', hashOf(state, browser))
    .where('created_at', '>', new Date(now.getTime() - ATTEMPT_MS))
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { nonce, verifier, back, invitation, links_session: session } = row
  return { secrets: { state, nonce, verifier }, back, invitation, session }
}
export type TakenAttempt = NonNullable<Awaited<ReturnType<typeof takeAttempt>>>
