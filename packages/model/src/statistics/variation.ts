import type { Counted } from './shares.ts'

/** Mean moving range of two consecutive values of a normal variable, in σ. */
const rangeOfTwo = 2 / Math.sqrt(Math.PI)

/** σ of a series by its moving ranges: not blown up by a slow drift. Undefined under two values. */
export function movingRangeSigma(values: readonly number[]): number | undefined {
  if (values.length < 2) return undefined
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)))
  return ranges.reduce((total, range) => total + range, 0) / ranges.length / rangeOfTwo
}

export type Excess = {
  /** The share over the whole history, 0–1. */
  readonly centre: number
  /** Standard deviation of the judged month: binomial, widened by the series' own month-to-month variation. */
  readonly sigma: number
  /** How many such deviations the month lies above the centre. */
  readonly excess: number
}

/**
 * How far a month stands above the service's own ordinary variation (Laney's p′: z-scores of the history, their σ from
 * moving ranges). Real shares vary more than a binomial, so a plain test calls every busy service unusual.
 * Undefined where the history has no variation to judge by.
 */
export function excessOverOwnVariation(history: readonly Counted[], month: Counted): Excess | undefined {
  const n = history.reduce((total, { n: size }) => total + size, 0)
  const centre = history.reduce((total, { x }) => total + x, 0) / n
  const binomial = (size: number): number => Math.sqrt((centre * (1 - centre)) / size)
  const own = movingRangeSigma(history.map((past) => (past.x / past.n - centre) / binomial(past.n)))
  if (own === undefined || !(own > 0)) return undefined
  const sigma = binomial(month.n) * own
  return { centre, sigma, excess: (month.x / month.n - centre) / sigma }
}
