import { bare, shingles } from './shingles.ts'
import { linkAlike, type NumberSet } from './similar.ts'

/**
 * The group of each text: the index of the group's first text. Texts are in one group where a chain of likenesses of at
 * least 0.8 joins them; one without letters and digits is alone.
 */
export function groupsOf(texts: readonly string[]): number[] {
  const groups = new Groups(texts.length)
  const first = new Map<string, number>()
  texts.forEach((text, at) => {
    const words = bare(text)
    if (words === '') return
    const before = first.get(words)
    if (before === undefined) first.set(words, at)
    else groups.join(before, at)
  })
  const places = [...first.values()]
  linkAlike(
    numbered([...first.keys()].map(shingles)),
    (one, other) => groups.of(places[one] ?? 0) === groups.of(places[other] ?? 0),
    (one, other) => groups.join(places[one] ?? 0, places[other] ?? 0),
  )
  return texts.map((_, at) => groups.of(at))
}

/** Groups of two texts and more, as the indices of their texts; groups and texts in order. */
export function duplicatesIn(texts: readonly string[]): number[][] {
  const byGroup = Map.groupBy(groupsOf(texts).entries(), ([, group]) => group)
  return [...byGroup.values()].filter((members) => members.length > 1).map((members) => members.map(([at]) => at))
}

/** Disjoint sets, each named by its smallest member. */
class Groups {
  readonly #parents: Int32Array

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, at) => at)
  }

  of(at: number): number {
    let root = at
    while (this.#parent(root) !== root) root = this.#parent(root)
    for (let next = at; next !== root; ) {
      const above = this.#parent(next)
      this.#parents[next] = root
      next = above
    }
    return root
  }

  join(one: number, other: number): void {
    const [first, second] = [this.of(one), this.of(other)]
    this.#parents[Math.max(first, second)] = Math.min(first, second)
  }

  #parent(at: number): number {
    return this.#parents[at] ?? at
  }
}

/** Pieces as numbers, the rarer a piece the smaller its number. */
function numbered(texts: readonly (readonly string[])[]): NumberSet[] {
  const counts = new Map<string, number>()
  for (const pieces of texts) for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  const numbers = new Map<string, number>()
  for (const [piece] of [...counts].toSorted(([, one], [, other]) => one - other)) numbers.set(piece, numbers.size)
  return texts.map((pieces) => Int32Array.from(pieces, (piece) => numbers.get(piece) ?? 0).sort())
}
