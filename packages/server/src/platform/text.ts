/** The form in which texts are searched: no case, ё as е, single spaces. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()
}

/** A name as it is kept: no outer spaces, one space between words, nothing that PostgreSQL or JSON can't hold. */
export function tidy(text: string): string {
  return storable(text).replace(/\s+/g, ' ').trim()
}

/** PostgreSQL keeps no zero characters, and its JSON no half of a character. */
export const storable = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed()

/** Tidied, or null where nothing is left. */
export const tidyOrNull = (text: string | null): string | null => tidy(text ?? '') || null

/** Several values of one cell of the exchange format, or of one field of the desk: tidied, each once, none empty. */
export const tidyList = (values: readonly string[]): string[] =>
  [...new Set(values.map(tidy))].filter((word) => word !== '')

/** XML can't carry control characters and half a surrogate pair. */
export const forXml = (text: string): string =>
  text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '\uFFFD')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For text and attributes of a page. */
export const escapedHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
