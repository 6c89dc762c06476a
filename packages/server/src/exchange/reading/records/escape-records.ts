const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const QUOTE = 0x22
const BACKSLASH = 0x5c
const LETTER = new Uint8Array(256)
LETTER[TAB] = 0x74 // t
LETTER[LF] = 0x6e // n
LETTER[CR] = 0x72 // r
LETTER[BACKSLASH] = BACKSLASH

/** Bytes at which copying stops, inside quotes and outside. */
const inQuotes = mark(QUOTE, TAB, LF, CR, BACKSLASH)
const outside = new Map([0x3b, 0x2c, TAB].map((delimiter) => [delimiter, mark(delimiter, TAB, LF, CR, BACKSLASH)]))

function mark(...bytes: number[]): Uint8Array {
  const table = new Uint8Array(256)
  for (const byte of bytes) table[byte] = 1
  return table
}

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
}

export interface Escaped {
  /** Input offset after the last whole record. */
  consumed: number
  /** Bytes of `output` that hold the whole records. */
  written: number
  /** The same with the unfinished record after them. */
  reached: number
  rows: number
  /** Numbers of the over-long rows, 0 = the first one here. */
  longRows: number[]
  /** Length of the longest row seen, in raw bytes. */
  longest: number
  longestRow: number
  /** The unfinished record after `consumed` stands inside quotes that opened at this offset, else -1. */
  openQuote: number
}

/**
 * Rewrites RFC 4180 records as tab-separated ones with `\t`, `\n`, `\r`, `\\` escaped inside cells. A quote inside an
 * unquoted cell and text after a closing quote are data; blank lines are dropped; an unfinished last record is left.
 */
export function escapeRecords(task: EscapeTask): Escaped {
  // One flat loop over bytes: no string and no object per cell – this is what keeps it far above 100 MB/s.
  const { input, end, delimiter, output } = task
  const maxRows = task.maxRows ?? Number.POSITIVE_INFINITY
  const stops = outside.get(delimiter) ?? inQuotes
  const result = nothing(task.start)
  let at = task.start
  let to = 0
  let cellStart = true
  let quote = -1
  while (at < end && result.rows < maxRows) {
    if (cellStart && input[at] === QUOTE) quote = at++
    cellStart = false
    const from = at
    at = copyRun(input, at, end, quote >= 0 ? inQuotes : stops, output, to)
    to += at - from
    if (at === end) break
    const byte = input[at] as number
    if (quote >= 0 && byte === QUOTE) {
      if (input[++at] === QUOTE) output[to++] = input[at++] as number
      else quote = -1
    } else if (quote < 0 && byte === delimiter) {
      output[to++] = TAB
      cellStart = true
      at++
    } else if (quote < 0 && (byte === LF || (byte === CR && input[at + 1] === LF && at + 1 < end))) {
      to = endRecord(task, result, at, to)
      at = result.consumed = at + (byte === LF ? 1 : 2)
      cellStart = true
    } else {
      output[to++] = BACKSLASH
      output[to++] = LETTER[byte] as number
      at++
    }
  }
  result.openQuote = quote
  result.reached = to
  return result
}

function nothing(start: number): Escaped {
  const longRows: number[] = []
  return { consumed: start, written: 0, reached: 0, rows: 0, longRows, longest: 0, longestRow: 0, openQuote: -1 }
}

/** Copies up to the next byte that means something; the answer is where it stands. */
function copyRun(input: Buffer, from: number, end: number, stops: Uint8Array, output: Buffer, start: number): number {
  let at = from
  let to = start
  while (at < end) {
    const byte = input[at] as number
    if (stops[byte] !== 0) break
    output[to++] = byte
    at++
  }
  return at
}

/** @returns where the next record goes; a blank line leaves nothing behind. */
function endRecord(task: EscapeTask, result: Escaped, at: number, to: number): number {
  const length = at - result.consumed
  if (length === 0) return to
  task.output[to] = LF
  if (length > task.longBytes) result.longRows.push(result.rows)
  if (length > result.longest) {
    result.longest = length
    result.longestRow = result.rows
  }
  result.rows++
  result.written = to + 1
  return to + 1
}
