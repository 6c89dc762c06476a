import {
  type CellType,
  type Column,
  channelSlips,
  channels,
  damagePattern,
  excelNumberPattern,
  excelQuotedPattern,
  lamedPattern,
  personalPattern,
} from '@otklik/model/exchange'
import { regionAliases, separators } from '@otklik/model/regions'
import { type Check, type Compiled, compiled, type Context } from './check.ts'
import { array, literal, lookup } from './literals.ts'

/** Cells of one column that become text or a number: the value and what may be wrong with it, given the cell isn't empty. */
interface Reading {
  /** SQL of what the value and the conditions have in common; they call it `read`. */
  readonly read?: string
  readonly value: string
  readonly wrong: readonly (readonly [Check['code'], string])[]
  /** Conditions under which the cell is to be read once more, loosely. */
  readonly doubtful?: readonly string[]
}

/** Inside a character class only signs of ASCII need a backslash, and only they may have one. */
const separatorClass = separators.map((char) => (/[!-/:-@[-`{-~]/.test(char) ? `\\${char}` : char)).join('')

/** `normaliseRegionName` in SQL: lower case, ё → е, separators → spaces, single spaces, none at the ends. */
export function regionName(text: string): string {
  const lowered = `replaceAll(lowerUTF8(${text}), 'ё', 'е')`
  const spaced = `replaceRegexpAll(${lowered}, ${literal(`[${separatorClass} ]+`)}, ' ')`
  return `trimBoth(${spaced})`
}
const regionCode = (text: string, demo: boolean): string => {
  const aliases = demo ? regionAliases({ demo: true }) : regionAliases()
  return lookup(
    regionName(text),
    aliases.map(({ alias, code }) => [alias, code] as const),
    '',
  )
}

const channelOf = (text: string): string =>
  lookup(`upperUTF8(${text})`, [...channels.map((name) => [name, name] as const), ...Object.entries(channelSlips)], '')

const wordOf = (text: string, words: readonly string[]): string =>
  lookup(
    `lowerUTF8(${text})`,
    words.map((one) => [one.toLowerCase(), one] as const),
    '',
  )

/** A word of a name: in a hash, capitals and small letters alternate at random. */
const word = '([A-Z]?[a-z]+|[A-Z]+)'
/**
 * Mail and anything in Cyrillic; two to four words; one long word. Of 10 million random hashes so look, measured: none in
 * hexadecimal, 36 of 22 characters of base64url, 1535 of 16, the shortest that counts as a hash.
 */
const namePattern = `@|[А-Яа-яЁё]|^${word}([ _.-]+${word}){1,3}[.]?$|^[A-Z][a-z]+([A-Z][a-z]+){1,3}$|^([A-Z][a-z]{15,}|[a-z]{16,}|[A-Z]{16,})$`
/** The digits of a СНИЛС, an ИНН or a phone, however they are parted; a word before them must be parted from them too. */
const isNumber = (text: string): string =>
  `match(replaceRegexpAll(replaceRegexpOne(${text}, '^[A-Za-z]{2,8}[^0-9A-Za-z]+', ''), '[^0-9A-Za-z]', ''), '^[0-9]{10,15}$')`
const isHexadecimal = (text: string): string => `match(${text}, '^[0-9A-Fa-f]{16,}$')`
const isPlain = (text: string): string =>
  `((match(${text}, ${literal(namePattern)}) AND NOT ${isHexadecimal(text)}) OR ${isNumber(text)})`
/** Padding counts: sixteen characters of base64 may be fourteen and two signs of equality. */
const isHash = (text: string): string =>
  `(${isHexadecimal(text)} OR (match(${text}, '^[A-Za-z0-9+/_-]{14,}={0,2}$') AND length(${text}) >= 16))`

const ogrnDigit = (text: string, body: number, divisor: number): string =>
  `toUInt64OrZero(substring(${text}, 1, ${body})) % ${divisor} % 10 = toUInt8OrZero(substring(${text}, ${body + 1}, 1))`
const isOgrn = (text: string): string =>
  `((match(${text}, '^[0-9]{13}$') AND ${ogrnDigit(text, 12, 11)}) OR (match(${text}, '^[0-9]{15}$') AND ${ogrnDigit(text, 14, 13)}))`

interface About<T extends CellType> {
  readonly cell: T
  /** Name of the step in which `read` is worked out. */
  readonly read: string
  readonly demo: boolean
  readonly reading: Context['reading']
  readonly odd: Context['odd']
}
type Reader<T extends CellType> = (text: string, about: About<T>) => Reading
/** Whether a text lost its letters on the way. */
export const isDamaged = (text: string): string => `match(${text}, ${literal(damagePattern)})`
/** Marks that a free text has around it for a spreadsheet alone. */
const hasMarks = (text: string): string => `match(${text}, ${literal(`${excelQuotedPattern}|(?s:${lamedPattern})`)})`
/** Anything that no identifier is, in one look. */
const oddIdentifier = `${personalPattern}|${excelNumberPattern}|^[='#]`
const has = (text: string, part: string): string => `position(${text}, ${literal(part)}) > 0`
const dashAt = (text: string, place: number): string => `substring(${text}, ${place}, 1) = '-'`
/**
 * The same and a few more, of texts without a space: a match costs twenty times as much as one of these looks, and files of
 * events are little but identifiers. Signs before the digits (a sign of a country, an apostrophe), mail, brackets, a number of
 * Excel, groups of digits as a phone and a СНИЛС have them.
 */
const maybeOdd = (text: string): string[] => [
  // An empty text has a check of its own.
  `${text} < '0' AND ${text} != ''`,
  `startsWith(${text}, '=')`,
  ...['@', '(', 'E+', 'e+'].map((part) => has(text, part)),
  `length(${text}) = 14 AND ${dashAt(text, 4)} AND ${dashAt(text, 8)}`,
  `length(${text}) = 15 AND ${dashAt(text, 2)} AND ${dashAt(text, 6)}`,
]

function readIdentifier(text: string, { max }: { max: number }, { reading, odd }: About<CellType>): Reading {
  const tooLong: Reading['wrong'][number] = ['too_long', `lengthUTF8(${text}) > ${max}`]
  if (reading === 'strict' && !odd.text) {
    const doubtful = odd.spaced ? [`match(${text}, ${literal(oddIdentifier)})`] : maybeOdd(text)
    return { value: text, wrong: [tooLong], doubtful }
  }
  return {
    value: text,
    wrong: [
      tooLong,
      ['plain_identifier', `match(${text}, ${literal(personalPattern)})`],
      ['excel_number', `match(${text}, ${literal(excelNumberPattern)})`],
      ['damaged_text', isDamaged(text)],
    ],
    doubtful: [`match(${text}, '^[=\\'#]')`],
  }
}

function readText(text: string, { max }: { max: number }, { odd }: About<CellType>): Reading {
  const tooLong: Reading['wrong'][number] = ['too_long', `lengthUTF8(${text}) > ${max}`]
  if (!odd.text) return { value: text, wrong: [tooLong] }
  return { value: text, wrong: [tooLong, ['damaged_text', isDamaged(text)]], doubtful: [hasMarks(text)] }
}

const textReaders: { [T in CellType['type']]?: Reader<Extract<CellType, { type: T }>> } = {
  identifier: (text, about) => readIdentifier(text, about.cell, about),
  text: (text, about) => readText(text, about.cell, about),
  registry_number: (text) => ({ value: text, wrong: [['bad_number', `NOT match(${text}, '^-?[0-9]{1,36}$')`]] }),
  channel: (text, { read }) => ({ read: channelOf(text), value: read, wrong: [['unknown_channel', `${read} = ''`]] }),
  region: (text, { read, demo }) => ({
    read: regionCode(text, demo),
    value: read,
    wrong: [['unknown_region', `${read} = ''`]],
  }),
  word: (text, { cell: { words, code, anyCase }, read }) =>
    anyCase
      ? { read: wordOf(text, words), value: read, wrong: [[code, `${read} = ''`]] }
      : { value: text, wrong: [[code, `NOT has(${array(words)}, ${text})`]] },
  hash: (text, { read }) => ({
    read: isPlain(text),
    value: text,
    wrong: [
      ['plain_identifier', read],
      ['bad_hash', `NOT ${read} AND NOT ${isHash(text)}`],
    ],
  }),
  age: (text) => ({
    value: text,
    wrong: [['bad_age', `NOT (match(${text}, '^[0-9]{3}$') AND toUInt16OrZero(${text}) <= 130)`]],
  }),
  ogrn: (text) => ({ value: text, wrong: [['bad_ogrn', `NOT ${isOgrn(text)}`]] }),
  count: (text, { cell: { max } }) => ({
    value: `if(${text} = '', NULL, toUInt16OrZero(${text}))`,
    wrong: [['bad_number', `NOT (match(${text}, '^[0-9]{1,4}$') AND toUInt16OrZero(${text}) <= ${max})`]],
  }),
}

/** Whether this kind of cell is read here; the others (events, moments, ratings) have files of their own. */
export const isText = (column: Column): boolean => column.cell.type in textReaders

/** Compiles a column of text, number, word, region, channel, hash, age or ОГРН. */
export function textColumn(column: Column, { has: hasColumn, cell, demo, reading, odd }: Context): Compiled {
  const { name } = column
  if (!hasColumn(name)) return compiled({ values: { [name]: column.cell.type === 'count' ? 'NULL' : "''" } })
  const text = cell(name)
  const step = `${name}_read`
  // Each reader is found by the type of the very cell it is given.
  const reader = textReaders[column.cell.type] as Reader<CellType> | undefined
  if (!reader) throw new Error(`${name} is not a text column`)
  const { read, value, wrong, doubtful } = reader(text, { cell: column.cell, read: step, demo, reading, odd })
  const checks: Check[] = wrong.map(([code, when]) => ({ code, column: name, when: `${text} != '' AND (${when})` }))
  if (column.required) checks.push({ code: 'required', column: name, when: `${text} = ''` })
  if (column.only && hasColumn('applicant_kind')) {
    const other = column.only === 'ФЛ' ? 'ЮЛ' : 'ФЛ'
    const when = `${text} != '' AND ${cell('applicant_kind')} = ${literal(other)}`
    checks.push({ code: 'wrong_applicant_field', column: name, when })
  }
  return compiled({ values: { [name]: value }, checks, doubtful, steps: read === undefined ? [] : [[[step, read]]] })
}
