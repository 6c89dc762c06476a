/** Something in what a supplier sends that nobody refuses and nobody would see. */
export const FINDING_CODES = [
  'no_file',
  'empty',
  'old_file',
  'fewer_rows',
  'kind_missing',
  'office_gone',
  'status_gone',
  'dates_stuck',
  'repeats',
  'unknown_requests',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

export interface Finding {
  readonly code: FindingCode
  /** The kind of file, the office or the status that it is about. */
  readonly about?: string
  /** Rows that came. */
  readonly got: number
  /** Of so many, where it is about a part of the rows. */
  readonly of?: number
  /** Rows that were to be expected, and between what they lie on 99 of 100 days. */
  readonly mean?: number
  readonly low?: number
  readonly high?: number
  /** The share, 0–1, that the worst day of the past had. */
  readonly usual?: number
}
