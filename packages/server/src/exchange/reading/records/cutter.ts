import { isAscii } from 'node:buffer'
import { pageToUtf8 } from '../encodings/code-pages.ts'
import { type Encoding, EncodingTracker } from '../encodings/encoding.ts'
import { sniff } from '../encodings/sniff.ts'
import type { FaultReason, StructureFault } from '../faults/fault.ts'
import { oddities } from '../repairs/oddities.ts'
import { withoutUnseen } from '../repairs/without-unseen.ts'
import type { Chunk, ReadOptions, ReadResult } from '../reading.ts'
import type { Block } from './block.ts'
import { type Part, RecordFinder, type RecordRules } from './find-records.ts'
import { findHeader, type Header } from './header.ts'
import { Told } from './told.ts'

const LF = 0x0a
/** The longest byte order mark or signature of a text. */
const BEGINNING = 4

/** Cuts the gathered bytes of one file into chunks of whole records and keeps what is known about the file. */
export class Cutter {
  rows = 0
  header: Header | undefined
  structure: StructureFault | undefined
  restart: ReadResult['restart']
  readonly told = new Told()
  readonly #block: Block
  readonly #options: ReadOptions
  readonly #encoding: EncodingTracker
  readonly #finder = new RecordFinder()
  readonly #rules: RecordRules
  /** Line of the file in which the next record begins. */
  #line = 1
  #started = false
  /** The file began with a byte order mark. */
  #marked = false

  constructor(block: Block, options: ReadOptions) {
    this.#block = block
    this.#options = options
    this.#encoding = new EncodingTracker(options.encoding)
    const longBytes = options.maxRecordBytes ?? 1 << 20
    const hugeOpen = options.hugeRecordBytes ?? 64 << 20
    const { trusted = false } = options
    this.#rules = { delimiter: 0, width: 0, longBytes, longOpen: longBytes, hugeOpen, trusted }
  }

  /** Nothing more is to be cut: the file is refused or must be read again. */
  get ended(): boolean {
    return this.structure !== undefined || this.restart !== undefined
  }

  get encoding(): Encoding {
    return this.#encoding.encoding
  }

  /** The bytes have been brought into this encoding before they came here. */
  settle(encoding: 'utf-8'): void {
    this.#encoding.settle(encoding)
  }

  /** Hands out the whole records of the full (or, `final`, the last) block and keeps the rest for the next one. */
  async *cut(final: boolean): AsyncGenerator<Chunk, void> {
    if (!final && !this.#started && this.#block.used < BEGINNING) return this.#block.next(0)
    if (!this.#started) this.#start()
    if (final) this.#end()
    let start = 0
    if (!this.header && !this.ended) start = await this.#readHeader(final)
    if (this.ended) return
    if (!this.header) return this.#block.next(start)
    const part = this.#finder.find(this.#block.filled, start, this.#rules, final)
    const chunk = this.#accept(part, start)
    if (chunk) yield chunk
    this.#checkRest(part, final)
    if (!final && !this.ended) this.#block.next(part.end)
  }

  #start(): void {
    this.#started = true
    const found = sniff(this.#block.filled)
    if (found.fault) this.structure = found.fault
    if (found.bom) this.#encoding.settle('utf-8')
    this.#marked = found.bom > 0
    this.#block.skip(found.bom)
  }

  #end(): void {
    if (this.#block.dropEndSign()) this.told.notes.add('end_of_file_sign', { row: 0, line: 0 })
    this.#block.endLastLine()
  }

  /** The answer is the block offset after the header. */
  async #readHeader(final: boolean): Promise<number> {
    const bytes = this.#block.filled
    this.#encoding.preview(bytes.subarray(0, bytes.lastIndexOf(LF) + 1))
    const found = findHeader(bytes, this.encoding, final)
    if (found.kind === 'more') return 0
    const end = found.kind === 'header' ? found.end : bytes.length
    const nul = bytes.subarray(0, end).indexOf(0)
    if (nul >= 0) this.#refuse({ code: 'bad_encoding', reason: 'nul_byte', row: 0, offset: nul })
    else if (found.kind === 'fault') this.#refuse({ line: 1, ...found.fault })
    else if (this.#checkEncoding(0, end)) await this.#takeHeader(found.header, bytes.subarray(0, end))
    return end
  }

  async #takeHeader(header: Header, above: Buffer): Promise<void> {
    this.header = { ...header, encoding: this.encoding }
    Object.assign(this.#rules, { delimiter: header.delimiter.charCodeAt(0), width: header.cells.length })
    this.#line += countLines(above)
    // Rows set aside are written with a mark, and spreadsheets of Russia save a CSV without one.
    this.told.header(header, !this.#marked && !this.#rules.trusted)
    const fault = await this.#options.onHeader?.(this.header)
    this.structure = fault && { line: header.line, ...fault }
  }

  #accept(part: Part, start: number): Chunk | undefined {
    if (part.end === start || !this.#checkText(start, part.end)) return undefined
    if (part.longest > this.#rules.hugeOpen) {
      this.#refuseRow(
        part.longestRow,
        { code: 'too_large', reason: 'record_too_long', limit: this.#rules.hugeOpen },
        part,
      )
      return undefined
    }
    const firstRow = this.rows + 1
    this.told.part(part, firstRow, this.#line)
    this.#line += part.lines
    this.rows += part.rows
    return part.rows === 0 ? undefined : this.#chunkOf(part, firstRow)
  }

  #chunkOf({ body: raw, form, crlf, rows, longRows }: Part, firstRow: number): Chunk {
    const { encoding } = this
    const delimiter = form === 'escaped' ? '\t' : (this.header?.delimiter ?? ';')
    const decoded = encoding === 'utf-8' || isAscii(raw) ? raw : pageToUtf8(raw, encoding)
    const odd = oddities(decoded, form, delimiter)
    const body = odd.unseen ? this.#asSeen(decoded, firstRow) : decoded
    return {
      body,
      form,
      delimiter,
      crlf,
      firstRow,
      rows,
      longRows: longRows.map((row) => firstRow + row),
      oddSpaces: odd.spaces,
      oddText: odd.text,
      spaced: odd.spaced,
      release: body.buffer === this.#block.bytes.buffer ? this.#block.lend() : () => {},
    }
  }

  #asSeen(body: Buffer, firstRow: number): Buffer {
    const seen = withoutUnseen(body)
    this.told.unseen(seen.rows.map((row) => firstRow + row))
    return seen.body
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
    const before = this.#block.bytes.subarray(start, at)
    const row = this.header ? this.rows + this.#finder.escape(before, 0, this.#rules, false).rows + 1 : 0
    this.#refuse({ code: 'bad_encoding', reason, row, line: this.#line + countLines(before), offset: at })
  }

  /** @param row 0 = the first of the part. */
  #refuseRow(row: number, fault: StructureFault, part: Part): void {
    const shift = part.shifts.findLast((one) => one.row <= row)
    const line = this.#line + row + (shift ? shift.line - shift.row : 0)
    this.#refuse({ ...fault, row: this.rows + row + 1, line })
  }

  /** @param fault with an offset in the block. */
  #refuse(fault: StructureFault): void {
    const { offset } = fault
    this.structure = offset === undefined ? fault : { ...fault, offset: this.#block.offset + offset }
  }

  /** The rest after the last whole record is too long to go on with. */
  #checkRest(part: Part, final: boolean): void {
    const rest = this.#block.used - part.end
    const { hugeOpen: limit } = this.#rules
    if (this.ended || final || rest <= limit) return
    this.#refuse({ code: 'too_large', reason: 'record_too_long', row: this.rows + 1, line: this.#line, limit })
  }
}

function countLines(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines++
  return lines
}
