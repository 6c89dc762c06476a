import type { IndicatorRow } from '@otklik/model/progress/api'
import { round4OrNull } from '@otklik/model/indicators'
import { type SliceName, sliceKeys } from './rows.ts'

const figureKeys = [
  'submitted',
  'in_error',
  'error_share',
  'decided',
  'refused',
  'refusal_share',
  'ratings',
  'csi',
] as const
type FigureName = (typeof figureKeys)[number]
/** One slice as `otklik indicators` prints it: the keys it was cut by, then the figures. Nothing decided: null, never 0. */
export type IndicatorObject = Partial<Record<SliceName, string>> & Record<FigureName, number | null>

/** The columns of the same as CSV or as a table, in order. */
export function indicatorColumns(by: readonly SliceName[]): (SliceName | FigureName)[] {
  return [...sliceKeys.filter((key) => by.includes(key)), ...figureKeys]
}

/** Rows as JSON of the command: shares in percent and the CSI rounded to 4 decimals, halves away from zero. */
export function indicatorObjects(rows: readonly IndicatorRow[]): IndicatorObject[] {
  return rows.map((row) => ({
    ...row.slice,
    submitted: row.submitted,
    in_error: row.inError,
    error_share: round4OrNull(row.errorShare.value),
    decided: row.decided,
    refused: row.refused,
    refusal_share: round4OrNull(row.refusalShare.value),
    ratings: row.ratings,
    csi: round4OrNull(row.csi.value),
  }))
}
