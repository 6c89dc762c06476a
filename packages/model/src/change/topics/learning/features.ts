import type { Stem, TextWord } from '../../texts/index.ts'

/** Lengths of the pieces of words that are features beside stems: they bear typing errors and endings. */
const SHORTEST = 3
const LONGEST = 5
/** What pieces count against stems; tried on short answers. */
const PIECES_AGAINST_STEMS = 2

const STEM = 's'
const PIECE = 'p'

/** The features of a word: its stem and the pieces of the word with its ends marked. */
export function featuresOf(word: string, stem: Stem): string[] {
  const marked = `_${word}_`
  const features = [STEM + stem(word)]
  for (let length = SHORTEST; length <= LONGEST; length++)
    for (let at = 0; at + length <= marked.length; at++) features.push(PIECE + marked.slice(at, at + length))
  return features
}

export const isPiece = (feature: string): boolean => feature.startsWith(PIECE)

/** The features that are learned from, with how rare each is. */
export interface Vocabulary {
  readonly ids: ReadonlyMap<string, number>
  /** By id: the logarithm of how rare it is among the texts, plus 1. */
  readonly rarity: readonly number[]
}

/** Rarity out of how many of the texts have a feature. */
export const rarityOf = (texts: number, having: number): number => Math.log((1 + texts) / (1 + having)) + 1

/** More features than anybody codes texts for; the most frequent are kept. */
const MOST_FEATURES = 100_000

/** How many texts have each feature, for those that several groups of duplicates have: one text alone teaches nothing. */
export function countFeatures(
  texts: readonly (readonly TextWord[])[],
  groups: readonly number[],
  stem: Stem,
): Map<string, number> {
  const having = new Map<string, { texts: number; group: number; several: boolean }>()
  texts.forEach((words, at) => {
    for (const feature of new Set(words.flatMap(({ word }) => featuresOf(word, stem)))) {
      const known = having.get(feature)
      const group = groups[at] ?? at
      if (known === undefined) having.set(feature, { texts: 1, group, several: false })
      else having.set(feature, { ...known, texts: known.texts + 1, several: known.several || known.group !== group })
    }
  })
  const kept = [...having]
    .filter(([, { several }]) => several)
    .map(([feature, { texts: count }]) => [feature, count] as const)
  const order =
    kept.length <= MOST_FEATURES ? kept : kept.toSorted(([, one], [, other]) => other - one).slice(0, MOST_FEATURES)
  return new Map(order)
}

export function vocabularyOf(counts: ReadonlyMap<string, number>, texts: number): Vocabulary {
  const features = [...counts]
  return {
    ids: new Map(features.map(([feature], id) => [feature, id])),
    rarity: features.map(([, having]) => rarityOf(texts, having)),
  }
}

/** The features of a word that a vocabulary knows. */
export interface WordFeatures {
  readonly stems: readonly number[]
  readonly pieces: readonly number[]
}

export function knownFeatures(word: string, stem: Stem, { ids }: Vocabulary): WordFeatures {
  const stems: number[] = []
  const pieces: number[] = []
  for (const feature of featuresOf(word, stem)) {
    const id = ids.get(feature)
    if (id !== undefined) (isPiece(feature) ? pieces : stems).push(id)
  }
  return { stems, pieces }
}

/** A text as features and their values. */
export interface Vector {
  readonly ids: Int32Array
  readonly values: Float64Array
}

/**
 * A text as a vector: every occurrence counts its rarity, stems and pieces are each brought to a length of their own, so
 * that long texts weigh no more than short ones. The score of a text is then a sum over its words.
 */
export function vectorOf(words: readonly WordFeatures[], { rarity }: Vocabulary): Vector {
  const scales = scalesOf(words, rarity)
  const values = new Map<number, number>()
  const add = (ids: readonly number[], scale: number): void => {
    for (const id of ids) values.set(id, (values.get(id) ?? 0) + (rarity[id] ?? 0) * scale)
  }
  for (const { stems, pieces } of words) {
    add(stems, scales.stems)
    add(pieces, scales.pieces)
  }
  return { ids: Int32Array.from(values.keys()), values: Float64Array.from(values.values()) }
}

/** By what the rarities of a text's features are multiplied. */
export interface Scales {
  readonly stems: number
  readonly pieces: number
}

export const scaleOf = (squares: number): number => (squares > 0 ? 1 / Math.sqrt(squares) : 0)
export const pieceScaleOf = (squares: number): number => PIECES_AGAINST_STEMS * scaleOf(squares)

export const squaresOf = (ids: readonly number[], rarity: readonly number[]): number =>
  ids.reduce((sum, id) => sum + (rarity[id] ?? 0) ** 2, 0)

function scalesOf(words: readonly WordFeatures[], rarity: readonly number[]): Scales {
  const total = (of: (word: WordFeatures) => readonly number[]): number =>
    words.reduce((sum, word) => sum + squaresOf(of(word), rarity), 0)
  return { stems: scaleOf(total(({ stems }) => stems)), pieces: pieceScaleOf(total(({ pieces }) => pieces)) }
}
