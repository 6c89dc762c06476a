/** Error function by its series of positive terms: exact to the last digits for |x| ≤ 3. */
function erfSeries(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

/** Complementary error function for x > 3 by its continued fraction, evaluated from the tail. */
function erfcFraction(x: number): number {
  let tail = 0
  for (let k = 60; k >= 1; k--) tail = k / 2 / (x + tail)
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + tail))
}

/** P(Z ≤ z) of the standard normal distribution; small tails keep their relative accuracy. */
export function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const upperTail = x > 3 ? erfcFraction(x) / 2 : (1 - erfSeries(x)) / 2
  return z > 0 ? 1 - upperTail : upperTail
}

/** P(Z > z): the one-sided p-value of a z statistic. */
export const normalTail = (z: number): number => normalCdf(-z)

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** The z with P(Z ≤ z) = p, 0 < p < 1; ±Infinity at the ends. Newton's steps from a rough start, kept short so as not to overshoot. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies between 0 and 1, not ${p}`)
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity
  if (p > 0.5) return -normalQuantile(1 - p)
  // Hastings' rational approximation (Abramowitz and Stegun 26.2.22), error below 3e-3.
  const t = Math.sqrt(-2 * Math.log(p))
  let z = -(t - (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t))
  for (let step = 0; step < 8; step++) {
    const error = (normalCdf(z) - p) / density(z)
    z -= error / (1 + (z * error) / 2)
    if (Math.abs(error) < 1e-15 * Math.max(1, Math.abs(z))) break
  }
  return z
}
