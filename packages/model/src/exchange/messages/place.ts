import type { Kind } from '../columns.ts'

/** What a sentence about a row is made from. */
export interface Place {
  readonly column: string
  /** As read, whole. */
  readonly value: string
  /** For `row_width`: how many cells the header has. */
  readonly width?: number
  readonly kind?: Kind
  /** For `unknown_column`: the kind that has such a column. */
  readonly of?: Kind
  /** For `misspelt_column`: the title that it looks like. */
  readonly meant?: string
}
export type Say = (place: Place) => string
