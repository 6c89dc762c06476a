import {
  CLOSE_TITLE,
  COMPLAINT,
  DEED,
  EVERYDAY,
  MACHINE,
  NAMED_AFTER,
  NEVER,
  NO_PERSON,
  OF_HONOUR,
  PLACE_AFTER,
  PLACE_PREPOSITION,
  RATHER_ORDINARY,
  STANDS,
} from './cues.ts'
import { ORDINARY, TAG } from './lexicon.ts'
import { isPatronymic, isProper, isShaped, isTitle, isUnknown } from './mentions.ts'
import { clearlySurname, OF_A_RELATIVE, shapedAsSurname, shapedAsSurnameNominative } from './shapes.ts'
import type { Word } from './words.ts'

const SAME_SENTENCE = /^[\s«"(.,:–—-]{1,4}$/
const near = (word: Word | undefined): boolean => word !== undefined && SAME_SENTENCE.test(word.gap) && !word.first

/** The word before, in the same sentence. */
const previous = (words: readonly Word[], at: number): Word | undefined =>
  near(words[at]) || /^[\s:]+$/.test(words[at]?.gap ?? '') ? words[at - 1] : undefined

/** Whether a word alone is a person's name, patronymic or surname. */
export function isPersonAlone(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word === undefined || word.lower.length < 3 || OF_A_RELATIVE.test(word.lower)) return false
  if (NEVER.test(word.lower) || NO_PERSON.test(`${words[at - 1]?.lower} ${word.lower}`)) return false
  if (isPatronymic(word)) return (word.tags & ORDINARY) === 0 || isProper(word)
  if ((word.tags & TAG.name) !== 0 && !(isShaped(word) && !isProper(word))) return isNameAlone(words, at, word)
  if ((word.tags & TAG.surname) !== 0) return isSurnameAlone(words, at, word)
  if (isUnknown(word) && !word.first && CLOSE_TITLE.test(previous(words, at)?.lower ?? '')) return true
  return isShaped(word) && isUnknownAlone(words, at, word)
}

function isNameAlone(words: readonly Word[], at: number, word: Word): boolean {
  if (isTitled(words, at)) return true
  if ((word.tags & TAG.place) !== 0 && mayBePlace(words, at, word)) return false
  // Capitals of two or three are rather an abbreviation: «ИНН», «АИС».
  if (word.shouted && word.lower.length < 4) return false
  if ((word.tags & ORDINARY) === 0) return true
  const rather = EVERYDAY.test(word.lower) || ((word.tags & TAG.mostlyName) !== 0 && !RATHER_ORDINARY.test(word.lower))
  if (!isProper(word)) return rather
  return !word.first || rather || deedFollows(words, at)
}

function isSurnameAlone(words: readonly Word[], at: number, word: Word): boolean {
  const cued = isTitled(words, at) || deedFollows(words, at)
  if ((word.tags & TAG.place) !== 0) return cued || (isProper(word) && !word.first && !mayBeTown(words, at))
  if ((word.tags & ORDINARY) === 0) return true
  const rather = (word.tags & TAG.mostlyName) !== 0
  if (!isProper(word)) return (rather || isTitled(words, at)) && shapedAsSurname(word.lower)
  if (word.first) return !nounFollows(words, at) && (rather || deedFollows(words, at))
  return cued || (shapedAsSurname(word.lower) && (!ADJECTIVAL.test(word.lower) || isAdjectiveAlone(words, at, word)))
}

function isUnknownAlone(words: readonly Word[], at: number, word: Word): boolean {
  if (isTitled(words, at)) return true
  if (!isProper(word))
    return clearlySurname(word.lower) || (word.shouted && !words[at - 1]?.shouted && !words[at + 1]?.shouted)
  if (PLACE_PREPOSITION.test(previous(words, at)?.lower ?? '')) return false
  if (ADJECTIVAL.test(word.lower)) return isAdjectiveAlone(words, at, word)
  return !word.first || shapedAsSurnameNominative(word.lower)
}

/** «Позвонила Белянскому» is a person, «на Белянского», «Белянскому району», «Белгородская – тоже» are none. */
function isAdjectiveAlone(words: readonly Word[], at: number, word: Word): boolean {
  if (nounFollows(words, at)) return false
  if (deedFollows(words, at)) return true
  const before = previous(words, at)
  if (word.first || before === undefined) return false
  if (word.tags === 0 || (word.tags & TAG.surname) !== 0) return !/^(?:на|по|и)$/.test(before.lower)
  return (before.tags & TAG.verb) !== 0 || /^(?:от|для|без|благодаря|спасибо)$/.test(before.lower)
}
const ADJECTIVAL = /к(?:ий|ая|ого|ому|ой|ую|им)$/

const isTitled = (words: readonly Word[], at: number): boolean => isTitle(previous(words, at))

/** One of the next three words of the sentence tells what people do at a counter. */
function deedFollows(words: readonly Word[], at: number): boolean {
  for (let ahead = 1; ahead <= 3; ahead++) {
    const word = words[at + ahead]
    if (word === undefined || word.first || !/^[\s,]{1,3}$/.test(word.gap)) return false
    if (DEED.test(word.lower) && word.lower !== 'не') return true
  }
  return false
}

/** A town named like a person («Владимир», «Киров») where a town may stand. */
function mayBePlace(words: readonly Word[], at: number, word: Word): boolean {
  if (PLACE_PREPOSITION.test(previous(words, at)?.lower ?? '')) return true
  if (words.slice(at + 1, at + 4).some(({ lower }) => lower.startsWith('город'))) return true
  return (word.tags & TAG.mostlyName) === 0 && !deedFollows(words, at)
}

/** A town of a surname's form: after a preposition of place, or after what belongs to it («жители Губкина»). */
function mayBeTown(words: readonly Word[], at: number): boolean {
  const before = previous(words, at)
  return before === undefined || PLACE_PREPOSITION.test(before.lower) || (before.tags & TAG.noun) !== 0
}

const nounFollows = (words: readonly Word[], at: number): boolean => {
  const after = words[at + 1]
  return (
    after !== undefined &&
    /^\s$/.test(after.gap) &&
    (after.tags & TAG.noun) !== 0 &&
    (after.tags & (TAG.verb | TAG.other)) === 0
  )
}

/** Whether a name is that of a street, a town, a law or a shop: then it says nothing of a person, and stays. */
export function isNamedAfter(text: string, words: readonly Word[], from: number, to: number): boolean {
  if (words[to - 1]?.lower.startsWith('купал')) return true
  return (
    marksBefore(words, from) ||
    marksAfter(words, to) ||
    standsOn(text, words, from, to) ||
    isQuoted(text, words, from, to)
  )
}

function marksBefore(words: readonly Word[], from: number): boolean {
  if ([1, 2].some((back) => MACHINE.test(words[from - back]?.lower ?? ''))) return true
  for (let back = 1; back <= 5; back++) {
    const word = words[from - back]
    const gap = words[from - back + 1]?.gap ?? ''
    if (word === undefined || !/^[\s."«-]{1,4}$/.test(gap)) return false
    if (NAMED_AFTER.test(word.lower)) return !(gap.startsWith('.') && /^(?:город|завод|парк|метро)/.test(word.lower))
    if (!OF_HONOUR.test(word.lower) && !isProper(word)) return false
  }
  return false
}

const marksAfter = (words: readonly Word[], to: number): boolean => {
  const after = words[to]
  return after !== undefined && /^\s{1,2}$/.test(after.gap) && PLACE_AFTER.test(after.lower)
}

/** «МФЦ на Королёва», «На Щорса очередь», «Белгород, Щорса 45»: a street without its word, as it is said. */
function standsOn(text: string, words: readonly Word[], from: number, to: number): boolean {
  const before = previous(words, from)
  if (before === undefined || to - from > 1) return false
  if (HOUSE_AFTER.test(text.slice(words[to - 1]?.end ?? 0).slice(0, 10)))
    return (before.tags & TAG.place) !== 0 || /^(?:на|по|с|до|у|от|возле|около)$/.test(before.lower)
  const [street, place] = [words[from], words[from - 2]]
  if (before.lower !== 'на' || street === undefined || (street.tags & TAG.name) !== 0) return false
  if (!/(?:а|я|ого|ой|ы|их|ых)$/.test(street.lower)) return false
  if (words.slice(to, to + 3).some(({ lower }) => COMPLAINT.test(lower))) return false
  if (before.first || place === undefined) return true
  return near(before) && !COMPLAINT.test(place.lower) && (STANDS.test(place.lower) || (place.tags & TAG.noun) !== 0)
}
const HOUSE_AFTER = /^,?\s?(?:д(?:ом)?\.?\s?)?\d/

/** One word in quotation marks is the name of a shop, a centre, a show. */
function isQuoted(text: string, words: readonly Word[], from: number, to: number): boolean {
  const [first, last] = [words[from], words[to - 1]]
  if (first === undefined || last === undefined || to - from > 1) return false
  return (
    /[«"„“]$/.test(text.slice(Math.max(0, first.start - 1), first.start)) &&
    /^[»"“”]/.test(text.slice(last.end, last.end + 1))
  )
}
