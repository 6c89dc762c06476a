import type { ErrorCode } from '@otklik/model/exchange'

/** A condition in SQL under which a row is set aside; `value` is the SQL of what the message shows. */
export interface Check {
  readonly code: ErrorCode
  readonly column: string
  readonly when: string
}
/** What a column (or a group of columns that are read together) gives to the query of a file. */
export interface Compiled {
  /** SQL per column of the fact table. */
  readonly values: Readonly<Record<string, string>>
  readonly checks: readonly Check[]
  /** Columns whose time may be missing, with the condition. */
  readonly untimed: readonly { readonly column: string; readonly when: string }[]
  /** Named intermediate results, in order. */
  readonly steps: readonly (readonly [name: string, sql: string])[]
}
export const compiled = (parts: Partial<Compiled>): Compiled => ({ values: {}, checks: [], untimed: [], steps: [], ...parts })
export const together = (parts: readonly Compiled[]): Compiled => ({
  values: Object.assign({}, ...parts.map(({ values }) => values)),
  checks: parts.flatMap(({ checks }) => checks),
  untimed: parts.flatMap(({ untimed }) => untimed),
  steps: parts.flatMap(({ steps }) => steps),
})

/** Gives the SQL of a column's trimmed cell: an alias, or '' where the file has no such column. */
export type CellOf = (column: string) => string
export interface Context {
  readonly cell: CellOf
  /** ГГГГММДД: a later date is in the future. */
  readonly lastDay: number
  /** The made-up region 00 is accepted too. */
  readonly demo: boolean
}
