/** Letters of the two alphabets that nobody can tell apart in print: Latin, then Russian. */
const pairs = [
  'AА',
  'BВ',
  'CС',
  'EЕ',
  'HН',
  'KК',
  'MМ',
  'OО',
  'PР',
  'TТ',
  'XХ',
  'YУ',
  'aа',
  'cс',
  'eе',
  'oо',
  'pр',
  'xх',
  'yу',
]
const toRussian = new Map(pairs.map(([latin = '', russian = '']) => [latin, russian]))
const toLatin = new Map(pairs.map(([latin = '', russian = '']) => [russian, latin]))

const replaced = (text: string, letters: ReadonlyMap<string, string>): string =>
  [...text].map((letter) => letters.get(letter) ?? letter).join('')

/** The text with Latin letters that look like Russian ones replaced by those. */
export const inRussianLetters = (text: string): string => replaced(text, toRussian)
/** The text with Russian letters that look like Latin ones replaced by those. */
export const inLatinLetters = (text: string): string => replaced(text, toLatin)

/** What two texts have in common that only look alike: of each pair one letter stands for both. */
export const likeness = (text: string): string => inRussianLetters(text.toUpperCase())
