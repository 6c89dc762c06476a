import { isUtf8 } from 'node:buffer'
import { countKnown } from '@otklik/model/exchange'
import { escapeRecords } from './escape-records.ts'
import { type Encoding } from '../encodings/encoding.ts'
import type { StructureFault } from '../faults/fault.ts'
import { windows1251ToUtf8 } from '../encodings/windows1251.ts'

export type Delimiter = ';' | ',' | '\t'

export interface Header {
  delimiter: Delimiter
  /** As far as known when the header is read: an ASCII beginning says `utf-8`, the result of the reading has the last word. */
  encoding: Encoding
  /** Cells as read, unquoted; case and outer spaces are the matter of whoever compares them. */
  cells: string[]
}

/** Candidates, in the order that decides a tie. */
const DELIMITERS: Delimiter[] = [';', '\t', ',']
/** A longer first line is no header. */
export const MAX_HEADER_BYTES = 1 << 20
const CR = 0x0d
const LF = 0x0a

export type FoundHeader =
  | { kind: 'header'; delimiter: Delimiter; cells: (encoding: Encoding) => string[]; end: number }
  | { kind: 'more' }
  | { kind: 'fault'; fault: StructureFault }

interface Candidate {
  delimiter: Delimiter
  escaped: Buffer
  end: number
  whole: boolean
  openQuote: number
  knownCount: number
  cellCount: number
}

const cutsMore = (a: Candidate, b: Candidate): boolean =>
  a.knownCount === b.knownCount ? a.cellCount > b.cellCount : a.knownCount > b.knownCount

/**
 * Finds the first record that is not blank and its delimiter: the one that cuts most known titles out of it, at a tie most
 * cells – a title in quotes may hold more commas than the header has semicolons.
 * @param final nothing follows `bytes`; then their last record ends with LF.
 */
export function findHeader(bytes: Buffer, final: boolean): FoundHeader {
  const part = bytes.subarray(0, MAX_HEADER_BYTES)
  const last = final || part.length === MAX_HEADER_BYTES
  const candidates = DELIMITERS.map((delimiter) => tryDelimiter(part, delimiter))
  if (!last && candidates.some((candidate) => !candidate.whole)) return { kind: 'more' }
  const best = candidates.reduce((a, b) => (cutsMore(b, a) ? b : a))
  const lone = loneCr(part, best.whole ? best.end : part.length)
  if (lone >= 0) return fault({ code: 'bad_encoding', reason: 'cr_line_ends', row: 0, offset: lone })
  if (best.whole) {
    const cells = (encoding: Encoding) => decodeCells(best.escaped, encoding)
    return { kind: 'header', delimiter: best.delimiter, cells, end: best.end }
  }
  if (best.openQuote >= 0) return fault({ code: 'unclosed_quote', reason: 'plain', row: 0, offset: best.openQuote })
  if (part.length === MAX_HEADER_BYTES)
    return fault({ code: 'too_large', reason: 'header_too_long', row: 0, limit: MAX_HEADER_BYTES })
  return fault({ code: 'empty_file', reason: 'plain' })
}

function fault(fault: StructureFault): FoundHeader {
  return { kind: 'fault', fault }
}

function tryDelimiter(bytes: Buffer, delimiter: Delimiter): Candidate {
  const output = Buffer.allocUnsafe(bytes.length * 2)
  const task = { input: bytes, start: 0, end: bytes.length, delimiter: delimiter.charCodeAt(0), output }
  const found = escapeRecords({ ...task, maxRows: 1, longBytes: Number.POSITIVE_INFINITY })
  const whole = found.rows === 1
  const escaped = output.subarray(0, whole ? found.written - 1 : found.reached)
  const cells = decodeCells(escaped, isUtf8(escaped) ? 'utf-8' : 'windows-1251')
  const counted = { knownCount: countKnown(cells), cellCount: cells.length }
  return { delimiter, escaped, end: found.consumed, whole, openQuote: found.openQuote, ...counted }
}

function loneCr(bytes: Buffer, end: number): number {
  for (let at = bytes.indexOf(CR); at >= 0 && at < end; at = bytes.indexOf(CR, at + 1)) {
    if (at + 1 < end && bytes[at + 1] !== LF) return at
  }
  return -1
}

const UNESCAPED: Record<string, string> = { t: '\t', n: '\n', r: '\r', '\\': '\\' }

function decodeCells(escaped: Buffer, encoding: Encoding): string[] {
  const text = (encoding === 'utf-8' ? escaped : windows1251ToUtf8(escaped)).toString('utf8')
  return text.split('\t').map((cell) => cell.replace(/\\(.)/g, (_, letter: string) => UNESCAPED[letter] ?? letter))
}
