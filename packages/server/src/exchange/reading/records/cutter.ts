import { isAscii } from 'node:buffer'
import type { Block } from './block.ts'
import { EncodingTracker } from '../encodings/encoding.ts'
import { type Escaped, escapeRecords } from './escape-records.ts'
import type { FaultReason, StructureFault } from '../faults/fault.ts'
import { findHeader, type Header } from './header.ts'
import { hasOddSpaces } from './odd-spaces.ts'
import type { Chunk, ReadOptions, ReadResult } from '../reading.ts'
import { scanLines } from './scan-lines.ts'
import { sniff } from '../encodings/sniff.ts'
import { windows1251ToUtf8 } from '../encodings/windows1251.ts'

const LF = 0x0a
const QUOTE = 0x22

/** Whole records found at the beginning of a block. */
interface Part {
  body: Buffer
  form: 'plain' | 'escaped'
  crlf: boolean
  rows: number
  longRows: number[]
  longest: number
  /** 0 = the first row of this part. */
  longestRow: number
  /** Block offset after them. */
  end: number
  /** Block offset of the quote that the rest after them stands in, or -1. */
  openQuote: number
}

/** Cuts the gathered bytes of one file into chunks of whole records and keeps what is known about the file. */
export class Cutter {
  rows = 0
  header: Header | undefined
  structure: StructureFault | undefined
  restart: ReadResult['restart']
  readonly #block: Block
  readonly #options: ReadOptions
  readonly #encoding: EncodingTracker
  readonly #longBytes: number
  readonly #hugeBytes: number
  #scratch = Buffer.alloc(0)
  #started = false

  constructor(block: Block, options: ReadOptions) {
    this.#block = block
    this.#options = options
    this.#encoding = new EncodingTracker(options.encoding)
    this.#longBytes = options.maxRecordBytes ?? 1 << 20
    this.#hugeBytes = options.hugeRecordBytes ?? 64 << 20
  }

  /** Nothing more is to be cut: the file is refused or must be read again. */
  get ended(): boolean {
    return this.structure !== undefined || this.restart !== undefined
  }

  get encoding(): ReadResult['encoding'] {
    return this.#encoding.encoding
  }

  /** Hands out the whole records of the full (or, `final`, the last) block and keeps the rest for the next one. */
  async *cut(final: boolean): AsyncGenerator<Chunk, void> {
    if (!final && !this.#started && this.#block.used < 4) return this.#block.next(0)
    if (!this.#started) this.#start()
    if (final) this.#block.endLastLine()
    let start = 0
    if (!this.header && !this.ended) start = await this.#readHeader(final)
    if (this.ended) return
    if (!this.header) return this.#block.next(start)
    const part = this.#findRecords(start)
    const chunk = this.#accept(part, start)
    if (chunk) yield chunk
    this.#checkRest(part, final)
    if (!final && !this.ended) this.#block.next(part.end)
  }

  #start(): void {
    this.#started = true
    const block = this.#block
    const found = sniff(block.bytes.subarray(0, block.used))
    if (found.fault) this.structure = found.fault
    if (found.bom) this.#encoding.settle('utf-8')
    block.bytes = block.bytes.subarray(found.bom)
    block.used -= found.bom
    block.offset += found.bom
  }

  /** The answer is the block offset after the header. */
  async #readHeader(final: boolean): Promise<number> {
    const block = this.#block
    const bytes = block.bytes.subarray(0, block.used)
    const found = findHeader(bytes, final)
    if (found.kind === 'more') return 0
    const end = found.kind === 'header' ? found.end : bytes.length
    const nul = bytes.subarray(0, end).indexOf(0)
    if (nul >= 0) this.structure = { code: 'bad_encoding', reason: 'nul_byte', row: 0, offset: block.offset + nul }
    else if (found.kind === 'fault') this.structure = { ...found.fault, ...this.#absolute(found.fault.offset) }
    else if (this.#checkEncoding(0, end)) {
      const { delimiter, cells } = found
      this.#encoding.preview(bytes.subarray(0, bytes.lastIndexOf(LF) + 1))
      this.header = { delimiter, encoding: this.encoding, cells: cells(this.encoding) }
      this.structure = await this.#options.onHeader?.(this.header)
    }
    return end
  }

  #absolute(offset: number | undefined): { offset?: number } {
    return offset === undefined ? {} : { offset: this.#block.offset + offset }
  }

  #findRecords(start: number): Part {
    const { bytes, used } = this.#block
    const filled = bytes.subarray(0, used)
    const end = Math.max(filled.lastIndexOf(LF) + 1, start)
    const quote = filled.indexOf(QUOTE, start)
    if (quote < 0 || quote >= end) {
      const lines = scanLines(filled, start, end, this.#longBytes)
      if (!lines.blank && (lines.crlf === 0 || lines.crlf === lines.rows)) {
        const body = filled.subarray(start, end)
        return { ...lines, body, form: 'plain', crlf: lines.crlf > 0, end, openQuote: -1 }
      }
    }
    const escaped = this.#escape(start, used)
    const body = Buffer.allocUnsafeSlow(escaped.written)
    this.#scratch.copy(body, 0, 0, escaped.written)
    return { ...escaped, body, form: 'escaped', crlf: false, end: escaped.consumed }
  }

  #escape(start: number, end: number): Escaped {
    const input = this.#block.bytes
    if (this.#scratch.length < 2 * (end - start)) this.#scratch = Buffer.allocUnsafeSlow(2 * (end - start))
    const delimiter = (this.header?.delimiter ?? ';').charCodeAt(0)
    return escapeRecords({ input, start, end, delimiter, output: this.#scratch, longBytes: this.#longBytes })
  }

  #accept(part: Part, start: number): Chunk | undefined {
    if (part.end === start || !this.#checkText(start, part.end)) return undefined
    if (part.longest > this.#hugeBytes) {
      const row = this.rows + part.longestRow + 1
      this.structure = { code: 'too_large', reason: 'record_too_long', row, limit: this.#hugeBytes }
      return undefined
    }
    const firstRow = this.rows + 1
    this.rows += part.rows
    if (part.rows === 0) return undefined
    const decode = this.encoding === 'windows-1251' && !isAscii(part.body)
    const body = decode ? windows1251ToUtf8(part.body) : part.body
    const delimiter = part.form === 'escaped' ? '\t' : (this.header?.delimiter ?? ';')
    const release = body.buffer === this.#block.bytes.buffer ? this.#block.lend() : () => {}
    return {
      body,
      form: part.form,
      delimiter,
      crlf: part.crlf,
      firstRow,
      rows: part.rows,
      longRows: part.longRows.map((row) => firstRow + row),
      oddSpaces: hasOddSpaces(body, part.form, delimiter),
      release,
    }
  }

  #checkText(start: number, end: number): boolean {
    const nul = this.#block.bytes.subarray(start, end).indexOf(0)
    if (nul >= 0) {
      this.#refuseText('nul_byte', start, start + nul)
      return false
    }
    return this.#checkEncoding(start, end)
  }

  #checkEncoding(start: number, end: number): boolean {
    const verdict = this.#encoding.accept(this.#block.bytes.subarray(start, end))
    if ('restart' in verdict) this.restart = verdict.restart
    if ('fault' in verdict) this.#refuseText(verdict.fault, start, start + verdict.offset)
    return 'encoding' in verdict
  }

  #refuseText(reason: FaultReason, start: number, at: number): void {
    const row = this.header ? this.rows + this.#escape(start, at).rows + 1 : 0
    this.structure = { code: 'bad_encoding', reason, row, offset: this.#block.offset + at }
  }

  /** The rest after the last whole record: too long to go on with, or a quote that never closes. */
  #checkRest(part: Part, final: boolean): void {
    const { used, offset } = this.#block
    const rest = used - part.end
    if (this.ended || rest === 0 || (!final && rest <= this.#hugeBytes)) return
    const openQuote = part.form === 'escaped' ? part.openQuote : this.#escape(part.end, used).openQuote
    const row = this.rows + 1
    this.structure =
      openQuote >= 0
        ? { code: 'unclosed_quote', reason: 'plain', row, offset: offset + openQuote }
        : { code: 'too_large', reason: 'record_too_long', row, limit: this.#hugeBytes }
  }
}
