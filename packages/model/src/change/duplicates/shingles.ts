/** Signs of a piece by which texts are compared. */
const LENGTH = 4

/** A text as copies of it are told: no case, е for ё, all but letters and digits as one space, none at the ends. */
export const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The different pieces of four signs of a bare text; a shorter one is its own piece. */
export function shingles(text: string): string[] {
  const signs = /[\uD800-\uDFFF]/.test(text) ? [...text] : text
  if (signs.length <= LENGTH) return [text]
  const pieces = new Set<string>()
  for (let at = 0; at + LENGTH <= signs.length; at++) {
    const piece = signs.slice(at, at + LENGTH)
    pieces.add(typeof piece === 'string' ? piece : piece.join(''))
  }
  return [...pieces]
}
