import { remember, type Stem, type TextWord, wordsIn } from '../texts/index.ts'
import type { Evidence } from './learning/blend.ts'
import { knownFeatures, pieceScaleOf, scaleOf, squaresOf, type Vocabulary } from './learning/features.ts'
import { logSoftmax, type Weights } from './learning/weights.ts'
import type { WordsJudge } from './learning/words-evidence.ts'

/** What was learned, ready to judge texts. */
export interface Learned {
  readonly vocabulary: Vocabulary
  readonly weights: Weights
  readonly texts: number
}

/** What speaks for each code, and which words of the text do. */
export interface Judgement {
  readonly evidence: Evidence
  /** Up to three words of the text, as they stand there, that speak for the code most. */
  readonly because: (code: number) => string[]
}
export type Judge = (text: string) => Judgement

const MOST_WORDS = 3

/**
 * Judges texts by what was learned and by the words of the rubricator. Every different word is looked at once: what it adds
 * to the score of each code is remembered, and a text costs a sum over its words.
 */
export function createJudge(codes: number, learned: Learned | null, byWords: WordsJudge | null, stem: Stem): Judge {
  const partsOf = learned === null ? undefined : remember((word) => wordParts(word, learned, stem))
  return (text) => {
    const words = wordsIn(text)
    const told = byWords?.(words)
    const sums = learned && partsOf ? learnedSums(words, learned, partsOf) : undefined
    return {
      evidence: {
        learned: learned && sums ? logs(sums.scores, codes, learned.texts) : new Float64Array(codes),
        hits: told?.hits ?? new Float64Array(codes),
        likeness: told?.likeness ?? new Float64Array(codes),
      },
      because: (code) => {
        const meant = told?.because.get(code) ?? []
        return [...new Set([...meant, ...(sums?.speakFor(code) ?? [])])].slice(0, MOST_WORDS)
      },
    }
  }
}

/** What a word adds to the scores by its stem and by its pieces, before they are brought to the length of the text. */
interface WordParts {
  readonly stems: Float64Array
  readonly pieces: Float64Array
  readonly stemSquares: number
  readonly pieceSquares: number
}

function wordParts(word: string, { vocabulary, weights }: Learned, stem: Stem): WordParts {
  const { stems, pieces } = knownFeatures(word, stem, vocabulary)
  const sum = (ids: readonly number[]): Float64Array => {
    const total = new Float64Array(weights.codes)
    for (const id of ids)
      for (let code = 0; code < weights.codes; code++)
        total[code] =
          (total[code] ?? 0) + (vocabulary.rarity[id] ?? 0) * (weights.weights[id * weights.codes + code] ?? 0)
    return total
  }
  const squares = (ids: readonly number[]) => squaresOf(ids, vocabulary.rarity)
  return { stems: sum(stems), pieces: sum(pieces), stemSquares: squares(stems), pieceSquares: squares(pieces) }
}

function learnedSums(words: readonly TextWord[], { weights }: Learned, partsOf: (word: string) => WordParts) {
  const parts = words.map(({ word }) => partsOf(word))
  const stems = scaleOf(parts.reduce((sum, { stemSquares }) => sum + stemSquares, 0))
  const pieces = pieceScaleOf(parts.reduce((sum, { pieceSquares }) => sum + pieceSquares, 0))
  const scores = Float64Array.from(weights.bias)
  for (const part of parts)
    for (let code = 0; code < weights.codes; code++)
      scores[code] = (scores[code] ?? 0) + stems * (part.stems[code] ?? 0) + pieces * (part.pieces[code] ?? 0)
  const valueFor = (code: number) => (part: WordParts) =>
    stems * (part.stems[code] ?? 0) + pieces * (part.pieces[code] ?? 0)
  const speakFor = (code: number): string[] => greatest(parts.map(valueFor(code))).map((at) => words[at]?.written ?? '')
  return { scores, speakFor }
}

/** Where the greatest values above 0 stand, the greatest first. */
function greatest(values: readonly number[]): number[] {
  const found: number[] = []
  for (let count = 0; count < MOST_WORDS; count++) {
    let best = -1
    for (let at = 0; at < values.length; at++)
      if ((values[at] ?? 0) > Math.max(0, values[best] ?? 0) && !found.includes(at)) best = at
    if (best < 0) break
    found.push(best)
  }
  return found
}

/** Logarithms of probabilities; a code without a text has that of one more text. */
function logs(scores: Float64Array, codes: number, texts: number): Float64Array {
  const learned = logSoftmax(scores)
  const unseen = -Math.log(texts + codes)
  return Float64Array.from({ length: codes }, (_, code) => learned[code] ?? unseen)
}
