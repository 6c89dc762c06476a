import { type Stem, wordsIn } from '../texts/index.ts'

/** A text as weights of its stems; its length is 1, or 0 where nothing in it counts. */
export type Vector = ReadonlyMap<string, number>

/** Words that stand in every text and tell nothing of what it is about. */
const EMPTY_WORDS = new Set(
  (
    'а без был была были было бы в вас весь во вообще вот все всё вы где да даже для до его ее если есть еще ещё же за и из ' +
    'или им их к как когда кто ли мне мы на над нам нас не нет ни но ну о об он она они от очень по под при про раз с сам ' +
    'со так там то тоже только тут ты у уже хотя чем что чтобы эта эти это этот я меня себя свой который просто можно надо'
  )
    .split(' ')
    .map((word) => word.replaceAll('ё', 'е')),
)
const SHORTEST = 3

/** Stems that a text is compared by, with the words they stand for as written. */
export const stemsIn = (text: string, stem: Stem): { readonly stem: string; readonly word: string }[] =>
  wordsIn(text)
    .filter(({ word }) => word.length >= SHORTEST && !EMPTY_WORDS.has(word) && !/^\d+$/.test(word))
    .map(({ word }) => ({ stem: stem(word), word }))

/** Every text by the stems it holds, rare ones weighing more (tf·idf). */
export function vectorsOf(texts: readonly (readonly string[])[]): Vector[] {
  const having = new Map<string, number>()
  for (const stems of texts) for (const one of new Set(stems)) having.set(one, (having.get(one) ?? 0) + 1)
  return texts.map((stems) => {
    const vector = new Map<string, number>()
    for (const one of stems) {
      const rarity = Math.log(1 + texts.length / (having.get(one) ?? 1))
      vector.set(one, (vector.get(one) ?? 0) + rarity)
    }
    return unit(vector)
  })
}

function unit(vector: ReadonlyMap<string, number>): Vector {
  const length = Math.hypot(...vector.values())
  return new Map([...vector].map(([stem, weight]) => [stem, weight / length]))
}

/** Cosine of all pairs, row by row; nothing is compared that has no stem in common. */
export function likenesses(vectors: readonly Vector[]): Float32Array {
  const size = vectors.length
  const all = new Float32Array(size * size)
  const having = new Map<string, [number, number][]>()
  vectors.forEach((vector, at) => {
    for (const [stem, weight] of vector) {
      const others = having.get(stem) ?? []
      for (const [other, its] of others) {
        const likeness = (all[at * size + other] ?? 0) + weight * its
        all[at * size + other] = likeness
        all[other * size + at] = likeness
      }
      others.push([at, weight])
      having.set(stem, others)
    }
  })
  return all
}
