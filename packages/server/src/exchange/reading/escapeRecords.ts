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
  // One flat loop over bytes: no string, no object, no call per cell – this is what keeps it above 100 MB/s.
  const { input, end, delimiter, output, longBytes } = task
  const maxRows = task.maxRows ?? Number.POSITIVE_INFINITY
  const stops = outside.get(delimiter) ?? inQuotes
  const result: Escaped = {
    consumed: task.start,
    written: 0,
    reached: 0,
    rows: 0,
    longRows: [],
    longest: 0,
    longestRow: 0,
    openQuote: -1,
  }
  let at = task.start
  let to = 0
  let recordStart = at
  let cellStart = true
  let quote = -1
  while (at < end && result.rows < maxRows) {
    const table = quote >= 0 ? inQuotes : stops
    let byte = input[at] as number
    if (cellStart) {
      cellStart = false
      if (byte === QUOTE) {
        quote = at++
        continue
      }
    }
    while (table[byte] === 0) {
      output[to++] = byte
      if (++at === end) break
      byte = input[at] as number
    }
    if (at === end) break
    if (quote >= 0) {
      if (byte === QUOTE) {
        if (input[at + 1] === QUOTE && at + 1 < end) output[to++] = input[at++] as number
        else quote = -1
        at++
        continue
      }
    } else if (byte === delimiter) {
      output[to++] = TAB
      cellStart = true
      at++
      continue
    } else if (byte === LF || (byte === CR && at + 1 < end && input[at + 1] === LF)) {
      const length = at - recordStart
      at += byte === LF ? 1 : 2
      if (length > 0) {
        output[to++] = LF
        if (length > longBytes) result.longRows.push(result.rows)
        if (length > result.longest) {
          result.longest = length
          result.longestRow = result.rows
        }
        result.rows++
      }
      recordStart = result.consumed = at
      result.written = to
      cellStart = true
      continue
    }
    output[to++] = BACKSLASH
    output[to++] = LETTER[byte] as number
    at++
  }
  result.openQuote = quote
  result.reached = to
  return result
}
