/**
 * Characters that stand between words in the names of regions: each counts as a space.
 * A plain list, because the same rule is compiled into SQL as a chain of replacements.
 */
export const separators: readonly string[] = [
  '.,;:()[]/\\|_"\'`-',
  '«»„“”’',
  '\u2010\u2011\u2012\u2013\u2014\u2015\u2212',
  '\t\r\n\u00A0\u2007\u2009\u202F\uFEFF',
].flatMap((group) => group.split(''))
const separator = new Set(separators)

/**
 * Brings the name of a region to the form in which names are compared. In this order, and nothing else: lower case;
 * ё → е; each of `separators` → a space; runs of spaces → one; spaces at both ends off.
 */
export function normaliseRegionName(text: string): string {
  const folded = text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^ ]/gu, (char) => (separator.has(char) ? ' ' : char))
  return folded.replace(/ +/g, ' ').replace(/^ | $/g, '')
}
