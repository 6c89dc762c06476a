import { type Counted, newcombe } from '../statistics/index.ts'

/** A share counted in two periods: `a` the earlier one that is compared with, `b` the one to be explained. */
export type Periods<T> = { readonly a: T; readonly b: T }
/** A key of a dimension with its counts in both periods; a period in which it did not occur has n = 0. */
export type KeyCounts = Periods<Counted> & { readonly key: string }

/**
 * What one key contributed to the change of the whole share R, in percentage points. With s the key's part of the
 * denominator and r its own share, the mean of both periods written as (·):
 *
 * - `rate`: (s) · (r_b − r_a): its own share moved;
 * - `mix`: (s_b − s_a) · ((r) − (R)): it became a larger or smaller part of all, its share being above or below theirs;
 * - `total`: their sum. The totals of a dimension add up to R_b − R_a exactly.
 *
 * The interval of the total is Newcombe's interval of r_b − r_a scaled by (s), moved by the mix, which is taken as known.
 * It is null where the key has no cases in one of the periods, or more cases in the numerator than in the denominator
 * (errors of requests submitted earlier).
 */
export type Contribution = KeyCounts & {
  readonly rate: number
  readonly mix: number
  readonly total: number
  readonly low: number | null
  readonly high: number | null
}

/**
 * How the denominators of the keys relate to the whole: they are its parts (offices, channels), or each key splits the
 * numerator alone and has the whole denominator (statuses of refusal). A split of the numerator has no mix.
 */
export type Split = 'denominator' | 'numerator'

/**
 * Contributions of the keys of one dimension to the change of a share, the largest first, equal ones by key. Empty where
 * one of the periods has no denominator: nothing can be compared then.
 * A key without cases in a period is taken there at the whole share of that period.
 */
export function contributionsOf(
  whole: Periods<Counted>,
  keys: readonly KeyCounts[],
  split: Split = 'denominator',
): Contribution[] {
  if (whole.a.n === 0 || whole.b.n === 0) return []
  const part = split === 'denominator' ? partOf : () => 1
  return keys
    .map((key) => contributionOf(whole, key, { a: part(key.a, whole.a), b: part(key.b, whole.b) }))
    .toSorted((one, other) => Math.abs(other.total) - Math.abs(one.total) || (one.key < other.key ? -1 : 1))
}

const partOf = (key: Counted, whole: Counted): number => key.n / whole.n
const shareOf = ({ x, n }: Counted): number => x / n

function contributionOf(whole: Periods<Counted>, key: KeyCounts, part: Periods<number>): Contribution {
  const all = { a: shareOf(whole.a), b: shareOf(whole.b) }
  const own = { a: key.a.n > 0 ? shareOf(key.a) : all.a, b: key.b.n > 0 ? shareOf(key.b) : all.b }
  const meanPart = (part.a + part.b) / 2
  const rate = 100 * meanPart * (own.b - own.a)
  const mix = part.a === part.b ? 0 : 100 * (part.b - part.a) * ((own.a + own.b) / 2 - (all.a + all.b) / 2)
  return { ...key, rate, mix, total: rate + mix, ...intervalOf(key, meanPart, mix) }
}

function intervalOf({ a, b }: KeyCounts, meanPart: number, mix: number): Pick<Contribution, 'low' | 'high'> {
  const comparable = [a, b].every(({ x, n }) => n > 0 && x <= n)
  if (!comparable) return { low: null, high: null }
  const { low, high } = newcombe(b, a)
  return { low: mix + 100 * meanPart * low, high: mix + 100 * meanPart * high }
}
