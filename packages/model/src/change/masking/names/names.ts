import type { Finder, Finding } from '../spans.ts'
import { isNamedAfter, isPersonAlone } from './judge.ts'
import { type Lexicon, PERSON } from './lexicon.ts'
import { fullNameAt } from './mentions.ts'
import { type Word, wordsOf } from './words.ts'

/** Names of people, applicants and staff alike, in any case and spelling; not those of streets, towns, laws and shops. */
export const names =
  (lexicon: Lexicon): Finder =>
  (text) => {
    const words = wordsOf(text, lexicon)
    const found: Finding[] = []
    for (let at = 0; at < words.length; ) {
      const count = nameAt(text, words, at)
      if (count > 0 && !isNamedAfter(text, words, at, at + count)) found.push(findingOf(text, words, at, count))
      at += Math.max(count, 1)
    }
    return found
  }

/** How many words from here on name a person. */
function nameAt(text: string, words: readonly Word[], at: number): number {
  const word = words[at]
  if (word === undefined || !(mayBegin(word) || words[at + 1]?.lower.length === 1)) return 0
  return fullNameAt(text, words, at) || (isPersonAlone(words, at) ? 1 : 0)
}

/** Most words of a text are ordinary ones: they are passed over at once. */
const mayBegin = (word: Word): boolean =>
  (word.tags & PERSON) !== 0 || word.tags === 0 || word.capital || word.lower.length === 1

/** With the dot of a last initial. */
function findingOf(text: string, words: readonly Word[], at: number, count: number): Finding {
  const last = words[at + count - 1]
  const dot = last?.lower.length === 1 && text[last.end] === '.' ? 1 : 0
  return { kind: 'name', start: words[at]?.start ?? 0, end: (last?.end ?? 0) + dot }
}
