import type { Solved } from '../files/columns.ts'
import type { TermRule } from '../term-rules.ts'

/** What the guards of an appeal's course look at: the appeal as it stands, what is given with the event, and today. */
export interface AppealAbout {
  readonly today: string
  readonly number: string | null
  readonly rule: TermRule | null
  readonly due: string | null
  /** By how many days it has been extended before. */
  readonly extended_by: number
  readonly answered: string | null
  /** How many times it has been reopened before. */
  readonly reopened: number
  readonly given: AppealGiven
}

/** What whoever acts has given; what the event does not need is left out. */
export interface AppealGiven {
  readonly reason?: string
  /** The original of a duplicate, as it was found. */
  readonly original?: { readonly itself: boolean; readonly sameAuthority: boolean; readonly duplicate: boolean } | null
  /** Whether the executor is within reach of whoever assigns. */
  readonly executorInReach?: boolean
  readonly extendBy?: number
  /** How the applicant is told: of an extension, of an answer. */
  readonly way?: string
  readonly addressee?: string
  /** Whether an outcome on the merits is chosen. */
  readonly outcome?: string
  /** Whether there is a text or a file of an answer. */
  readonly content?: boolean
  /** The ground on which there is no answer, or the withdrawal. */
  readonly ground?: string
  readonly solved?: Solved
}
