import { codePages, type CodePage, textOf } from './code-pages.ts'
import { weighRussian } from './russian.ts'

/** Enough different words to be sure. */
const ENOUGH_BYTES = 4_000
/**
 * How much likelier the words must be in a page than in Windows-1251, where `letters` are read otherwise: more than chance
 * gives, which for letters taken at random grows with the root of their number.
 */
const isBeyondDoubt = (gain: number, letters: number): boolean =>
  gain >= Math.max(5, 7 * Math.sqrt(letters)) && gain / letters >= 0.5

/**
 * Letters of a file that is not UTF-8, gathered until they tell the code page. A word counts once, however often it comes:
 * else an abbreviation of every row would outweigh the prose.
 */
export class LetterStatistics {
  readonly #words = new Map<string, Buffer>()
  #bytes = 0

  /** Whether more would hardly change the verdict. */
  get sure(): boolean {
    return this.#bytes >= ENOUGH_BYTES
  }

  add(part: Buffer): void {
    for (let at = 0; at < part.length && !this.sure; at++) {
      if ((part[at] as number) < 0x80) continue
      let end = at
      while (end < part.length && (part[end] as number) >= 0x80 && end - at < 100) end++
      this.#note(part.subarray(at, end))
      at = end
    }
  }

  #note(word: Buffer): void {
    const key = word.toString('latin1')
    if (this.#words.has(key)) return
    this.#words.set(key, Buffer.from(word))
    this.#bytes += word.length
  }

  /** The page in which the words look most like Russian; Windows-1251 where none is beyond doubt. */
  page(): CodePage {
    const base = this.#score('windows-1251')
    const others = codePages.filter((page) => page !== 'windows-1251')
    const scored = others.map((page) => ({ page, gain: this.#score(page) - base }))
    const best = scored.reduce((a, b) => (b.gain > a.gain ? b : a))
    return isBeyondDoubt(best.gain, this.#differing(best.page)) ? best.page : 'windows-1251'
  }

  /** Whether the words, read in the page, are Russian rather than anything else. */
  get looksRussian(): boolean {
    return this.#bytes > 0 && this.#score(this.page()) / this.#bytes > -4
  }

  #score(page: CodePage): number {
    let sum = 0
    for (const word of this.#words.values()) sum += weighRussian(textOf(word, page))
    return sum
  }

  /** How many letters the page reads otherwise than Windows-1251. */
  #differing(page: CodePage): number {
    let letters = 0
    for (const word of this.#words.values()) {
      const [one, other] = [textOf(word, page), textOf(word, 'windows-1251')]
      for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) letters++
    }
    return letters
  }
}
