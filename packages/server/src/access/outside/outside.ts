import { AuthorizationResponseError, ClientError } from 'openid-client'
import type { Log } from '../../platform/log.ts'

/** Who someone is at the provider: together they are one person for ever, whatever their name or mail becomes. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}
/** The secrets of one attempt, made here and known to the provider only as far as the protocol asks. */
export interface AttemptSecrets {
  readonly state: string
  readonly nonce: string
  /** Of PKCE. */
  readonly verifier: string
}
/** An outside OpenID Connect provider. */
export interface Outside {
  /** For the button. */
  readonly name: string
  /** The provider's page for this attempt. Throws OutsideTrouble. */
  begin(redirectUri: string, secrets: AttemptSecrets): Promise<URL>
  /** Changes the code that came back for an identity, with every check of the protocol. Throws OutsideTrouble. */
  finish(callback: URL, secrets: AttemptSecrets): Promise<Identity>
}

/** `unavailable`: it can't be asked; `denied`: it has said no; `failed`: what it said can't be trusted. */
export type TroubleKind = 'unavailable' | 'denied' | 'failed'

export class OutsideTrouble extends Error {
  override name = 'OutsideTrouble'
  readonly kind: TroubleKind
  constructor(kind: TroubleKind, options?: ErrorOptions) {
    super(`outside sign-in: ${kind}`, options)
    this.kind = kind
  }
}

/** Turns whatever the protocol's library has thrown into a kind of trouble; the log hears of it without tokens and claims. */
export function troubleOf(error: unknown, kind: TroubleKind, log: Log): OutsideTrouble {
  if (error instanceof OutsideTrouble) return error
  const denied = error instanceof AuthorizationResponseError
  log.warn({ kind, reasons: reasonsOf(error) }, 'outside sign-in failed')
  return new OutsideTrouble(denied ? 'denied' : kind, { cause: error })
}

/** Messages from the outermost to the first cause. The library's causes that are no errors hold claims: left out. */
function reasonsOf(error: unknown): string[] {
  const reasons: string[] = []
  for (let at = error; at instanceof Error && reasons.length < 5; at = at.cause)
    reasons.push(at instanceof ClientError && at.code ? `${at.code}: ${at.message}` : at.message)
  return reasons
}
