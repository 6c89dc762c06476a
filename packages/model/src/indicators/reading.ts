import type { FigureKey } from './definitions.ts'
import type { MeanFigure, ShareFigure } from './figures.ts'

/**
 * Under this many cases a figure is shown grey with the words «мало данных», calls no coloured alarm and isn't ranked by.
 * A mean of fewer has no interval either (`leastForMeanInterval`).
 */
export const LITTLE = 30

/** One figure of one slice, shares in percent and means on the scale of 1–5 alike. */
export type Reading = {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** What the figure was counted from: decided, submitted or rated requests. */
  readonly n: number
  readonly little: boolean
}

/** The three figures of a slice. */
type Figures = {
  readonly refusalShare: ShareFigure
  readonly errorShare: ShareFigure
  readonly csi: MeanFigure
}

/** One of the three figures, as every screen and table reads it. */
export function readingOf({ refusalShare, errorShare, csi }: Figures, figure: FigureKey): Reading {
  if (figure === 'csi') {
    const { value, low, high, n } = csi
    return { value, low, high, n, little: n < LITTLE }
  }
  const { value, low, high, denominator } = figure === 'refusals' ? refusalShare : errorShare
  return { value, low, high, n: denominator, little: denominator < LITTLE }
}
