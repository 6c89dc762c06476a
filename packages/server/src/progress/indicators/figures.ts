import type { Figure, IndicatorRow } from '@otklik/model/api'

/** One figure of a row, shares in percent and means on 1–5 alike. */
export interface Reading {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** What it was counted from: decided, submitted, ratings. */
  readonly n: number
}

export function reading(row: IndicatorRow, figure: Figure): Reading {
  if (figure === 'csi') return row.csi
  const { value, low, high, denominator } = figure === 'refusals' ? row.refusalShare : row.errorShare
  return { value, low, high, n: denominator }
}

/** Under this many cases a figure is shown grey, with the words «мало данных», and isn't ranked by. */
export const littleData = 30
