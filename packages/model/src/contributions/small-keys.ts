import type { Counted } from '../statistics/index.ts'
import type { KeyCounts } from './contributions.ts'

/** Under so many cases in both periods together a key tells nothing by itself. */
export const SMALL_KEY = 30
/** Stands for the keys that were put together. No key of the data is called so: names there are trimmed. */
export const OTHER_KEYS = ' other'

/** Puts keys of fewer than `least` cases together under `OTHER_KEYS`; a single small one stays as it is. */
export function groupSmall(keys: readonly KeyCounts[], least = SMALL_KEY): KeyCounts[] {
  const small = keys.filter(({ a, b }) => a.n + b.n < least)
  if (small.length < 2) return [...keys]
  const large = keys.filter((key) => !small.includes(key))
  return [...large, { key: OTHER_KEYS, a: sum(small.map(({ a }) => a)), b: sum(small.map(({ b }) => b)) }]
}

const sum = (counts: readonly Counted[]): Counted => ({
  x: counts.reduce((total, { x }) => total + x, 0),
  n: counts.reduce((total, { n }) => total + n, 0),
})
