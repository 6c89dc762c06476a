import { countKnown, readHeader } from '@otklik/model/exchange'
import { type Encoding } from '../encodings/encoding.ts'
import { textIn } from '../encodings/text-in.ts'
import { escapeRecords } from './escape-records.ts'

export type Delimiter = ';' | ',' | '\t' | '|'
/** Candidates, in the order that decides a tie. */
const DELIMITERS: readonly Delimiter[] = [';', '\t', ',', '|']

/** A record as one of the delimiters cuts it. */
export interface Candidate {
  readonly delimiter: Delimiter
  readonly cells: readonly string[]
  /** Offset after it. */
  readonly end: number
  /** Lines without anything that stand before it. */
  readonly blank: number
  /** Its end was found. */
  readonly whole: boolean
  /** Offset of the quote that does not close, or −1. */
  readonly openQuote: number
  /** How many of its cells are titles that some kind of file has. */
  readonly known: number
}

const UNESCAPED: Record<string, string> = { t: '\t', n: '\n', r: '\r', '\\': '\\' }

function cellsOf(escaped: Buffer, encoding: Encoding): string[] {
  const cells = textIn(escaped, encoding).split('\t')
  return cells.map((cell) => cell.replace(/\\(.)/g, (_, letter: string) => UNESCAPED[letter] ?? letter))
}

function cut(bytes: Buffer, start: number, delimiter: Delimiter, encoding: Encoding): Candidate {
  const output = Buffer.allocUnsafe((bytes.length - start) * 2)
  const task = { input: bytes, start, end: bytes.length, delimiter: delimiter.charCodeAt(0), output }
  const found = escapeRecords({ ...task, maxRows: 1, longBytes: Number.POSITIVE_INFINITY })
  const whole = found.rows === 1
  const cells = cellsOf(output.subarray(0, whole ? found.written - 1 : found.reached), encoding)
  const { consumed: end, openQuote, shifts } = found
  const blank = shifts[0]?.line ?? 0
  return { delimiter, cells, end, blank, whole, openQuote, known: countKnown(cells) }
}

const cutsMore = (a: Candidate, b: Candidate): boolean =>
  a.known === b.known ? a.cells.length > b.cells.length : a.known > b.known

/**
 * The record at `start`, cut by the delimiter that cuts most known titles out of it, at a tie most cells: a title in quotes may
 * hold more commas than the header has semicolons. A bar parts the values of one cell too, so it has to cut a title.
 */
export function bestCut(bytes: Buffer, start: number, encoding: Encoding): Candidate {
  return DELIMITERS.map((delimiter) => cut(bytes, start, delimiter, encoding))
    .filter(({ delimiter, known }) => delimiter !== '|' || known > 0)
    .reduce((a, b) => (cutsMore(b, a) ? b : a))
}

/** Whether a file can be read by the record. */
export const isHeader = ({ whole, cells }: Candidate): boolean => whole && readHeader(cells).ok

/** A record that only numbers the columns, as printed forms do: 1, 2, 3 … */
export const numbersColumns = ({ whole, cells }: Candidate): boolean =>
  whole && cells.length > 2 && cells.every((cell, at) => cell.trim() === String(at + 1))
