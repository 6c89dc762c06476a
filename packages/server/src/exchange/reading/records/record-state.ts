import { isEmptyRow } from './scan-lines.ts'

const TAB = 0x09
const LF = 0x0a

export interface EscapeTask {
  input: Buffer
  /** Where the input ends; it begins at `start`, always at the beginning of a record. */
  start: number
  end: number
  delimiter: number
  /** At least `2 * (end - start)` bytes. */
  output: Buffer
  maxRows?: number
  /** Rows longer than this (raw bytes without the line end) are listed in `longRows`. */
  longBytes: number
  /** Cells that a row has, where that is known. */
  width?: number
  /** Told, quotes that swallow rows are found; without it every quote is what RFC 4180 says. */
  quotes?: QuoteRules
}

export interface QuoteRules {
  /** Nothing follows the input: a quote that is open at its end is a stray one. */
  final: boolean
  /** So many bytes after a quote tell whether it is a stray one, though more follow. */
  longOpen: number
  /** No record is so long: a quote that is open all the way is a stray one. */
  hugeOpen: number
}

/** Numbers of rows here are from 0, as are lines. */
export interface Escaped {
  /** Input offset after the last whole record. */
  consumed: number
  /** Bytes of `output` that hold the whole records. */
  written: number
  /** The same with the unfinished record after them. */
  reached: number
  rows: number
  /** Numbers of the over-long rows. */
  longRows: number[]
  /** Length of the longest row seen, in raw bytes. */
  longest: number
  longestRow: number
  /** The unfinished record after `consumed` stands inside quotes that opened at this offset, else -1. */
  openQuote: number
  /** Lines of all whole records, and of what is no record between them. */
  lines: number
  /** Rows that begin further from the row before than it is high, and their lines. */
  shifts: { row: number; line: number }[]
  /** Rows with a quote that opens a cell and closes none: it stands in the output. */
  strayRows: number[]
  /** Rows with quotes written `\"`. */
  slashedRows: number[]
  /** Lines of rows without anything in their cells, left out. */
  emptyLines: number[]
  /** Lines that end with CR CR LF. */
  oddEnds: number
}

/** Where the reader of a record stands. */
export interface State {
  at: number
  to: number
  cellStart: boolean
  /** Offset of the quote we stand in, or -1. */
  quote: number
  /** Quotes of this cell are written `\"`. */
  slashed: boolean
  /** … and of some cell of this row. */
  slashedRow: boolean
  /** Line breaks inside the cells of this row. */
  breaks: number
  /** The first cell of this row that holds one: its quotes. */
  open: number
  close: number
  /** This quote has been judged a stray one. */
  stray: number
}

export const beginning = (at: number): State => ({
  at,
  to: 0,
  cellStart: true,
  quote: -1,
  slashed: false,
  slashedRow: false,
  breaks: 0,
  open: -1,
  close: -1,
  stray: -1,
})

export function nothing(start: number): Escaped {
  return {
    consumed: start,
    written: 0,
    reached: 0,
    rows: 0,
    longRows: [],
    longest: 0,
    longestRow: 0,
    openQuote: -1,
    lines: 0,
    shifts: [],
    strayRows: [],
    slashedRows: [],
    emptyLines: [],
    oddEnds: 0,
  }
}

/** A line break inside quotes. */
export function noteBreak(state: State, quote: number): void {
  if (state.open < 0) state.open = quote
  state.breaks++
}

/**
 * @param lineEnd bytes of its line end.
 * @returns where the next record goes; a blank line leaves nothing behind.
 */
export function endRecord(
  task: EscapeTask,
  state: State,
  result: Escaped,
  at: number,
  to: number,
  lineEnd: number,
): number {
  if (lineEnd > 2) result.oddEnds++
  const length = at - result.consumed
  const line = result.lines
  result.lines += 1 + state.breaks
  const { breaks, slashedRow } = state
  state.breaks = 0
  state.open = state.close = -1
  state.slashedRow = false
  if (length === 0) return to
  if (task.width !== 1 && isEmptyRow(task.output, result.written, to, TAB)) {
    result.emptyLines.push(line)
    return result.written
  }
  const row = result.rows++
  if (breaks > 0 || line !== row) noteShift(result, row, line)
  if (state.stray >= result.consumed) result.strayRows.push(row)
  if (slashedRow) result.slashedRows.push(row)
  task.output[to] = LF
  if (length > task.longBytes) result.longRows.push(row)
  if (length > result.longest) {
    result.longest = length
    result.longestRow = row
  }
  result.written = to + 1
  return to + 1
}

function noteShift({ shifts }: Escaped, row: number, line: number): void {
  const last = shifts.at(-1)
  if (!last || last.line - last.row !== line - row) shifts.push({ row, line })
}
