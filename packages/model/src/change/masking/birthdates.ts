import { byRule, type Finder } from './spans.ts'

const MONTH = '(?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,2}'
const DATE = String.raw`(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:19|20)?\d{2}|\d{1,2}\s${MONTH}\s(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}|(?:19|20)\d{2})`
const BORN =
  /(?:(?:дат[аыуе]|день|год|дн[яю])\s+рождения(?:\s+[\p{L}]+)?|(?<![\p{L}])(?:родил[а-я]*|рожд[её]н(?:а|н?ый|ная|ного|ной|ную)?|урожен[а-я]*)(?!\p{L})[^\d.!?,;]{0,30}|(?<![\p{L}])(?:д\.?\s?р|г\.?\s?р)\.?)(?:\s|[:–-])*(?:г\.\s?[\p{L}-]+\s)?$/u
const OF_BIRTH = /^\s?(?:г\.?\s?р(?![\p{L}])|гр(?![\p{L}])|(?:г\.?|год[ауе]?)?\s?рожд)/u

/** Dates and years of birth, known by the words beside them; other dates stay. */
export const birthdates: readonly Finder[] = [
  byRule({
    kind: 'birthdate',
    pattern: new RegExp(String.raw`(?<![\d.])${DATE}(?![\d]|\.\d)`, 'giu'),
    accepts: (_, { before, after }) => BORN.test(before) || OF_BIRTH.test(after),
  }),
]

/** Whether a text can tell of a birth at all. */
export const mayHoldBirthdate = (text: string): boolean => /рожд|рожден|родил|урожен|(?:д|г)\.?\s?р/i.test(text)
