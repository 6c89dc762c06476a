import type { Sample } from './means.ts'
import type { Counted } from './shares.ts'

/** The common value of all groups, and for each group its own value drawn towards it; null where a group has no data. */
export type Shrunk = { readonly mean: number | null; readonly expected: readonly (number | null)[] }

type Group = { readonly n: number; readonly value: number }

const total = (groups: readonly Group[], weigh: (group: Group) => number): number =>
  groups.reduce((sum, group) => sum + weigh(group), 0)

const meanOf = (groups: readonly Group[]): number | null => {
  const n = total(groups, (group) => group.n)
  return n > 0 ? total(groups, (group) => group.n * group.value) / n : null
}

/** Spread of the groups' values around the mean, and the weight with which the true differences enter it. */
function between(groups: readonly Group[], mean: number) {
  const n = total(groups, (group) => group.n)
  return {
    squares: total(groups, (group) => group.n * (group.value - mean) ** 2),
    weight: n - total(groups, (group) => group.n ** 2) / n,
    freedom: groups.length - 1,
  }
}

/** `strength`: how many values of its own a group needs to count as much as the common mean. */
function draw(groups: readonly Group[], mean: number | null, strength: number): Shrunk {
  const expectedOf = ({ n, value }: Group): number | null => {
    if (n === 0 || mean === null) return null
    return strength === Infinity ? mean : (n * value + strength * mean) / (n + strength)
  }
  return { mean, expected: groups.map(expectedOf) }
}

/**
 * Shares of many services drawn towards their common share (empirical Bayes, beta-binomial by moments): the order of a
 * league table without it is mostly noise under some hundred requests. Proportions, not percent.
 */
export function shrinkShares(counts: readonly Counted[]): Shrunk {
  const groups = counts.map(({ x, n }) => ({ n, value: n > 0 ? x / n : 0 }))
  const known = groups.filter(({ n }) => n > 0)
  const mean = meanOf(known)
  if (mean === null) return draw(groups, null, Infinity)
  const { squares, weight, freedom } = between(known, mean)
  const within = mean * (1 - mean)
  const variance = (squares - freedom * within) / (weight - freedom)
  return draw(groups, mean, variance > 0 && weight > freedom ? Math.max(0, within / variance - 1) : Infinity)
}

/** Means of many services drawn towards their common mean (empirical Bayes, normal by moments). */
export function shrinkMeans(samples: readonly Sample[]): Shrunk {
  const groups = samples.map(({ n, mean }) => ({ n, value: n > 0 ? mean : 0 }))
  const known = groups.filter(({ n }) => n > 0)
  const mean = meanOf(known)
  const freedom = samples.reduce((sum, { n }) => sum + Math.max(0, n - 1), 0)
  if (mean === null || freedom === 0) return draw(groups, mean, Infinity)
  const within = samples.reduce((sum, { n, sd }) => sum + Math.max(0, n - 1) * sd * sd, 0) / freedom
  const spread = between(known, mean)
  const variance = (spread.squares - spread.freedom * within) / spread.weight
  return draw(groups, mean, variance > 0 && spread.weight > 0 ? within / variance : Infinity)
}
