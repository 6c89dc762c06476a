import type { IndicatorRow } from '@otklik/model/progress/api'
import { FIGURE_COLUMNS, type FigureColumnName, round4OrNull } from '@otklik/model/indicators'
import { type SliceName, slicesIn } from './rows.ts'

/** One slice as `otklik indicators` prints it: the keys it was cut by, then the figures. Nothing decided: null, never 0. */
export type IndicatorObject = Partial<Record<SliceName, string>> & Record<FigureColumnName, number | null>

/** The columns of the same as CSV or as a table, in order. */
export function indicatorColumns(by: readonly SliceName[]): (SliceName | FigureColumnName)[] {
  return [...slicesIn(by), ...FIGURE_COLUMNS.map(({ column }) => column)]
}

/** Rows as JSON of the command: shares in percent and the CSI rounded to 4 decimals, halves away from zero. */
export const indicatorObjects = (rows: readonly IndicatorRow[]): IndicatorObject[] =>
  rows.map((row) => ({ ...row.slice, ...figuresIn(row) }))

function figuresIn(row: IndicatorRow): Record<FigureColumnName, number | null> {
  const pairs = FIGURE_COLUMNS.map(({ column, value }) => [column, round4OrNull(value(row))] as const)
  // Every column is there: the list holds them all.
  return Object.fromEntries(pairs) as Record<FigureColumnName, number | null>
}
