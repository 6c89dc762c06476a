import { kindRules, kinds } from '@otklik/model/exchange'
import { regionAliases } from '@otklik/model/regions'
import { items, sectionSpellings, statuses } from '@otklik/model/statuses'

/** Russian as these files have it: names of columns, statuses, items, regions. */
const texts = [
  ...sectionSpellings.map(({ spelling }) => spelling),
  ...kinds.flatMap((kind) => kindRules[kind].columns.flatMap(({ aliases }) => aliases)),
  ...statuses.map(({ label }) => label),
  ...items.map(({ text }) => text),
  ...regionAliases().map(({ alias }) => alias),
  'ФЛ ЮЛ РПГУ отдел спасибо очень хорошо быстро долго всё вежливо почему окно закрыто ждать',
]
const wordsIn = (text: string): string[] => text.toLowerCase().match(/[а-яё]+/g) ?? []
const all = wordsIn(texts.join(' '))
/** Words that come as they are; shorter ones are met by chance. */
const vocabulary: ReadonlySet<string> = new Set(all.filter((word) => word.length > 2))

/** Stands before a word and after it. */
const EDGE = ' '
const letters = 33
const pairs = new Map<string, number>()
const firsts = new Map<string, number>()
for (const word of new Set(all)) {
  for (const [at, letter] of [...`${word}${EDGE}`].entries()) {
    const before = at === 0 ? EDGE : (word[at - 1] ?? EDGE)
    pairs.set(before + letter, (pairs.get(before + letter) ?? 0) + 1)
    firsts.set(before, (firsts.get(before) ?? 0) + 1)
  }
}
/** Added to every count, so that what was not met is rare and not impossible. */
const smoothing = 0.5
const likelihood = (before: string, letter: string): number =>
  Math.log(((pairs.get(before + letter) ?? 0) + smoothing) / ((firsts.get(before) ?? 0) + smoothing * (letters + 1)))

/** Of a sign that may stand in a Russian text, of one that hardly does, of a capital after a small letter. */
const [sign, stranger, odd] = [Math.log(0.005), Math.log(0.0001), Math.log(0.01)]
const signs = new Set('«»№–—…“”„’‘‚°§•€‰‹›™®©±·\u00A0')
/** For each letter of a word that these files are full of. */
const known = 3
/** Of a word in capitals that is too long for an abbreviation. */
const [loud, longest] = [Math.log(0.05), 4]

const isRussian = (letter: string): boolean => /[а-яё]/.test(letter)

/** The logarithm of how likely a text without spaces is Russian. */
export function weighRussian(text: string): number {
  let sum = 0
  for (const part of text.match(/[а-яёА-ЯЁ]+|./gu) ?? [])
    sum += isRussian(part.charAt(0).toLowerCase()) ? weighWord(part) : weighSign(part)
  return sum
}

const weighSign = (letter: string): number => (signs.has(letter) ? sign : stranger)

function weighWord(word: string): number {
  const lower = word.toLowerCase()
  let sum = 0
  for (let at = 0; at <= lower.length; at++) sum += likelihood(lower[at - 1] ?? EDGE, lower[at] ?? EDGE)
  sum += odd * (word.match(/[а-яё][А-ЯЁ]/g) ?? []).length
  if (word.length > longest && word === word.toUpperCase()) sum += loud
  return vocabulary.has(lower) ? sum + known * word.length : sum
}
