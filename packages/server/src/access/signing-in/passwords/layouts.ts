const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю.'

const pairs = LATIN.split('').map((sign, at) => [sign, CYRILLIC[at] ?? sign] as const)
const toCyrillic = new Map(pairs)
const toLatin = new Map(pairs.map(([latin, cyrillic]) => [cyrillic, latin]))

const retype = (text: string, keys: ReadonlyMap<string, string>): string =>
  Array.from(text.toLowerCase())
    .map((sign) => keys.get(sign) ?? sign)
    .join('')

/**
 * What the same keys would have given on the other keyboard layout, ЙЦУКЕН or QWERTY, in small letters: «gfhjkm» is
 * «пароль», «йцукен» is "qwerty".
 */
export const onOtherLayout = (text: string): string => retype(text, /[а-яё]/i.test(text) ? toLatin : toCyrillic)
