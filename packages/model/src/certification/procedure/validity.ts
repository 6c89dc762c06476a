/** From when until when a certificate holds; days are `YYYY-MM-DD`. */
export interface Validity {
  readonly validFrom: string
  /** Its last day. */
  readonly validTo: string
  /** The first day on which it holds no more, by a notice of termination (Правила, пункт 35 г); null: nothing ended it. */
  readonly endedOn: string | null
}

/** Where a certificate stands, as its public page says. */
export const STANDINGS = {
  coming: 'ещё не действует',
  in_force: 'действует',
  ended: 'прекращён',
  expired: 'истёк',
} as const
export type Standing = keyof typeof STANDINGS
// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_STANDINGS = Object.keys(STANDINGS) as readonly Standing[]

/** Where the certificate stands on a day. One that was terminated stays so after its last day. */
export function standingOf({ validFrom, validTo, endedOn }: Validity, today: string): Standing {
  if (endedOn !== null && today >= endedOn) return 'ended'
  if (today < validFrom) return 'coming'
  return today <= validTo ? 'in_force' : 'expired'
}
