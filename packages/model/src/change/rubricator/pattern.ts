import { folded, type Stem } from '../texts/index.ts'

/** One word of a pattern: a beginning, or a word in all its forms. */
export interface PatternWord {
  readonly text: string
  /** Written with a star: any ending. */
  readonly open: boolean
}

/** All of its words must stand in a text, in any order. */
export type Pattern = readonly PatternWord[]

const WORD = /^[\p{L}\p{N}]+\*?$/u
/** A shorter beginning would hit a good part of the language. */
const SHORTEST_BEGINNING = 2

/**
 * Reads `очеред*`, `очередь`, `заявлен* & заполн*`; words parted by blanks only are joined as with `&`. Undefined where
 * it is written in any other way.
 */
export function parsePattern(written: string): Pattern | undefined {
  const words = folded(written)
    .split('&')
    .flatMap((part) => (part.trim() === '' ? [''] : part.trim().split(/[\s-]+/)))
  const fits = words.every((word) => WORD.test(word) && (!word.endsWith('*') || word.length > SHORTEST_BEGINNING))
  return fits ? words.map((word) => ({ text: word.replace('*', ''), open: word.endsWith('*') })) : undefined
}

/** Whether a word of a text, in small letters with е for ё, is the one that the pattern means. */
export const isMeant = ({ text, open }: PatternWord, word: string, stem: Stem): boolean =>
  open ? word.startsWith(text) : word === text || stem(word) === stem(text)
