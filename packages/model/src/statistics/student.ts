import { incompleteBeta } from './beta.ts'
import { normalQuantile } from './normal.ts'

/** P(T > t) of Student's distribution with df > 0 degrees of freedom (not necessarily whole). */
export function studentTail(t: number, df: number): number {
  const square = t * t
  const twoSided = incompleteBeta(df / (df + square), square / (df + square), df / 2, 0.5)
  return t > 0 ? twoSided / 2 : 1 - twoSided / 2
}

/** The t with P(T ≤ t) = p, 0 < p < 1, by bisection of the distribution: slow, sure and exact to 12 digits. */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1) || !(df > 0)) throw new RangeError(`no Student quantile at p = ${p}, df = ${df}`)
  if (p < 0.5) return -studentQuantile(1 - p, df)
  if (p === 0.5) return 0
  let low = 0
  let high = Math.max(1, normalQuantile(p))
  while (studentTail(high, df) > 1 - p) high *= 2
  while (high - low > 1e-13 * high) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (studentTail(middle, df) > 1 - p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
