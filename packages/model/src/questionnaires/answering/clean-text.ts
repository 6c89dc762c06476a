const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/g
/** Control characters but line breaks, halves of surrogate pairs, and what turns the direction of writing. */
const unwanted = /[^\P{Cc}\n]|[\p{Cs}\u202A-\u202E\u2066-\u2069]/gu
const invisible = '[\\s\\u200B-\\u200D\\u2060\\uFEFF]+'
const ends = new RegExp(`^${invisible}|${invisible}$`, 'g')

/**
 * A text as it is kept: NFC, trimmed (of invisible characters too), without control characters but line breaks, which become
 * LF, and without overrides of direction. A tab becomes a space. Cleaning twice changes nothing.
 */
export const cleanText = (text: string): string =>
  text.replace(lineBreaks, '\n').replaceAll('\t', ' ').replace(unwanted, '').normalize('NFC').replace(ends, '')

/** Length in code points: an emoji is one sign. */
export const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length++
  return length
}
