/** Characters that stand in a text and are not seen, with their names. */
const names: Readonly<Record<string, string>> = {
  '\u00AD': 'мягкий перенос',
  '\u200B': 'пробел нулевой ширины',
  '\u200C': 'разъединитель нулевой ширины',
  '\u200D': 'соединитель нулевой ширины',
  '\u200E': 'знак письма слева направо',
  '\u200F': 'знак письма справа налево',
  '\u2060': 'соединитель слов',
  '\uFEFF': 'неразрывный пробел нулевой ширины',
}
/** Each of them, in no order. */
export const unseenCharacters: readonly string[] = Object.keys(names)
const unseen = new RegExp(`[${unseenCharacters.join('')}]`, 'gu')
/** A letter and the sign over it, written as two characters. */
const parted = /\p{L}\p{Mn}+/gu

/** Whether there is anything in the text that `asSeen` may change. */
export const hasUnseen = (text: string): boolean =>
  /\p{Mn}/u.test(text) || unseenCharacters.some((one) => text.includes(one))

export const nameOfUnseen = (character: string): string | undefined => names[character]

/** The text as it looks: without what nobody sees, letters with a sign over them as one character (NFC). */
export const asSeen = (text: string): string => text.replace(unseen, '').normalize('NFC')

/** Letters in the text that are written as two characters and could be one. */
export const partedLetters = (text: string): string[] =>
  [...new Set(text.match(parted))].filter((letters) => letters.normalize('NFC') !== letters)
