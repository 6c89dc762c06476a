const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20

export interface Lines {
  rows: number
  /** A line that is no row – nothing at all, or nothing but delimiters – or an odd line end: no chunk to be passed through. */
  odd: boolean
  /** Lines that end with CR LF. */
  crlf: number
  /** Numbers of the over-long rows, 0 = the first one here. */
  longRows: number[]
  /** Length of the longest line, in bytes without its line end. */
  longest: number
  longestRow: number
}

/** Looks at the lines of a part without quotes; the part must end with LF. `Buffer.indexOf` beats every own loop here. */
export function scanLines(part: Buffer, delimiter: number, longBytes: number): Lines {
  const lines: Lines = { rows: 0, odd: false, crlf: 0, longRows: [], longest: 0, longestRow: 0 }
  let from = 0
  for (let to = part.indexOf(LF); to >= 0; to = part.indexOf(LF, from)) {
    let length = to - from
    if (length > 0 && part[to - 1] === CR) {
      lines.crlf++
      length--
    }
    if (length === 0 || part[from] === delimiter || part[from] === SPACE || part[from + length - 1] === CR)
      lines.odd ||= length === 0 || part[from + length - 1] === CR || isEmptyRow(part, from, from + length, delimiter)
    else if (length > longBytes) lines.longRows.push(lines.rows)
    if (length > lines.longest) {
      lines.longest = length
      lines.longestRow = lines.rows
    }
    lines.rows++
    from = to + 1
  }
  return lines
}

/** Whether there is nothing but delimiters and spaces from `from` to `to`. */
export function isEmptyRow(bytes: Buffer, from: number, to: number, delimiter: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at]
    if (byte !== delimiter && byte !== SPACE && byte !== TAB) return false
  }
  return true
}
