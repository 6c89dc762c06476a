import { currentTopics, hitFinder, parsePattern, type Rubricator } from '../../rubricator/index.ts'
import { remember, type Stem, type TextWord, wordsIn } from '../../texts/index.ts'

/** What the words of a rubricator say about a text. */
export interface WordsEvidence {
  readonly hits: Float64Array
  readonly likeness: Float64Array
  /** For each code the words of the text that its patterns meant. */
  readonly because: ReadonlyMap<number, readonly string[]>
}
export type WordsJudge = (words: readonly TextWord[]) => WordsEvidence

/** A pattern of several words says more than one word; more than three say no more than three. */
const OF_SEVERAL = 1.5
const MOST_HITS = 3

/** Judges texts by the patterns of a rubricator and by likeness to its words and names; codes give the order of the answer. */
export function wordsJudge(rubricator: Rubricator, codes: readonly string[], stem: Stem): WordsJudge {
  const find = hitFinder(rubricator, stem)
  const indices = new Map(codes.map((code, at) => [code, at]))
  const alike = likenessTo(rubricator, codes, stem)
  return (words) => {
    const hits = new Float64Array(codes.length)
    const because = new Map<number, string[]>()
    for (const hit of find(words)) {
      const code = indices.get(hit.code)
      if (code === undefined) continue
      hits[code] = Math.min(MOST_HITS, (hits[code] ?? 0) + (hit.because.length > 1 ? OF_SEVERAL : 1))
      because.set(code, [...(because.get(code) ?? []), ...hit.because])
    }
    return { hits, likeness: alike(words), because }
  }
}

const SHORTEST = 3
const LONGEST = 5

/** Pieces of a word whose beginning is marked, and whose end is unless any ending fits. */
function piecesOf(word: string, open: boolean): string[] {
  const marked = `_${word}${open ? '' : '_'}`
  const pieces: string[] = []
  for (let length = SHORTEST; length <= LONGEST; length++)
    for (let at = 0; at + length <= marked.length; at++) pieces.push(marked.slice(at, at + length))
  return pieces
}

/**
 * The cosine between the pieces of a text's words and those of a topic's patterns and name, rarer pieces weighing more: words
 * that no pattern foresaw still lead somewhere.
 */
function likenessTo(
  rubricator: Rubricator,
  codes: readonly string[],
  stem: Stem,
): (words: readonly TextWord[]) => Float64Array {
  const topics = new Map(currentTopics(rubricator).map((topic) => [topic.code, topic]))
  const pieces = codes.map((code) => {
    const topic = topics.get(code)
    const patterns = (topic?.words ?? []).flatMap((written) => parsePattern(written) ?? [])
    const named = wordsIn(topic?.name ?? '').flatMap(({ word }) => piecesOf(stem(word), true))
    return new Set([...patterns.flatMap(({ text, open }) => piecesOf(text, open)), ...named])
  })
  const weights = weightsOf(pieces)
  const lengths = pieces.map((own) =>
    Math.sqrt([...own].reduce((sum, piece) => sum + (weights.get(piece) ?? 0) ** 2, 0)),
  )
  const partsOf = rememberParts(pieces, weights)
  return (words) => {
    const sums = new Float64Array(codes.length + 1)
    for (const { word } of words) partsOf(word).forEach((part, at) => (sums[at] = (sums[at] ?? 0) + part))
    const own = Math.sqrt(sums[codes.length] ?? 0)
    return sums
      .slice(0, codes.length)
      .map((sum, code) => (own > 0 && lengths[code] ? sum / (own * (lengths[code] ?? 1)) : 0))
  }
}

/** The fewer topics have a piece, the more it says. */
function weightsOf(pieces: readonly ReadonlySet<string>[]): Map<string, number> {
  const having = new Map<string, number>()
  for (const own of pieces) for (const piece of own) having.set(piece, (having.get(piece) ?? 0) + 1)
  return new Map([...having].map(([piece, count]) => [piece, Math.log(pieces.length / count + 0.5)]))
}

/** For a word: what it adds to the product with each topic, and last to the square of the text's own length. */
function rememberParts(
  pieces: readonly ReadonlySet<string>[],
  weights: ReadonlyMap<string, number>,
): (word: string) => Float64Array {
  return remember((word) => {
    const parts = new Float64Array(pieces.length + 1)
    for (const piece of piecesOf(word, false)) {
      const square = (weights.get(piece) ?? 0) ** 2
      if (square === 0) continue
      pieces.forEach((own, code) => {
        if (own.has(piece)) parts[code] = (parts[code] ?? 0) + square
      })
      parts[pieces.length] = (parts[pieces.length] ?? 0) + square
    }
    return parts
  })
}
