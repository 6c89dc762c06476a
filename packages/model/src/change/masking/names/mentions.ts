import { ORDINARY, TAG } from './lexicon.ts'
import { OFFICE_LIKE, TITLE } from './cues.ts'
import { OF_FATHER, shapedAsPatronymic, shapedAsSurname } from './shapes.ts'
import type { Word } from './words.ts'

const has = (word: Word | undefined, tags: number): boolean => word !== undefined && (word.tags & tags) !== 0
const isOrdinary = (word: Word): boolean => has(word, ORDINARY)

/** Says who somebody is; not a surname that begins alike («Мамедова», «Братухин»). */
export const isTitle = (word: Word | undefined): boolean =>
  word !== undefined &&
  TITLE.test(word.lower) &&
  (isOrdinary(word) || !(has(word, TAG.surname) || shapedAsSurname(word.lower)))

/** Written with a capital of its own, not in a text of capitals. */
export const isProper = (word: Word | undefined): boolean => word !== undefined && word.capital && !word.shouted

/** Forms of two letters are prepositions («из» of Иза) far more often than names. */
const isName = (word: Word | undefined): boolean => has(word, TAG.name) && word !== undefined && word.lower.length > 2

export const isPatronymic = (word: Word | undefined): boolean =>
  word !== undefined && (has(word, TAG.patronymic) || (!isOrdinary(word) && shapedAsPatronymic(word.lower)))

/** A capitalised word that no dictionary knows and that is no office: a rare name or surname beside a known one. */
export const isUnknown = (word: Word | undefined): boolean =>
  word !== undefined && isProper(word) && word.tags === 0 && word.lower.length >= 3 && !OFFICE_LIKE.test(word.lower)

const isSurname = (word: Word | undefined): boolean =>
  word !== undefined && !isTitle(word) && (has(word, TAG.surname) || isShaped(word))

/**
 * A surname by its form. The dictionary does not know it, or takes it for an adjective («Белянский») or for several people
 * of one name («Нурмагомедов»).
 */
export const isShaped = (word: Word): boolean =>
  shapedAsSurname(word.lower) &&
  (word.tags & ~(TAG.adjective | (/[оеё]в$/.test(word.lower) ? TAG.name | TAG.mostlyName : 0))) === 0

/** A surname beside a name: in small letters only one that is nothing else. */
const isSurnameBeside = (word: Word | undefined): boolean => {
  if (word !== undefined && word.capital && shapedAsSurname(word.lower) && !isTitle(word)) return true
  if (isProper(word)) return isSurname(word) || isUnknown(word)
  return word !== undefined && isSurname(word) && (!isOrdinary(word) || shapedAsSurname(word.lower))
}

const besideGap = /^[^\S\n]{1,2}$/
const beside = (word: Word | undefined): boolean => word !== undefined && besideGap.test(word.gap)
/** «И.И.», «И. И.», «И И»: what may stand between initials and beside them. */
const initialGap = /^\.?[^\S\n]{0,2}$/

/** How many words from here on are one person's name of several parts; 0 where they are none. */
export function fullNameAt(text: string, words: readonly Word[], at: number): number {
  return threePartsAt(words, at) || initialsAt(text, words, at) || twoPartsAt(words, at)
}

function threePartsAt(words: readonly Word[], at: number): number {
  const [first, second, third, fourth] = words.slice(at, at + 4)
  if (beside(second) && beside(third)) {
    if (isSurnameBeside(first) && isGiven(second) && isPatronymic(third)) return 3
    if (isGiven(first) && isPatronymic(second) && isSurnameBeside(third)) return 3
    const fathers = (word: Word | undefined) => word !== undefined && OF_FATHER.test(word.lower)
    if (fathers(third)) return 3
    if (beside(fourth) && fathers(fourth)) return 4
  }
  return 0
}

const isGiven = (word: Word | undefined): boolean => isName(word) || isUnknown(word)

function twoPartsAt(words: readonly Word[], at: number): number {
  const [first, second] = words.slice(at, at + 2)
  if (first === undefined || second === undefined || !beside(second)) return 0
  if (isPatronymic(second) && isGiven(first)) return 2
  if (isName(first) && isSurnameBeside(second) && isPair(first, second)) return 2
  if (isName(second) && isSurnameBeside(first) && isPair(second, first)) return 2
  return 0
}

/** Name and surname without a patronymic: one of them at least must be nothing else. */
function isPair(name: Word, surname: Word): boolean {
  const clearName = !isOrdinary(name) || has(name, TAG.mostlyName)
  if (isProper(name) && isProper(surname))
    return clearName || has(surname, TAG.surname) || shapedAsSurname(surname.lower)
  return clearName || !has(surname, TAG.noun | TAG.verb | TAG.other)
}

/** «Иванова И.И.», «И.И. Иванова», «И. Иванова», «иванова и.и.». */
function initialsAt(text: string, words: readonly Word[], at: number): number {
  const before = initialsFrom(text, words, at)
  if (before > 0) {
    const surname = words[at + before]
    const given = words.slice(at, at + before).map(({ lower }) => lower)
    return surname !== undefined && initialGap.test(surname.gap) && isSurnameOfInitials(surname, given) ? before + 1 : 0
  }
  const [surname, initial] = words.slice(at, at + 2)
  if (surname === undefined || initial === undefined || !beside(initial) || surname.lower.length < 2) return 0
  const count = initialsFrom(text, words, at + 1)
  // «Ольга Ю.»: a name with the first letter of the surname.
  if (count === 1 && isName(surname) && isProper(surname)) return 2
  const given = words.slice(at + 1, at + 1 + count).map(({ lower }) => lower)
  if (count === 0 || !isSurnameOfInitials(surname, given)) return 0
  // «Правительства Д.Ю. Григоренко»: the initials belong to the surname that follows, unless the word before is one.
  const next = words[at + 1 + count]
  const taken =
    next !== undefined && initialGap.test(next.gap) && (isSurnameBeside(next) || shapedAsSurname(next.lower))
  return taken && !(isSurname(surname) && !isOrdinary(surname)) ? 0 : 1 + count
}

function isSurnameOfInitials(word: Word, initials: readonly string[]): boolean {
  const two = initials.length === 2
  if (word.lower.length < 2 || isTitle(word)) return false
  const given = initials.join('')
  const initialled = two && (NO_INITIALS.test(given) ? given !== 'ио' && isSurname(word) && !isOrdinary(word) : true)
  if (!word.capital) return initialled && (isSurnameBeside(word) || shapedAsSurname(word.lower))
  if (isSurname(word) || isUnknown(word) || (word.shouted && word.tags === 0)) return true
  // Two initials make a surname of a word that is also an ordinary one: «Берёза Т.Н.».
  return initialled && !word.first && has(word, TAG.noun | TAG.adjective) && word.lower.length > 3
}

/** Acting for somebody, not a name; nor other shortenings of two letters. */
const NO_INITIALS = /^(?:ио|те|тк|тд|тп|нэ|рф|фи|во|бу|уд|сш)$/

/** One or two initials from here on; in small letters only two, each with its dot. */
function initialsFrom(text: string, words: readonly Word[], at: number): number {
  const [first, second] = words.slice(at, at + 2)
  if (first === undefined || first.lower.length !== 1) return 0
  const two = second !== undefined && second.lower.length === 1 && initialGap.test(second.gap)
  const dotted = (word: Word): boolean => text[word.end] === '.'
  if (two) {
    const capitals = first.capital && second.capital
    return capitals || (dotted(first) && dotted(second)) ? 2 : 0
  }
  return first.capital && dotted(first) ? 1 : 0
}
