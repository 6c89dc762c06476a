import { studentQuantile, studentTail } from './student.ts'

/** A sample of ratings: how many, their mean and their standard deviation (divisor n − 1). */
export type Sample = { readonly n: number; readonly mean: number; readonly sd: number }
/** Limits of a mean, or the reason why there are none. */
export type MeanInterval =
  | { readonly low: number; readonly high: number; readonly note: null }
  | { readonly low: null; readonly high: null; readonly note: 'little_data' | 'no_spread' }

/** Below this the t interval of lopsided ratings covers too seldom to be shown. */
export const leastForMeanInterval = 30

/**
 * Student's interval of a mean. Under 30 values there is none (`little_data`): the coverage falls below the promise.
 * Where all values are equal there is none either (`no_spread`, «недостаточно разброса»): ±0 would be a lie.
 */
export function meanInterval(n: number, mean: number, sd: number, level = 0.95): MeanInterval {
  if (n < leastForMeanInterval) return { low: null, high: null, note: 'little_data' }
  if (!(sd > 0)) return { low: null, high: null, note: 'no_spread' }
  const half = (studentQuantile((1 + level) / 2, n - 1) * sd) / Math.sqrt(n)
  return { low: mean - half, high: mean + half, note: null }
}

/** Samples put together: the mean and standard deviation of all their values. Undefined when there are no values. */
export function pool(samples: readonly Sample[]): Sample | undefined {
  const n = samples.reduce((total, sample) => total + sample.n, 0)
  if (n === 0) return undefined
  const mean = samples.reduce((total, sample) => total + sample.n * sample.mean, 0) / n
  const squares = samples
    .filter((sample) => sample.n > 0)
    .reduce((total, { n: size, mean: own, sd }) => total + (size - 1) * sd * sd + size * (own - mean) ** 2, 0)
  return { n, mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 }
}

/**
 * One-sided p that the mean of `now` is below that of `base` by chance alone (Welch).
 * A base without a sample (`n` absent) is taken as a fixed number. Undefined where there is no spread to judge by.
 */
export function fallByChance(now: Sample, base: { readonly mean: number } & Partial<Sample>): number | undefined {
  const own = now.n > 1 ? now.sd ** 2 / now.n : 0
  const other = base.n !== undefined && base.n > 1 ? (base.sd ?? 0) ** 2 / base.n : 0
  if (!(own > 0)) return undefined
  const df = (own + other) ** 2 / (own ** 2 / (now.n - 1) + (other > 0 ? other ** 2 / ((base.n ?? 2) - 1) : 0))
  return studentTail((base.mean - now.mean) / Math.sqrt(own + other), df)
}
