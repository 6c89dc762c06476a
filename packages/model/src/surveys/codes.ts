/** Crockford's base 32 in lower case: nothing in it is mistaken for another sign, and no words come of it. */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz'

/** A code to be read off a poster and typed: a sign for every byte, of which the lower five bits count. */
export const readableCode = (bytes: Iterable<number>): string =>
  [...bytes].map((byte) => SIGNS[byte & 31] ?? '').join('')

/** Taken for addresses of the program's own: no campaign may have them. */
export const RESERVED_CODES: readonly string[] = ['trial', 'assets']
