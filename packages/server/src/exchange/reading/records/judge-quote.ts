const LF = 0x0a
const CR = 0x0d
const QUOTE = 0x22

/** Whether a quoted cell may end before this byte; nothing is a byte too. */
export const endsCell = (byte: number | undefined, delimiter: number): boolean =>
  byte === undefined || byte === delimiter || byte === LF || byte === CR

/** A cell in quotes that holds a line break. */
export interface Span {
  /** Offset of the record it stands in. */
  readonly start: number
  /** Offsets of its opening quote, and of its closing one; −1: none came. */
  readonly open: number
  readonly close: number
}
interface Part {
  readonly input: Buffer
  /** Where the record of the cell ends, or what is known of it. */
  readonly end: number
  readonly delimiter: number
  /** Cells that a row has. */
  readonly width: number
  /** Lines further away from the opening quote are not looked at, in bytes. */
  readonly longOpen: number
}

/**
 * Whether the quote that opens a cell of several lines is a stray one. It is where each of its later lines is a row by itself
 * – of a single later line, where the first is one too. It is also where half of the later lines are rows and the quote that
 * closes it is followed by text, as one is that opens another cell.
 */
export function isStray(span: Span, part: Part): boolean {
  const { open, close } = span
  const { lines, rows } = laterLines(open, part)
  if (lines === 0) return false
  if (rows === lines) return lines > 1 || firstLine(span, part) === part.width
  const opensAnother = close >= 0 && close + 1 < part.end && !endsCell(part.input[close + 1], part.delimiter)
  return opensAnother && rows * 2 >= lines
}

/** The cells of the line of the quote, the quote read as a sign like any other. */
function firstLine({ start, open }: Span, { input, delimiter }: Part): number {
  const end = input.indexOf(LF, open)
  return cellsAlone(input, start, open, delimiter) + cellsAlone(input, open + 1, end, delimiter, false) - 1
}

/** How many whole lines follow the one of the quote, and how many of them have the cells of a row. */
export function laterLines(
  open: number,
  { input, end, delimiter, width, longOpen }: Part,
): { lines: number; rows: number } {
  const found = { lines: 0, rows: 0 }
  const last = Math.min(end, open + longOpen)
  let from = input.indexOf(LF, open) + 1
  for (let to = input.indexOf(LF, from); from > 0 && to >= 0 && to < last; to = input.indexOf(LF, from)) {
    if (to > from && !(to === from + 1 && input[from] === CR)) {
      found.lines++
      if (cellsAlone(input, from, to, delimiter) === width) found.rows++
    }
    from = to + 1
  }
  return found
}

/** The cells of a line read by itself; a quote that does not close in it means itself. */
function cellsAlone(input: Buffer, from: number, to: number, delimiter: number, atStart = true): number {
  let cells = 1
  let start = atStart
  for (let at = from; at < to; at++) {
    const close: number = start && input[at] === QUOTE ? closingQuote(input, at, to) : -1
    if (close >= 0) at = close
    start = close < 0 && input[at] === delimiter
    if (start) cells++
  }
  return cells
}

function closingQuote(input: Buffer, open: number, end: number): number {
  for (let at = open + 1; at < end; at++) {
    if (input[at] !== QUOTE) continue
    if (input[at + 1] === QUOTE) at++
    else return at
  }
  return -1
}
