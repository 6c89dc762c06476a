import { remember, type Stem, type TextWord } from '../texts/index.ts'
import { isMeant, parsePattern, type Pattern, type PatternWord } from './pattern.ts'
import { currentTopics, type Rubricator } from './types.ts'

/** A pattern of a topic that a text holds. */
export interface Hit {
  readonly code: string
  readonly pattern: string
  /** The words of the text that it meant, as they stand there. */
  readonly because: readonly string[]
}

/** Finds the patterns of a rubricator in texts. */
export type HitFinder = (words: readonly TextWord[]) => Hit[]

interface Known {
  readonly code: string
  readonly written: string
  readonly pattern: Pattern
}

/**
 * Prepares a rubricator for many texts. Every different word is compared with the patterns once: after that a text costs
 * as much as its words.
 */
export function hitFinder(rubricator: Rubricator, stem: Stem): HitFinder {
  const known: Known[] = currentTopics(rubricator).flatMap(({ code, words }) =>
    words.flatMap((written) => {
      const pattern = parsePattern(written)
      return pattern === undefined ? [] : [{ code, written, pattern }]
    }),
  )
  const partsOf = rememberParts(known, stem)
  return (words) => {
    const met = new Map<PatternWord, string>()
    const touched = new Set<Known>()
    for (const { word, written } of words)
      for (const { part, of } of partsOf(word)) {
        if (!met.has(part)) met.set(part, written)
        touched.add(of)
      }
    return [...touched]
      .filter(({ pattern }) => pattern.every((part) => met.has(part)))
      .map(({ code, written, pattern }) => ({
        code,
        pattern: written,
        because: pattern.map((part) => met.get(part) ?? ''),
      }))
  }
}

interface Part {
  readonly part: PatternWord
  readonly of: Known
}

function rememberParts(known: readonly Known[], stem: Stem): (word: string) => readonly Part[] {
  const parts = known.flatMap((of) => of.pattern.map((part) => ({ part, of })))
  const byBeginning = Map.groupBy(parts, ({ part }) => part.text.slice(0, 2))
  // A word in all its forms keeps its beginning, too: stems are cut off at the end only.
  return remember((word) => (byBeginning.get(word.slice(0, 2)) ?? []).filter(({ part }) => isMeant(part, word, stem)))
}

/** How many of the texts each pattern hits: the live count beside a pattern that is being written. */
export function countHits(finder: HitFinder, texts: Iterable<readonly TextWord[]>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const words of texts)
    for (const { code, pattern } of finder(words)) {
      const key = patternKey(code, pattern)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return counts
}

/** The key of a pattern of a topic in the counts of `countHits`. */
export const patternKey = (code: string, pattern: string): string => `${code}\n${pattern}`
