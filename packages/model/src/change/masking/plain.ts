/** A text as the finders read it, and the way back to the text as it was written. */
export interface Plain {
  readonly text: string
  /** The code point of the written text where this unit begins, and the one where it ends. */
  readonly from: (unit: number) => number
  readonly to: (unit: number) => number
}

/**
 * Anything but plain letters, digits and signs: signs that nobody sees, combining signs, digits of other shapes, halves of
 * characters beyond 16 bits. Most texts have none of them and are read as they are.
 */
const UNUSUAL = /[[\p{Cf}\p{M}\p{No}\p{Nd}\p{Cs}\u{10000}-\u{10FFFF}\uFF01-\uFF5E]--[0-9]]/v

const INVISIBLE = /^[\p{Cf}\p{M}]$/u

/**
 * Takes invisible and combining signs out and gives letters and digits their ordinary shape, so that a phone number with a
 * zero-width space or an emoji digit in it is a phone number. й and ё written as two signs become one letter.
 */
export function plain(written: string): Plain {
  if (!UNUSUAL.test(written)) return { text: written, from: (unit) => unit, to: (unit) => unit + 1 }
  const reader = new Reader()
  for (const sign of written) reader.take(sign)
  return reader.done()
}

class Reader {
  readonly #units: string[] = []
  readonly #from: number[] = []
  readonly #to: number[] = []
  #at = 0

  take(sign: string): void {
    const at = this.#at++
    if (this.#compose(sign)) return
    if (INVISIBLE.test(sign)) {
      // A combining sign belongs to what it stands on; an invisible one to nothing.
      if (/\p{M}/u.test(sign) && this.#to.length > 0) this.#to[this.#to.length - 1] = at + 1
      return
    }
    for (const unit of ordinary(sign)) this.#push(unit, at)
  }

  done(): Plain {
    const [from, to, end] = [this.#from, this.#to, this.#at]
    return { text: this.#units.join(''), from: (unit) => from[unit] ?? end, to: (unit) => to[unit] ?? end }
  }

  #push(unit: string, at: number): void {
    this.#units.push(unit)
    this.#from.push(at)
    this.#to.push(at + 1)
  }

  /** и with a breve is й, е with a diaeresis is ё. */
  #compose(sign: string): boolean {
    if (sign !== '\u0306' && sign !== '\u0308') return false
    const letter = ((this.#units.at(-1) ?? '') + sign).normalize('NFC')
    if (letter.length !== 1 || letter === sign) return false
    this.#units[this.#units.length - 1] = letter
    this.#to[this.#to.length - 1] = this.#at
    return true
  }
}

/** The plain letters and digits of a sign in another shape; signs beyond 16 bits that have none become one space. */
function ordinary(sign: string): string[] {
  const folded = sign.normalize('NFKC')
  if (folded.length === 1 && folded < '\u0600') return [folded]
  if (/^\d+\.?$/.test(folded)) return folded.replace('.', '').split('')
  if (DIGIT.test(sign)) return [digitOf(sign)]
  return sign.length === 1 ? [sign] : [' ']
}

const DIGIT = /^\p{Nd}$/u

/** Digits of a script stand in a row in Unicode, from its zero: the value is the distance from there. */
function digitOf(sign: string): string {
  const point = sign.codePointAt(0) ?? 0
  let zero = point
  while (point - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--
  return String(point - zero)
}
