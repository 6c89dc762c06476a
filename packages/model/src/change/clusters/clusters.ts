import type { Stem } from '../texts/index.ts'
import { averageLinkage } from './merge.ts'
import { likenesses, stemsIn, vectorsOf } from './vectors.ts'

/** Texts that speak of the same, and the words by which they do. */
export interface Cluster {
  /** Indices of the texts, in order. */
  readonly texts: readonly number[]
  /** The words that tell it from the rest, as they are mostly written, the most telling first. */
  readonly words: readonly string[]
  /** Patterns of the rubricator that stand for these words. */
  readonly patterns: readonly string[]
}

/** Fewer are chance. */
const FEWEST = 3
/** Mean cosine within a cluster; below it, short answers have a common word and not a common subject. */
const LIKENESS = 0.16
const WORDS = 4

/**
 * What the rest that nobody has coded speaks of (003, п. 4.2): a proposal for a person to name, never a count. The largest
 * clusters first; texts without a cluster are in none.
 */
export function clustersOf(texts: readonly string[], stem: Stem): Cluster[] {
  const words = texts.map((text) => stemsIn(text, stem))
  const counted = [...words.keys()].filter((at) => (words[at]?.length ?? 0) > 0)
  const vectors = vectorsOf(counted.map((at) => (words[at] ?? []).map((one) => one.stem)))
  const groups = averageLinkage(counted.length, likenesses(vectors), LIKENESS)
  return groups
    .filter((group) => group.length >= FEWEST)
    .map((group) => group.map((member) => counted[member] ?? 0))
    .toSorted((one, other) => other.length - one.length || (one[0] ?? 0) - (other[0] ?? 0))
    .map((members) => ({ texts: members, ...telling(members, words) }))
}

type Words = ReturnType<typeof stemsIn>

/** Stems that most texts of the cluster have and few others do. */
function telling(members: readonly number[], words: readonly Words[]): Pick<Cluster, 'words' | 'patterns'> {
  const own = new Set(members)
  const [inside, everywhere] = [new Map<string, number>(), new Map<string, number>()]
  words.forEach((of, at) => {
    for (const one of new Set(of.map(({ stem }) => stem))) {
      add(everywhere, one)
      if (own.has(at)) add(inside, one)
    }
  })
  const chosen = [...inside]
    .filter(([, count]) => count >= 2)
    .map(([stem, count]) => ({ stem, score: (count / members.length) * (count / (everywhere.get(stem) ?? count)) }))
    .toSorted((one, other) => other.score - one.score || (one.stem < other.stem ? -1 : 1))
    .slice(0, WORDS)
    .map(({ stem }) => stem)
  const said = members.flatMap((at) => words[at] ?? [])
  return { words: chosen.map((stem) => mostly(stem, said)), patterns: chosen.map((stem) => `${stem}*`) }
}

const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

/** The form in which a stem is written most often, the shorter one among equals. */
function mostly(stem: string, said: Words): string {
  const counts = new Map<string, number>()
  for (const one of said) if (one.stem === stem) add(counts, one.word)
  const [first] = [...counts].toSorted(
    ([one, a], [other, b]) => b - a || one.length - other.length || (one < other ? -1 : 1),
  )
  return first?.[0] ?? stem
}
