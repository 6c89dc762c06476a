import { inLatinLetters, inRussianLetters } from './look-alikes.ts'
import { nameOfUnseen, partedLetters } from './unseen.ts'

/** U+0061 for «a». */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
const shown = (letters: string): string => `«${letters}» (${[...letters].map(codePoint).join(' ')})`

const isLatin = (letter: string): boolean => /\p{Script=Latin}/u.test(letter)
const isRussian = (letter: string): boolean => /\p{Script=Cyrillic}/u.test(letter)

/** Letters of the alphabet that has fewer in a word of both; of one alphabet alone there are none. */
function strangers(word: string): { readonly letters: readonly string[]; readonly alphabet: 'latin' | 'russian' } {
  const [latin, russian] = [[...word].filter(isLatin), [...word].filter(isRussian)]
  // «OГB»: two against one, but the one has no double in the other alphabet.
  const own = (letters: readonly string[], other: (text: string) => string) =>
    letters.filter((letter) => other(letter) === letter).length
  const ownLatin = own(latin, inRussianLetters)
  const ownRussian = own(russian, inLatinLetters)
  const few = ownLatin === ownRussian ? latin.length <= russian.length : ownLatin < ownRussian
  return few ? { letters: latin, alphabet: 'latin' } : { letters: russian, alphabet: 'russian' }
}

/** Words of Russian and Latin letters: «Дaта» has one that only looks Russian. */
function mixed(text: string): string[] {
  const words = (text.match(/[\p{L}\p{Mn}]+/gu) ?? []).filter(
    (word) => [...word].some(isLatin) && [...word].some(isRussian),
  )
  const found = words.map(strangers)
  const of = (alphabet: 'latin' | 'russian') =>
    [...new Set(found.filter((one) => one.alphabet === alphabet).flatMap(({ letters }) => letters))].map(shown)
  const [latin, russian] = [of('latin'), of('russian')]
  return [
    ...(latin.length > 0 ? [`латинские буквы среди русских: ${latin.join(', ')}`] : []),
    ...(russian.length > 0 ? [`русские буквы среди латинских: ${russian.join(', ')}`] : []),
  ]
}

/**
 * What cannot be seen in a text, in Russian, a phrase each: letters of another alphabet, characters without a shape, letters
 * written as two characters. With the word that is meant, all letters of another alphabet than its own are told.
 */
export function oddLetters(text: string, meant?: string): string[] {
  const foreign = meant !== undefined && text !== meant ? foreignTo(meant, text) : []
  const unseen = [...new Set(text)].flatMap((one) => {
    const name = nameOfUnseen(one)
    return name === undefined ? [] : [`${name} (${codePoint(one)})`]
  })
  const parted = partedLetters(text).map(shown)
  return [
    ...(foreign.length > 0 ? foreign : mixed(text)),
    ...(unseen.length > 0 ? [`невидимые знаки: ${unseen.join(', ')}`] : []),
    ...(parted.length > 0 ? [`буквы из двух знаков: ${parted.join(', ')}`] : []),
  ]
}

function foreignTo(meant: string, text: string): string[] {
  const letters = [...new Set(text)]
  const has = (test: (letter: string) => boolean) => [...meant].some(test)
  const latin = has(isLatin) ? [] : letters.filter(isLatin)
  const russian = has(isRussian) ? [] : letters.filter(isRussian)
  return [
    ...(latin.length > 0 ? [`латинские буквы вместо русских: ${latin.map(shown).join(', ')}`] : []),
    ...(russian.length > 0 ? [`русские буквы вместо латинских: ${russian.map(shown).join(', ')}`] : []),
  ]
}
