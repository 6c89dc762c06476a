import { meanInterval, wilson } from '../statistics/index.ts'

/** A share in percent with its 95 % Wilson interval; nothing but the counts where the denominator is 0. */
export type ShareFigure = {
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number
  readonly low: number | null
  readonly high: number | null
}

/** A mean on the scale of 1–5 with its 95 % t interval; `note` says why there is no interval. */
export type MeanFigure = {
  readonly value: number | null
  readonly n: number
  readonly low: number | null
  readonly high: number | null
  readonly note: 'little_data' | 'no_spread' | null
}

/**
 * 100 · numerator / denominator, unrounded. A share of nothing is null, never 0 (правила сертификации, приложение № 1).
 * Errors of requests submitted earlier may outnumber the month's submitted ones: such a "share" has no interval.
 */
export function share(numerator: number, denominator: number): ShareFigure {
  if (denominator === 0) return { value: null, numerator, denominator, low: null, high: null }
  const value = (100 * numerator) / denominator
  if (numerator > denominator) return { value, numerator, denominator, low: null, high: null }
  const { low, high } = wilson(numerator, denominator)
  return { value, numerator, denominator, low: 100 * low, high: 100 * high }
}

/**
 * CSI of n ratings with this mean and standard deviation (divisor n − 1); `mean` and `sd` are null where n is 0.
 * The limits are cut at 1 and 5, the ends of the scale.
 */
export function csi(n: number, mean: number | null, sd: number | null): MeanFigure {
  if (n === 0 || mean === null) return { value: null, n, low: null, high: null, note: 'little_data' }
  const interval = meanInterval(n, mean, sd ?? 0)
  if (interval.note !== null) return { value: mean, n, ...interval }
  return { value: mean, n, low: Math.max(1, interval.low), high: Math.min(5, interval.high), note: null }
}
