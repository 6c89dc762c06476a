/** What a dictionary of word forms can say of a word; a word can be several things at once. */
export const TAG = {
  name: 1,
  surname: 2,
  patronymic: 4,
  place: 8,
  noun: 16,
  verb: 32,
  adjective: 64,
  /** Any other word of the language: prepositions, adverbs, pronouns, abbreviations. */
  other: 128,
  /** Rather a name, surname or patronymic than the ordinary word of the same letters. */
  mostlyName: 256,
} as const

/**
 * The dictionary: the tags of a word form in small letters (any case, number and gender), 0 for a word it does not know.
 * Capital letters play no part: «марине» is a name as «Марине» is.
 */
export type Lexicon = (word: string) => number

export const PERSON = TAG.name | TAG.surname | TAG.patronymic
export const ORDINARY = TAG.noun | TAG.verb | TAG.adjective | TAG.other

/** A lexicon that knows no word: names are then found by initials, shapes and the words beside them only. */
export const emptyLexicon: Lexicon = () => 0
