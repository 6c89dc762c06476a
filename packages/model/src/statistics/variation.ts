import type { Counted } from './shares.ts'

/** Mean moving range of two consecutive values of a normal variable, in σ. */
const rangeOfTwo = 2 / Math.sqrt(Math.PI)

/** σ of a series by its moving ranges: not blown up by a slow drift. Undefined under two values. */
export function movingRangeSigma(values: readonly number[]): number | undefined {
  if (values.length < 2) return undefined
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)))
  return ranges.reduce((total, range) => total + range, 0) / ranges.length / rangeOfTwo
}

/** A service's ordinary share and how far its months stray from it. */
type Ordinary = {
  /** The share over the whole history, 0–1. */
  readonly centre: number
  /** Standard deviation of a month of so many cases. */
  readonly sigma: (n: number) => number
}

/**
 * The ordinary variation of shares (Laney's p′): the binomial one of a month's size, widened by the σ of the history's
 * z-scores from moving ranges. Real shares vary more than a binomial, so a plain test calls every busy service unusual.
 * Undefined where the history has no variation to judge by.
 */
function ordinaryVariation(history: readonly Counted[]): Ordinary | undefined {
  const n = history.reduce((total, { n: size }) => total + size, 0)
  const centre = history.reduce((total, { x }) => total + x, 0) / n
  const binomial = (size: number): number => Math.sqrt((centre * (1 - centre)) / size)
  const own = movingRangeSigma(history.map((past) => (past.x / past.n - centre) / binomial(past.n)))
  return own !== undefined && own > 0 ? { centre, sigma: (size) => binomial(size) * own } : undefined
}

export type Excess = {
  /** The share over the whole history, 0–1. */
  readonly centre: number
  /** Standard deviation of the judged month: binomial, widened by the series' own month-to-month variation. */
  readonly sigma: number
  /** How many such deviations the month lies above the centre. */
  readonly excess: number
}

/** How far a month stands above the service's own ordinary variation. Undefined where that cannot be told. */
export function excessOverOwnVariation(history: readonly Counted[], month: Counted): Excess | undefined {
  const ordinary = ordinaryVariation(history)
  if (!ordinary) return undefined
  const { centre } = ordinary
  const sigma = ordinary.sigma(month.n)
  return { centre, sigma, excess: (month.x / month.n - centre) / sigma }
}

export type Smoothed = {
  /** The ordinary share and the smoothed one, 0–1. */
  readonly centre: number
  readonly value: number
  /** The smoothed share above which is more than chance. */
  readonly limit: number
}

/**
 * The exponentially weighted moving average (EWMA) of the shares after a history, started at its centre: it gathers small
 * excesses that no single month shows. Its limit is `width` of its own standard deviations, which grows with the months
 * watched. Undefined where the history has no variation to judge by.
 */
export function smoothedShares(
  history: readonly Counted[],
  watched: readonly Counted[],
  { weight = 0.2, width = 2.7 } = {},
): Smoothed | undefined {
  const ordinary = ordinaryVariation(history)
  if (!ordinary) return undefined
  const { centre, sigma } = ordinary
  let value = centre
  let variance = 0
  for (const { x, n } of watched) {
    value = (weight * x) / n + (1 - weight) * value
    variance = (weight * sigma(n)) ** 2 + (1 - weight) ** 2 * variance
  }
  return { centre, value, limit: centre + width * Math.sqrt(variance) }
}
