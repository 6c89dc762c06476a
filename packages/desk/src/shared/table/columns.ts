import type { ReactNode } from 'react'

/** A column of a table: how a row is sorted, copied and shown. */
export interface Column<Row> {
  readonly id: string
  readonly title: string
  /** What the column is sorted by. */
  readonly value: (row: Row) => string | number | null
  /** What is shown; the value itself where absent. */
  readonly show?: (row: Row) => ReactNode
  /** What is copied; the value itself where absent. */
  readonly text?: (row: Row) => string
  /** Figures stand at the right, one digit under another. */
  readonly figures?: boolean
  /** A column that needs room, so that words are not stacked one under another. */
  readonly wide?: boolean
  readonly unsorted?: boolean
  /** Left out at first; the menu of columns brings it in. */
  readonly extra?: boolean
  /** A picture of other columns: nothing to copy. */
  readonly picture?: boolean
}

export const textOf = <Row>(column: Column<Row>, row: Row): string =>
  column.text?.(row) ?? String(column.value(row) ?? '')
