import { byRule, type Finder } from '../spans.ts'
import { belongsToCase, isNumbered, named } from './context.ts'

const INN = named('инн')
const SUM =
  /^\s?(?:руб|₽|р\.|р(?![\p{L}])|тыс|млн|коп|%|процент|шт(?![\p{L}])|экз|человек|страниц|лист|дн|мин|час|лет(?![\p{L}]))/u

/** Numbers that look like a person's and are none; they are needed to understand what is told. */
export const keptNumbers: readonly Finder[] = [
  // Free lines of the authorities: 8-800, 8-804.
  byRule({
    kind: 'kept',
    pattern: /(?<![\d+])(?:\+?7|8)[\s(–-]{0,3}80[04][\s)–-]{0,3}\d(?:[\s–-]{0,2}\d){6}(?!\d)/g,
  }),
  byRule({ kind: 'kept', pattern: /(?<!\d)\d{2}:\d{2}:\d{6,7}:\d{1,6}/g }),
  // An organisation's ИНН, where it is called one.
  byRule({ kind: 'kept', pattern: /(?<!\d)\d{10}(?!\d)/g, accepts: (_, { before }) => INN.test(before) }),
  byRule({
    kind: 'kept',
    pattern: /(?<![\d.,])\d[\d\s.,]*\d(?!\d)/g,
    accepts: (match, { after }) => SUM.test(after) && isSum(match),
  }),
  byRule({
    kind: 'kept',
    pattern: /(?<![\d+(])\d[\d/\s–-]*\d(?:[/-]\p{L}+)?(?![\d(])/gu,
    accepts: (match, { before }) => belongsToCase(before) && (isNumbered(before) || !looksDialled(match)),
  }),
]

/** Thousands parted by spaces, or one run of digits. */
const isSum = (text: string): boolean => /^\d{1,3}(?:[\s.]\d{3})*(?:,\d+)?$|^\d{1,9}(?:[.,]\d+)?$/.test(text)

/** Written as a phone number is: in groups after 8 or 7. «По заявлению 8-910-123-45-67» is one to call. */
const looksDialled = (text: string): boolean => /^[78][\s–-]?\d{3}[\s–-]?\d{3}[\s–-]?\d{2}[\s–-]?\d{2}$/.test(text)
