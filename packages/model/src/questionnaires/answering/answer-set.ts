import type { MatrixValue, Value } from './conditions.ts'

/** One person's answers, as they come: a line of JSONL. Only `id` and `answers` are needed. */
export interface AnswerSet {
  readonly id: string | number
  readonly answers: Readonly<Record<string, unknown>>
  /** The texts of «другое» by question. */
  readonly other?: Readonly<Record<string, unknown>>
  /** What the link knew: service, office, channel … */
  readonly attributes?: Readonly<Record<string, unknown>>
  /** `complete` where it is not said. */
  readonly state?: 'complete' | 'partial'
  readonly weight?: number
  /** Left out by a reviewer. */
  readonly excluded?: boolean
  readonly channel?: string
  readonly started?: string
  readonly finished?: string
  /** Seconds spent on each page, by the server's clock. */
  readonly times?: Readonly<Record<string, number>>
}

/** The same while the respondent is still at it. */
export type AnswersSoFar = Pick<AnswerSet, 'answers' | 'other' | 'attributes'>

export const answerErrorCodes = [
  'unknown_question',
  'hidden_answer',
  'wrong_type',
  'unknown_option',
  'duplicate_option',
  'exclusive',
  'too_few',
  'too_many',
  'out_of_scale',
  'unknown_row',
  'too_long',
  'required',
  'other_missing',
  'other_stray',
] as const
export type AnswerErrorCode = (typeof answerErrorCodes)[number]

/** `at` is a question or `q6.row`. */
export interface AnswerError {
  readonly code: AnswerErrorCode
  readonly at: string
}

export type Outcome = 'complete' | 'partial' | 'screened'

/** What an answer set was found to be. */
export interface Judged {
  readonly ok: boolean
  readonly outcome: Outcome
  /** Questions that were shown, of a matrix its rows: `q1`, `q6.site`. */
  readonly shown: readonly string[]
  readonly errors: readonly AnswerError[]
  /** Valid answers by question or row, and those of a matrix as a whole; texts are cleaned. */
  readonly values: ReadonlyMap<string, Value>
  /** Valid texts of «другое» by question or row. */
  readonly others: ReadonlyMap<string, string>
}

export type { MatrixValue, Value }
