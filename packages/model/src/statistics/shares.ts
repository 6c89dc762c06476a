import { normalQuantile, normalTail } from './normal.ts'

export type Interval = { readonly low: number; readonly high: number }
/** A count out of n: 0 ≤ x ≤ n. */
export type Counted = { readonly x: number; readonly n: number }

/**
 * Wilson's score interval of a share, in proportions (0–1). Needs n > 0 and 0 ≤ x ≤ n.
 * Chosen because its coverage holds from n = 5 on and at shares near 0 and 1, where the plain interval fails.
 */
export function wilson(x: number, n: number, level = 0.95): Interval {
  if (!(n > 0 && x >= 0 && x <= n)) throw new RangeError(`no share of ${x} in ${n}`)
  return scoreInterval(x / n, n, normalQuantile((1 + level) / 2))
}

/** The same for a share that is worth n answers, not necessarily whole (weights, clusters); z is the critical value. */
export function scoreInterval(share: number, n: number, z: number): Interval {
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const centre = share + (z * z) / (2 * n)
  const scale = 1 + (z * z) / n
  // At the ends the limit is the end itself; rounding errors must not push it past.
  return {
    low: share === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: share === 1 ? 1 : Math.min(1, (centre + spread) / scale),
  }
}

/** Difference of two independent shares, first minus second, with Newcombe's interval (method 10: from the two Wilson intervals). */
export function newcombe(first: Counted, second: Counted, level = 0.95): Interval & { readonly difference: number } {
  const estimated = ({ x, n }: Counted): Estimated => ({ value: x / n, ...wilson(x, n, level) })
  const { value: difference, low, high } = differenceOf(estimated(first), estimated(second))
  return { difference, low, high }
}

export type Tested = {
  readonly z: number /** One-sided: how often chance alone gives a growth at least as large. */
  readonly p: number
}

const tested = (z: number): Tested => ({ z, p: normalTail(z) })

/** Test that the first share is the greater of two independent ones (pooled variance). Undefined when all or none are counted. */
export function shareGreater(first: Counted, second: Counted): Tested | undefined {
  const pooled = (first.x + second.x) / (first.n + second.n)
  const variance = pooled * (1 - pooled) * (1 / first.n + 1 / second.n)
  return variance > 0 ? tested((first.x / first.n - second.x / second.n) / Math.sqrt(variance)) : undefined
}

/**
 * Cochran and Armitage's test for a rising trend of shares over equally spaced months.
 * Undefined with fewer than two months or when all or none are counted.
 */
export function cochranArmitage(months: readonly Counted[]): Tested | undefined {
  const sum = (value: (month: Counted, at: number) => number): number =>
    months.reduce((total, month, at) => total + value(month, at), 0)
  const total = sum(({ n }) => n)
  const share = sum(({ x }) => x) / total
  const trend = sum(({ x, n }, at) => at * (x - n * share))
  const variance = share * (1 - share) * (sum(({ n }, at) => n * at * at) - sum(({ n }, at) => n * at) ** 2 / total)
  return variance > 0 ? tested(trend / Math.sqrt(variance)) : undefined
}

/**
 * Difference of two shares of one sample, `up − down` (net approval, NPS), in proportions of −1 to 1, by the adjusted Wald
 * interval: three cases are added, ¾ to each side and the rest between. Its coverage holds where the plain one falls to 55 %.
 * The value is that of the sample, the interval that of the adjusted counts, so that it need not lie in the middle.
 */
export function netShare(up: number, down: number, n: number, level = 0.95): Interval & { readonly value: number } {
  if (!(n > 0 && up >= 0 && down >= 0 && up + down <= n))
    throw new RangeError(`no net share of ${up} and ${down} in ${n}`)
  return { value: (up - down) / n, ...netInterval(up / n, down / n, n, normalQuantile((1 + level) / 2)) }
}

/** The same for shares that are worth n answers, not necessarily whole; z is the critical value. */
export function netInterval(up: number, down: number, n: number, z: number): Interval {
  const [p, d] = [(up * n + 0.75) / (n + 3), (down * n + 0.75) / (n + 3)]
  const half = z * Math.sqrt((p + d - (p - d) ** 2) / (n + 3))
  return { low: Math.max(-1, p - d - half), high: Math.min(1, p - d + half) }
}

/** A share with its interval. */
export type Estimated = Interval & { readonly value: number }

/** Difference of two independent shares, first minus second, by Newcombe's method 10 from whatever intervals they have. */
export function differenceOf(first: Estimated, second: Estimated): Estimated {
  const value = first.value - second.value
  return {
    value,
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
  }
}
