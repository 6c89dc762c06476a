/** A set of numbers, in ascending order, each once. */
export type NumberSet = Int32Array

/**
 * From this likeness (Jaccard: common of all) on two texts are copies, as a fraction: likeness ≥ 4/5. Counted in whole
 * numbers, so that exactly four fifths are four fifths.
 */
const [PART, WHOLE] = [4, 5]

/** common / (one + other − common) ≥ 4/5. */
export const isAlike = (common: number, one: number, other: number): boolean =>
  (PART + WHOLE) * common >= PART * (one + other)

/**
 * Every pair of sets that are alike, without comparing all with all. Where numbers are ordered from the rarest on, two sets
 * that are alike have one of their first few in common (prefix filtering, exact): only sets that share such a number are
 * compared. `met` says whether a pair is known already and need not be compared.
 */
export function linkAlike(
  sets: readonly NumberSet[],
  met: (one: number, other: number) => boolean,
  link: (one: number, other: number) => void,
): void {
  const bySize = [...sets.keys()].toSorted((one, other) => size(sets, one) - size(sets, other) || one - other)
  const having = new Map<number, number[]>()
  for (const own of bySize) {
    const set = sets[own]
    if (set === undefined) continue
    for (const other of candidates(set, sets, having))
      if (!met(own, other) && isAlikeTo(set, sets[other])) link(own, other)
    for (let at = 0; at < indexed(set.length); at++) append(having, set[at] ?? 0, own)
  }
}

const size = (sets: readonly NumberSet[], at: number): number => sets[at]?.length ?? 0

/** How many of the rarest numbers must be looked up: a set alike has one of them. */
const looked = (length: number): number => length - Math.ceil((PART * length) / WHOLE) + 1
/** Of a set that larger ones will look for, fewer suffice. */
const indexed = (length: number): number => length - Math.ceil((2 * PART * length) / (PART + WHOLE)) + 1

function candidates(
  set: NumberSet,
  sets: readonly NumberSet[],
  having: ReadonlyMap<number, readonly number[]>,
): Set<number> {
  const found = new Set<number>()
  const least = (PART * set.length) / WHOLE
  for (let at = 0; at < looked(set.length); at++)
    for (const other of having.get(set[at] ?? -1) ?? []) if (size(sets, other) >= least) found.add(other)
  return found
}

function isAlikeTo(one: NumberSet, other: NumberSet | undefined): boolean {
  if (other === undefined) return false
  let common = 0
  let at = 0
  for (let index = 0; index < one.length && at < other.length; index++) {
    const number = one[index] ?? 0
    while (at < other.length && (other[at] ?? 0) < number) at++
    if (other[at] === number) common++
    // What is left can no longer make them alike.
    if (!isAlike(common + Math.min(one.length - index - 1, other.length - at), one.length, other.length)) return false
  }
  return isAlike(common, one.length, other.length)
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
