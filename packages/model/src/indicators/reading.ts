import type { MeanFigure, ShareFigure } from './figures.ts'
import { type FigureKey, INDICATORS, type MeanField, type ShareField } from './list.ts'

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

/** One of a slice's figures, as every screen and table reads it. */
export function readingOf(
  row: Readonly<Record<ShareField, ShareFigure> & Record<MeanField, MeanFigure>>,
  figure: FigureKey,
): Reading {
  const made: ShareFigure | MeanFigure = row[INDICATORS[figure].field]
  const { value, low, high } = made
  const n = 'n' in made ? made.n : made.denominator
  return { value, low, high, n, little: n < LITTLE }
}
