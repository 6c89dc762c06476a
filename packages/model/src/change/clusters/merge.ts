/**
 * Groups by average linkage (UPGMA): the two groups whose members are most alike on average are joined, until no two are
 * alike by `least`. Follows chains of nearest neighbours, which gives the same groups in time of the square of the texts.
 * @param likeness of all pairs, row by row; it is used up.
 * @returns the members of every group, as indices in order; groups by their first member.
 */
export function averageLinkage(size: number, likeness: Float32Array, least: number): number[][] {
  const groups = new Map<number, number[]>(Array.from({ length: size }, (_, at) => [at, [at]]))
  const chain: number[] = []
  const done = new Set<number>()
  const nearestOf = (own: number): number => nearest(own, { groups, likeness, size, done })
  for (;;) {
    const last = chain.at(-1) ?? firstOpen(groups, done)
    if (last === undefined) break
    if (chain.length === 0) chain.push(last)
    const next = nearestOf(last)
    if (next < 0 || (likeness[last * size + next] ?? 0) < least) {
      // Nothing is near enough, now or after others are joined: averages only get smaller.
      done.add(last)
      chain.pop()
    } else if (next === chain.at(-2)) {
      chain.splice(-2)
      join(Math.min(last, next), Math.max(last, next), { groups, likeness, size })
    } else chain.push(next)
  }
  return [...groups.values()].map((members) => members.toSorted((one, other) => one - other))
}

interface Linking {
  readonly groups: Map<number, number[]>
  readonly likeness: Float32Array
  readonly size: number
}

function firstOpen(groups: ReadonlyMap<number, unknown>, done: ReadonlySet<number>): number | undefined {
  for (const own of groups.keys()) if (!done.has(own)) return own
  return undefined
}

/** The open group most like this one, the first among equals; -1: there is no other. */
function nearest(
  own: number,
  { groups, likeness, size, done }: Linking & { readonly done: ReadonlySet<number> },
): number {
  let best = -1
  for (const other of groups.keys()) {
    if (other === own || done.has(other)) continue
    if (best < 0 || (likeness[own * size + other] ?? 0) > (likeness[own * size + best] ?? 0)) best = other
  }
  return best
}

/** The first takes the second in; likeness to others is the average over members. */
function join(first: number, second: number, { groups, likeness, size }: Linking): void {
  const [own, taken] = [groups.get(first) ?? [], groups.get(second) ?? []]
  groups.delete(second)
  for (const other of groups.keys()) {
    const sum =
      (likeness[first * size + other] ?? 0) * own.length + (likeness[second * size + other] ?? 0) * taken.length
    const average = sum / (own.length + taken.length)
    likeness[first * size + other] = average
    likeness[other * size + first] = average
  }
  groups.set(first, [...own, ...taken])
}
