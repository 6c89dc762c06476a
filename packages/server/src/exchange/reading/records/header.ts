import type { Encoding } from '../encodings/encoding.ts'
import { textIn } from '../encodings/text-in.ts'
import type { StructureFault } from '../faults/fault.ts'
import { bestCut, type Candidate, type Delimiter, isHeader, numbersColumns } from './header-lines.ts'

export interface Header {
  delimiter: Delimiter
  /** As far as known when the header is read: an ASCII beginning says `utf-8`, the result of the reading has the last word. */
  encoding: Encoding
  /** Cells as read, unquoted; case and outer spaces are the matter of whoever compares them. */
  cells: string[]
  /** Line of the file it begins in, from 1. */
  line: number
  /** Lines that were passed over to find it, as they stand in the file. */
  skipped: string[]
  /** The line that tells Excel the delimiter, `sep=;`. */
  sepLine: string | undefined
}

/** A longer first line is no header. */
export const MAX_HEADER_BYTES = 1 << 20
/** So many lines may stand above a header. */
const MAX_TITLE_LINES = 30
/** Of a line above the header so much is looked at. */
const MAX_TITLE_BYTES = 64 << 10
const CR = 0x0d
const LF = 0x0a

export type FoundHeader =
  | { kind: 'header'; header: Header; end: number }
  | { kind: 'more' }
  | { kind: 'fault'; fault: StructureFault }

/**
 * Finds the header: the first record that is not blank or, where that is none, one of the next lines by which the file can be
 * read. A `sep=` line before it and a row of column numbers after it are passed over.
 * @param final nothing follows `bytes`; then their last record ends with LF.
 */
export function findHeader(bytes: Buffer, encoding: Encoding, final: boolean): FoundHeader {
  const part = bytes.subarray(0, MAX_HEADER_BYTES)
  const last = final || part.length === MAX_HEADER_BYTES
  const sep = sepLine(part)
  const first = bestCut(part, sep.length, encoding)
  if (!first.whole && !last) return { kind: 'more' }
  // One title may stand in any text, two make a header, whatever else is wrong with it.
  if (isHeader(first) || (first.whole && first.known > 1))
    return headerAt(part, { start: sep.length, found: first, sep: sep.text, encoding })
  const later = laterHeader(part, sep.length, encoding)
  if (later) return headerAt(part, { ...later, sep: sep.text, encoding })
  if (!last && lineStarts(part, sep.length).length < MAX_TITLE_LINES) return { kind: 'more' }
  const lone = loneCr(part, first.whole ? first.end : part.length)
  if (lone >= 0) return fault({ code: 'bad_encoding', reason: 'cr_line_ends', row: 0, offset: lone })
  if (first.whole) return headerAt(part, { start: sep.length, found: first, sep: sep.text, encoding })
  if (first.openQuote >= 0) return fault({ code: 'unclosed_quote', reason: 'plain', row: 0, offset: first.openQuote })
  if (part.length === MAX_HEADER_BYTES)
    return fault({ code: 'too_large', reason: 'header_too_long', row: 0, limit: MAX_HEADER_BYTES })
  return fault({ code: 'empty_file', reason: 'plain' })
}

function fault(fault: StructureFault): FoundHeader {
  return { kind: 'fault', fault }
}

interface Place {
  readonly start: number
  readonly found: Candidate
  readonly sep: string | undefined
  readonly encoding: Encoding
}

function headerAt(bytes: Buffer, { start, found, sep, encoding }: Place): FoundHeader {
  const above = linesIn(bytes.subarray(sep === undefined ? 0 : lineAfter(bytes, 0), start))
  const texts = above.map((line) => textIn(line, encoding).trim())
  const numbers = isHeader(found)
    ? bestCut(bytes.subarray(0, lineAfter(bytes, found.end)), found.end, encoding)
    : undefined
  const numbered = numbers !== undefined && numbersColumns(numbers)
  const header: Header = {
    delimiter: found.delimiter,
    encoding,
    cells: [...found.cells],
    line: linesIn(bytes.subarray(0, start)).length + found.blank + 1,
    skipped: [...texts, ...(numbered ? [numbers.cells.join(found.delimiter)] : [])].filter((text) => text !== ''),
    sepLine: sep,
  }
  return { kind: 'header', header, end: numbered ? numbers.end : found.end }
}

/** `sep=;` before anything else, with its line end. */
function sepLine(bytes: Buffer): { length: number; text: string | undefined } {
  const [line = '', text] = /^("?sep=.?"?)[;,\t ]*\r*\n/i.exec(bytes.toString('latin1', 0, 100)) ?? []
  return { length: line.length, text }
}

/** One of the lines after the first by which the file can be read. */
function laterHeader(bytes: Buffer, from: number, encoding: Encoding): { start: number; found: Candidate } | undefined {
  for (const start of lineStarts(bytes, from).slice(1)) {
    const found = bestCut(bytes.subarray(0, start + MAX_TITLE_BYTES), start, encoding)
    if (isHeader(found)) return { start, found }
  }
  return undefined
}

function lineStarts(bytes: Buffer, from: number): number[] {
  const starts: number[] = []
  for (let at = from; at < bytes.length && starts.length < MAX_TITLE_LINES; at = lineAfter(bytes, at)) starts.push(at)
  return starts
}

function lineAfter(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(LF, at)
  return end < 0 ? bytes.length : end + 1
}

function linesIn(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let at = 0; at < bytes.length; at = lineAfter(bytes, at)) lines.push(bytes.subarray(at, lineAfter(bytes, at)))
  return lines
}

function loneCr(bytes: Buffer, end: number): number {
  for (let at = bytes.indexOf(CR); at >= 0 && at < end; at = bytes.indexOf(CR, at + 1)) {
    if (at + 1 < end && bytes[at + 1] !== LF && bytes[at + 1] !== CR) return at
  }
  return -1
}
