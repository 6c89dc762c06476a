import { MASKED } from '../masking/kinds.ts'

/** The stem of a word in small letters with е for ё; the server gives Snowball's. */
export type Stem = (word: string) => string

/** A word of a text as it is compared, and as it stands there. */
export interface TextWord {
  /** Small letters and digits, е for ё. */
  readonly word: string
  readonly written: string
}

const WORD = /[\p{L}\p{N}]+/gu

/** What masking put into a text: «[телефон]» says nothing about telephones. */
const PLACEHOLDER = new RegExp(
  Object.values(MASKED)
    .map((words) => words.replaceAll(/[[\].]/g, String.raw`\$&`))
    .join('|'),
  'g',
)

/** Texts as they are compared: no case, е for ё, letters of one shape. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е')

/** The words of a text in order, without those that masking put there. */
export function wordsIn(text: string): TextWord[] {
  const said = text.includes('[') ? text.replaceAll(PLACEHOLDER, ' ') : text
  const words: TextWord[] = []
  for (const [written] of said.normalize('NFKC').matchAll(WORD))
    words.push({ word: written.toLowerCase().replaceAll('ё', 'е'), written })
  return words
}
