import { type Estimated, meanInterval, netShare, wilson } from '../../statistics/index.ts'
import type { MeanFigure, ShareFigure } from './types.ts'

/** A number of persons with each value. */
export type Distribution = readonly (readonly [value: number, count: number])[]

/** A proportion with its interval as a figure in percent. */
const inPercent = ({ value, low, high }: Estimated, n: number): ShareFigure => ({
  value: 100 * value,
  low: 100 * low,
  high: 100 * high,
  n,
})

export const noShare: ShareFigure = { value: null, low: null, high: null, n: 0, note: 'no_data' }

/** A share of a base with Wilson's interval; null without a base, never 0. */
export const shareFigure = (count: number, n: number): ShareFigure =>
  n === 0 ? noShare : inPercent({ value: count / n, ...wilson(count, n) }, n)

/** What is left of the good when the bad is taken off, with the adjusted Wald interval. */
export const netFigure = (up: number, down: number, n: number): ShareFigure =>
  n === 0 ? noShare : inPercent(netShare(up, down, n), n)

export const noMean: MeanFigure = { value: null, low: null, high: null, se: null, n: 0, note: 'no_data' }

/** A mean with its standard error, n persons behind it: Student's interval on n − 1. */
export function meanFigure(value: number, se: number | null, n: number): MeanFigure {
  if (n === 0) return noMean
  const { low, high, note } = meanInterval(n, value, (se ?? 0) * Math.sqrt(n))
  return { value, low, high, se, n, note }
}

/** The mean of a distribution; added up in the order of the values, so that the order of answers does not matter. */
export function meanOf(distribution: Distribution): MeanFigure {
  const sorted = distribution.filter(([, count]) => count > 0).toSorted(([a], [b]) => a - b)
  const n = sorted.reduce((sum, [, count]) => sum + count, 0)
  if (n === 0) return noMean
  const mean = sorted.reduce((sum, [value, count]) => sum + value * count, 0) / n
  const squares = sorted.reduce((sum, [value, count]) => sum + count * (value - mean) ** 2, 0)
  const spread = sorted.length > 1 ? squares : 0
  return meanFigure(mean, n > 1 ? Math.sqrt(spread / (n - 1) / n) : null, n)
}
