import { byRule, type Finder, type Surroundings } from '../spans.ts'
import { isCard, isInn, isSnils } from './check-digits.ts'
import { belongsToCase, named } from './context.ts'

const digits = (text: string): string => text.replaceAll(/\D/g, '')

const calledIn = (words: string) => {
  const before = named(words)
  const after = new RegExp(String.raw`^[\s)»"–-]*(?:это |– |мой |моя |моё )*(?:${words})`, 'u')
  return (around: Surroundings): boolean => before.test(around.before) || after.test(around.after)
}

const PASSPORT = calledIn('паспорт|загранпаспорт|загран|пасп(?![\\p{L}])|сери[яию]')
const DOCUMENT = calledIn(
  'свидетельств|полис|омс(?![\\p{L}])|енп(?![\\p{L}])|удостоверени|военн\\p{L}* билет|военник|диплом|аттестат|птс(?![\\p{L}])|стс(?![\\p{L}])' +
    '|внж(?![\\p{L}])|вид\\p{L}* на жительство|патент|миграционн|водительск|права(?![\\p{L}])|мсэ(?![\\p{L}])|больничн|лист\\p{L}* нетрудоспособности' +
    '|студенческ|зач[её]тк|сертификат',
)
const SNILS = calledIn('снилс|страхов\\p{L}* номер')
const INN = calledIn('инн')
const CARD = calledIn('карт[аыуео]|картой|visa|mastercard|маэстро|сбербанк|сбер(?![\\p{L}])|тинькофф')
const ACCOUNT = calledIn('сч[её]т\\p{L}*|р\\s?/\\s?с[чет]*|л\\s?/\\s?с[чет]*|к\\s?/\\s?с')
const OWN_ACCOUNT = calledIn('лицев\\p{L}* сч[её]т\\p{L}*|лицевой|л\\s?/\\s?с')
const PASSPORT_WORDS = String.raw`[\s,:;.–-]*(?:(?:с\s)?(?:№|n|номер\p{L}*|ном\.?)[\s:.]*)?`
/** Roman figures as they are typed: Latin, Cyrillic look-alikes, digits one. */
const ROMAN = String.raw`[IVXLCШУХІПivxlc1]{1,6}`

const free = ({ before }: Surroundings): boolean => !belongsToCase(before)

/** Twenty digits of an account of the Russian plan of accounts: the currency stands at the sixth to eighth. */
const ACCOUNT_DIGITS = /^[34]\d{4}(?:810|643|840|978|156)\d{12}$/

/** A series as a year and a number is rather something of that year. */
const likeYear = (text: string): boolean => /^(?:19|20)\d{2}\s/.test(text)

/** Numbers of persons by their form, their check digits and the words beside them; the first that holds is believed. */
export const personalNumbers: readonly Finder[] = [
  byRule({
    kind: 'account',
    pattern: /(?<!\d)\d(?:[\s.–-]?\d){19}(?!\d)/g,
    accepts: (match, around) => ACCOUNT_DIGITS.test(digits(match)) || (ACCOUNT(around) && free(around)),
  }),
  byRule({
    kind: 'document',
    pattern: new RegExp(String.raw`(?<![\p{L}\d])${ROMAN}\s?[–-]\s?[А-ЯЁа-яё]{2}${PASSPORT_WORDS}\d{6}(?!\d)`, 'gu'),
  }),
  byRule({
    kind: 'document',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:${ROMAN}[\s–-]{1,3})?(?:[А-ЯЁ]{2}|[а-яё]{2}(?=\s*(?:№|номер|\d{6})))${PASSPORT_WORDS}\d{6,7}(?!\d)`,
      'gu',
    ),
    accepts: (match, around) => (DOCUMENT(around) || PASSPORT(around)) && !/^(?:на|от|за|по|до|из|со)\s/i.test(match),
  }),
  byRule({
    kind: 'document',
    pattern: /(?<!\d)\d(?:[\s–-]?(?:№\s?|номер\s)?\d){6,18}(?!\d)/g,
    accepts: (match, around) => DOCUMENT(around) && !SNILS(around) && digits(match).length >= 7,
  }),
  byRule({
    kind: 'document',
    pattern: /(?<!\d)\d{6}(?!\d)/g,
    accepts: (_, around) => DOCUMENT(around),
  }),
  byRule({
    kind: 'card',
    pattern: /(?<!\d)\d(?:[\s–.-]?\d){12,18}(?!\d)/g,
    accepts: (match, around) => isCardHere(match, around),
  }),
  byRule({
    kind: 'snils',
    pattern: /(?<!\d)\d{3}\s?[–-]\s?\d{3}\s?[–-]\s?\d{3}[\s–-]{0,3}\d{2}(?!\d)/g,
    accepts: (match, around) => SNILS(around) || isSnils(digits(match)) || free(around),
  }),
  byRule({
    kind: 'snils',
    pattern: /(?<![\d+])\d{3}[\s.]?\d{3}[\s.]?\d{3}[\s.–-]{0,2}\d{2}(?!\d)/g,
    accepts: (match, around) => SNILS(around) || (isSnils(digits(match)) && !/^[78][3489]/.test(match) && free(around)),
  }),
  byRule({
    kind: 'inn',
    pattern: /(?<!\d)\d(?:\s?\d){11}(?!\d)/g,
    accepts: (match, around) => (INN(around) || (isInn(digits(match)) && !/\s/.test(match))) && free(around),
  }),
  byRule({
    kind: 'passport',
    pattern: new RegExp(String.raw`(?<!\d)\d{2}[\s–-]?\d{2}${PASSPORT_WORDS}\d{3}\s?\d{3}(?!\d)`, 'gui'),
    accepts: (match, around) => isPassportHere(match, around),
  }),
  byRule({
    kind: 'passport',
    pattern: new RegExp(String.raw`(?<!\d)\d{2}${PASSPORT_WORDS}\d{7}(?!\d)`, 'gui'),
    accepts: (_, around) => PASSPORT(around),
  }),
  byRule({
    kind: 'account',
    pattern: /(?<!\d)\d(?:[\s–-]?\d){5,19}(?!\d)/g,
    accepts: (_, around) => OWN_ACCOUNT(around),
  }),
]

function isCardHere(match: string, around: Surroundings): boolean {
  const number = digits(match)
  if (CARD(around)) return isCard(number) || (number.length === 16 && free(around))
  return number.length === 16 && /^[2-6]/.test(number) && isCard(number) && free(around)
}

function isPassportHere(match: string, around: Surroundings): boolean {
  if (PASSPORT(around)) return true
  // Ten digits in one run say nothing by themselves; parted as in a passport they do.
  const parted = /^\d{2}\s\d{2}[\s,№n]|^\d{4}[\s,]*[№\s]/i.test(match) && /\d{6}$|\d{3} \d{3}$/.test(match)
  return parted && !likeYear(match) && free(around)
}
