const LF = 0x0a
const CR = 0x0d

export interface Lines {
  rows: number
  /** Nothing at all between two line ends: such a chunk can't be passed through untouched. */
  blank: boolean
  /** Lines that end with CR LF. */
  crlf: number
  /** Numbers of the over-long rows, 0 = the first one here. */
  longRows: number[]
  /** Length of the longest line, in bytes without its line end. */
  longest: number
  longestRow: number
}

/** Looks at the lines of a part without quotes; the part must end with LF. `Buffer.indexOf` beats every own loop here. */
export function scanLines(bytes: Buffer, start: number, end: number, longBytes: number): Lines {
  const lines: Lines = { rows: 0, blank: false, crlf: 0, longRows: [], longest: 0, longestRow: 0 }
  const part = bytes.subarray(start, end)
  let from = 0
  for (let to = part.indexOf(LF); to >= 0; to = part.indexOf(LF, from)) {
    let length = to - from
    if (length > 0 && part[to - 1] === CR) {
      lines.crlf++
      length--
    }
    if (length === 0) lines.blank = true
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
