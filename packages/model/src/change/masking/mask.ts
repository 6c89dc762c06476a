import { addresses } from './addresses/addresses.ts'
import { birthdates, mayHoldBirthdate } from './birthdates.ts'
import { MASKED, type MaskedKind } from './kinds.ts'
import { links, mayHoldLink } from './links.ts'
import { mails, mayHoldMail } from './mail.ts'
import { type Lexicon, TAG } from './names/lexicon.ts'
import { names } from './names/names.ts'
import { NUMBER_WORDS } from './numbers/number-words.ts'
import { keptNumbers } from './numbers/kept.ts'
import { phones } from './numbers/phones.ts'
import { personalNumbers } from './numbers/rules.ts'
import { plain } from './plain.ts'
import { plates } from './plates.ts'
import { findAll, type Finder, type Finding } from './spans.ts'

/** Something found in a text, in Unicode code points of the text as it was written: from `start` to before `end`. */
export interface Found {
  readonly kind: MaskedKind
  readonly start: number
  readonly end: number
}
export interface Masked {
  readonly masked: string
  /** In order of their place; they do not overlap. */
  readonly found: readonly Found[]
}

/** Finds personal data in a text and puts words in its place. */
export type Masker = (text: string) => Masked

/** Three words of numbers at least: a phone number told in words has more. */
const SAID_NUMBER = new RegExp(`(?:(?:${NUMBER_WORDS})[\\s,-]+){3}`, 'i')

/**
 * A masker with a dictionary of word forms. Rules come in order of certainty: links and mail, then what looks like a
 * personal number and is none, numbers by check digits and words beside them, phones, addresses, and names last.
 */
export function createMasker(lexicon: Lexicon): Masker {
  const atHome = addresses((word) => isTown(lexicon(word)))
  const people = names(lexicon)
  return (written) => {
    const { text, from, to } = plain(written)
    const numbers = findAll(text, findersFor(text))
    // Addresses and names are read in what is left, or «паспорт 1405 123456, ул. Мира» would begin an address with an index.
    const all = [...numbers, ...findAll(withoutFound(text, numbers), [atHome, people])]
    const found = all
      .toSorted((one, other) => one.start - other.start)
      .flatMap(({ kind, start, end }) => (kind === 'kept' ? [] : [{ kind, start: from(start), end: to(end - 1) }]))
    return { masked: replace(written, found), found }
  }
}

const isTown = (tags: number): boolean => tags === 0 || (tags & TAG.place) !== 0

/** Those rules that can find anything here: most texts have few digits or none. */
function findersFor(text: string): Finder[] {
  const digits = countDigits(text)
  return [
    ...(mayHoldMail(text) ? mails : []),
    ...(mayHoldLink(text) ? links : []),
    ...(digits >= 4 && mayHoldBirthdate(text) ? birthdates : []),
    ...(digits >= 3 ? plates : []),
    ...(digits >= 5 ? [...keptNumbers, ...personalNumbers] : []),
    ...(digits >= 5 || SAID_NUMBER.test(text) ? [phones] : []),
  ]
}

/** As many digits as matter here: five can be a phone number of a village. */
function countDigits(text: string): number {
  let count = 0
  for (let at = 0; at < text.length && count < 5; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) count++
  }
  return count
}

/** Stands for a sign that belongs to something found: no letter, no digit, no space. */
const TAKEN = '\uFFFC'

function withoutFound(text: string, found: readonly Finding[]): string {
  if (found.length === 0) return text
  let left = ''
  let at = 0
  for (const { start, end } of found) {
    left += text.slice(at, start) + TAKEN.repeat(end - start)
    at = end
  }
  return left + text.slice(at)
}

function replace(written: string, found: readonly Found[]): string {
  if (found.length === 0) return written
  const points = [...written]
  const pieces: string[] = []
  let at = 0
  for (const { kind, start, end } of found) {
    pieces.push(points.slice(at, start).join(''), MASKED[kind])
    at = end
  }
  return pieces.join('') + points.slice(at).join('')
}
