import type { Kind } from '../columns.ts'

/** What a page about a code says beside the sentence of the receipt. */
export interface CodeFact {
  /** What it means and where it comes from. */
  readonly why: string
  /** What to do, at the source rather than in the file. */
  readonly remedy: string
  /** Where the example stands. */
  readonly kind?: Kind
  readonly column?: string
  /** A value that bears the code, and what would be right; left out where a value shows nothing. */
  readonly wrong?: string
  readonly right?: string
}
