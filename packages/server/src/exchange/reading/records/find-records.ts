import { type Escaped, escapeRecords, type QuoteRules } from './escape-records.ts'
import { scanLines } from './scan-lines.ts'

const LF = 0x0a
const QUOTE = 0x22

/** Whole records found in gathered bytes. */
export interface Part extends Omit<Escaped, 'consumed' | 'written' | 'reached' | 'oddEnds'> {
  body: Buffer
  form: 'plain' | 'escaped'
  /** Every line ends with CR LF. */
  crlf: boolean
  /** Some lines end with CR CR LF. */
  oddEnds: boolean
  /** Offset after them. */
  end: number
}
const untouched = { shifts: [], strayRows: [], slashedRows: [], emptyLines: [], oddEnds: false, openQuote: -1 }

export interface RecordRules extends Omit<QuoteRules, 'final'> {
  /** Cells that a row has. */
  width: number
  delimiter: number
  longBytes: number
  /** Quotes are right, whatever they hold. */
  trusted: boolean
}

/** Finds the records of one file, passing through untouched what can be. Its memory is used again for each part. */
export class RecordFinder {
  #scratch = Buffer.alloc(0)

  /** @param final nothing follows the bytes. */
  find(bytes: Buffer, start: number, rules: RecordRules, final: boolean): Part {
    const end = Math.max(bytes.lastIndexOf(LF) + 1, start)
    const quote = bytes.indexOf(QUOTE, start)
    if (quote < 0 || quote >= end) {
      const body = bytes.subarray(start, end)
      const { odd, crlf, ...lines } = scanLines(body, rules.delimiter, rules.longBytes)
      if (!odd && (crlf === 0 || crlf === lines.rows))
        return { ...lines, ...untouched, lines: lines.rows, body, form: 'plain', crlf: crlf > 0, end }
    }
    const { consumed, written, reached: _, oddEnds, ...found } = this.escape(bytes, start, rules, final)
    const body = Buffer.allocUnsafeSlow(written)
    this.#scratch.copy(body, 0, 0, written)
    return { ...found, body, form: 'escaped', crlf: false, oddEnds: oddEnds > 0, end: consumed }
  }

  escape(input: Buffer, start: number, rules: RecordRules, final: boolean): Escaped {
    const end = input.length
    if (this.#scratch.length < 2 * (end - start)) this.#scratch = Buffer.allocUnsafeSlow(2 * (end - start))
    const { delimiter, longBytes, width, trusted } = rules
    // In a file of one column every line is a row.
    const quotes = width > 1 && !trusted ? { ...rules, final } : undefined
    return escapeRecords({ input, start, end, delimiter, output: this.#scratch, longBytes, width, quotes })
  }
}
