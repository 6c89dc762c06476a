/** Crockford's base 32: no I, L, O and U, which are read as other signs or make words. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12

/**
 * A code out of random bytes, eleven at least: `7K3M-9QXA-2FH8`. Eleven signs of five bits each, then the check sign.
 * Of each byte the lower five bits count, so that all signs are alike in their chance.
 */
export function trackingCode(random: Uint8Array): string {
  if (random.length < LENGTH - 1) throw new RangeError(`a tracking code needs ${LENGTH - 1} bytes`)
  const body = [...random.subarray(0, LENGTH - 1)].map((byte) => signAt(byte & 31)).join('')
  return inFours(body + checkSign(body))
}

/**
 * A code as somebody has typed it, in its one form: small letters, spaces and other dashes are allowed, O is read as 0,
 * I and L as 1 (and Russian letters that look alike as Latin ones). Undefined where it can't be a code.
 */
export function readTrackingCode(typed: string): string | undefined {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015\u2212._]/g, '')
    .replace(/[OIL]|[АВЕКМНОРСТХУ]/g, (sign) => MEANT[sign] ?? sign)
  if (signs.length !== LENGTH || [...signs].some((sign) => !SIGNS.includes(sign))) return undefined
  return checkSign(signs.slice(0, -1)) === signs.at(-1) ? inFours(signs) : undefined
}

const MEANT: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  // Russian letters by the Latin ones that they look like.
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: '0',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
}

/** Luhn's algorithm modulo 32: tells every single wrong sign, and neighbours that have changed places but for 0 and Z. */
export function checkSign(body: string): string {
  const sum = [...body].toReversed().reduce((total, sign, at) => total + weighed(SIGNS.indexOf(sign), at % 2 === 0), 0)
  return signAt((32 - (sum % 32)) % 32)
}

const weighed = (value: number, doubled: boolean): number =>
  doubled ? Math.floor((value * 2) / 32) + ((value * 2) % 32) : value

const signAt = (value: number): string => SIGNS[value] ?? ''
const inFours = (signs: string): string => signs.match(/.{4}/g)?.join('-') ?? signs
