import type { Span } from '../spans.ts'
import type { Lexicon } from './lexicon.ts'
import { TAG } from './lexicon.ts'

export interface Word extends Span {
  /** In small letters. */
  readonly lower: string
  readonly capital: boolean
  /** All its letters are capitals, of two or more. */
  readonly shouted: boolean
  readonly tags: number
  /** What stands between it and the word before. */
  readonly gap: string
  /** Begins a sentence, a line or a quotation, where a capital says nothing. */
  readonly first: boolean
}

const WORD = /[А-ЯЁа-яё]+(?:[-’'][А-ЯЁа-яё]+)*/g
const SENTENCE_END = /[.!?…\n:;•*)]|^[^А-Яа-я]*[-–—]\s/
/** Shortened words whose dot ends no sentence. */
const SHORTENED =
  /^(?:г|гр|ул|им|д|кв|п|с|т|тел|ст|пр|пер|обл|др|т|е|н|о|и|рук|зам|нач|спец|инсп|акад|проф|ген|кап|св|пос|см|стр|руб|мкр|[а-яё])$/

/** The Russian words of a text; hyphenated ones are one word, with the tags of their last part. */
export function wordsOf(text: string, lexicon: Lexicon): Word[] {
  const words: Word[] = []
  let end = 0
  let before = ''
  for (const match of text.matchAll(WORD)) {
    const [written] = match
    const lower = written.toLowerCase()
    const gap = text.slice(end, match.index)
    words.push({
      start: match.index,
      end: match.index + written.length,
      lower,
      capital: written[0] !== lower[0],
      shouted: written.length > 1 && written === written.toUpperCase(),
      tags: tagsOf(lower, lexicon),
      gap,
      first: end === 0 ? !/\d\s*$/.test(gap) : beginsSentence(gap, before),
    })
    end = match.index + written.length
    before = lower
  }
  return words
}

const beginsSentence = (gap: string, before: string): boolean =>
  SENTENCE_END.test(gap) && !(/^\.\s*$/.test(gap) && SHORTENED.test(before))

function tagsOf(word: string, lexicon: Lexicon): number {
  const tags = lexicon(word)
  if (tags !== 0 || !/[-’']/.test(word)) return tags
  const parts = word.split(/[-’']/)
  const last = lexicon(parts.at(-1) ?? '')
  const person = parts.every((part) => (lexicon(part) & (TAG.name | TAG.surname)) !== 0)
  return person ? last : last & ~(TAG.name | TAG.surname)
}
