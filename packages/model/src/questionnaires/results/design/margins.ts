/** Targets by category, in the order in which neighbours are joined; counts or shares. */
export interface MarginTargets {
  readonly by: string
  readonly targets: readonly (readonly [category: string, target: number])[]
}

/** Why weights are not made. */
export type WeightRefusal = 'unknown_category' | 'empty_category' | 'few_answers' | 'not_settled' | 'deff'

/** Categories after joining: each of one or several of those given, and their shares. */
export interface Joined {
  readonly categories: readonly (readonly string[])[]
  readonly targets: readonly number[]
}

/** Whether the answers and the targets are about the same categories. */
export function mismatchOf(
  { targets }: MarginTargets,
  values: readonly (string | undefined)[],
): WeightRefusal | undefined {
  const known = new Set(targets.map(([category]) => category))
  const given = new Set(values.filter((value) => value !== undefined))
  if ([...given].some((value) => !known.has(value))) return 'unknown_category'
  return targets.some(([category, target]) => !(target > 0) || !given.has(category)) ? 'empty_category' : undefined
}

/**
 * Joins categories with fewer than `minCell` answers: the smallest (first) goes to its smaller (first) neighbour, until none
 * is left or only one category remains.
 */
export function joinSmall(
  { targets }: MarginTargets,
  values: readonly (string | undefined)[],
  minCell: number,
): Joined {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  const total = targets.reduce((sum, [, target]) => sum + target, 0)
  const parts = targets.map(([category, target]) => ({
    names: [category],
    target: target / total,
    count: counts.get(category) ?? 0,
  }))
  while (parts.length > 1) {
    const smallest = parts.reduce((best, { count }, at) => (count < (parts[best]?.count ?? 0) ? at : best), 0)
    const [before, own, after] = [parts[smallest - 1], parts[smallest], parts[smallest + 1]]
    if (!own || own.count >= minCell) break
    const joinsBefore = before !== undefined && (after === undefined || before.count <= after.count)
    const start = joinsBefore ? smallest - 1 : smallest
    const [first, second] = [parts[start], parts[start + 1]]
    if (!first || !second) break
    const joined = {
      names: [...first.names, ...second.names],
      target: first.target + second.target,
      count: first.count + second.count,
    }
    parts.splice(start, 2, joined)
  }
  return { categories: parts.map(({ names }) => names), targets: parts.map(({ target }) => target) }
}
