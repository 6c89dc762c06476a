import type { ReasonCode } from './admission.ts'

/** Paragraphs 1–4 of пункт 14: objects kept out by them do not count in the share (пункт 15); those of the fifth do. */
const NOT_COUNTED: readonly ReasonCode[] = [
  'form_not_online',
  'form_not_remote',
  'ending',
  'road_map_failed',
  'no_contacts',
]

/** An object of the year's list, whether it was admitted or not. */
export interface ShareObject {
  readonly reasons: readonly ReasonCode[]
  /** A certificate of it is in force. */
  readonly certified: boolean
}

/** The indicator «Доля сертифицированных …»: numerator, denominator, and what пункт 15 leaves out of both. */
export interface CertifiedShare {
  readonly certified: number
  readonly counted: number
  readonly leftOut: number
}

export function certifiedShare(objects: readonly ShareObject[]): CertifiedShare {
  const counted = objects.filter(({ reasons }) => !reasons.some((reason) => NOT_COUNTED.includes(reason)))
  return {
    certified: counted.filter(({ certified }) => certified).length,
    counted: counted.length,
    leftOut: objects.length - counted.length,
  }
}
