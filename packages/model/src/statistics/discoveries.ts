/**
 * p-values adjusted for having looked at many services at once (Benjamini and Hochberg), in the order given: those under q
 * hold at most a share q of false finds on average.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const adjusted = pValues.map(() => 1)
  let least = 1
  const descending = pValues.map((p, at) => ({ p, at })).toSorted((a, b) => b.p - a.p)
  descending.forEach(({ p, at }, index) => {
    least = Math.min(least, (p * pValues.length) / (pValues.length - index))
    adjusted[at] = least
  })
  return adjusted
}
