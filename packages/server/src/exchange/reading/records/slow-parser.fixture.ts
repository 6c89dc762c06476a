/**
 * The exchange format's idea of records, written to be obviously right: one character at a time over the decoded text.
 * `width` is that of the header: with it, quotes that would swallow rows mean themselves.
 */
export function slowParse(text: string, delimiter: string, width: number): string[][] {
  const records: string[][] = []
  let at = 0
  while (at < text.length) {
    const end = lineEnd(text, at)
    if (end > 0) {
      at += end
      continue
    }
    const record = readRecord(text, at, delimiter, width)
    if (width === 1 || !isEmpty(record.cells)) records.push(record.cells)
    at = record.end
  }
  return records
}

function readRecord(text: string, start: number, delimiter: string, width: number) {
  let stray = -1
  for (;;) {
    const record = readCells(text, start, delimiter, stray)
    const { open, span } = record
    const written = text.slice(start, record.end)
    if (width > 1 && open >= 0) stray = open
    else if (width > 1 && span && span.open !== stray && isStray(written, start, span, delimiter, width))
      stray = span.open
    else return record
  }
}

interface Span {
  open: number
  close: number
}

/** Reads up to a line end; `open`: the quote that never closes; `span`: the first quoted part of several lines. */
function readCells(text: string, start: number, delimiter: string, stray: number) {
  const cells: string[] = []
  let span: Span | undefined
  let at = start
  for (;;) {
    let cell = ''
    if (text[at] === '"' && at !== stray) {
      const quoted = readQuoted(text, at, delimiter)
      if (quoted.close < 0) return { cells, end: text.length, open: at, span }
      if (text.slice(at, quoted.close).includes('\n')) span ??= { open: at, close: quoted.close }
      cell = quoted.content
      at = quoted.close + 1
    }
    while (at < text.length && text[at] !== delimiter && lineEnd(text, at) === 0) cell += text[at++]
    cells.push(cell)
    if (text[at] !== delimiter) break
    at++
  }
  return { cells, end: at + lineEnd(text, at), open: -1, span }
}

/** The quoted part that begins at `open`: quotes in it are doubled or, from the first that can be nothing else, written `\"`. */
function readQuoted(text: string, open: number, delimiter: string): { content: string; close: number } {
  let content = ''
  let slashed = false
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] !== '"') {
      content += text[at]
      continue
    }
    const slashes = /\\*$/.exec(text.slice(open + 1, at))?.[0].length ?? 0
    const next = text[at + 1]
    if (slashes % 2 === 1 && (slashed || (next !== '"' && !endsCell(next, delimiter)))) {
      slashed = true
      content = `${content.slice(0, -1)}"`
    } else if (next === '"') {
      content += '"'
      at++
    } else return { content, close: at }
  }
  return { content, close: -1 }
}

const endsCell = (char: string | undefined, delimiter: string): boolean =>
  char === undefined || char === delimiter || char === '\n' || char === '\r'

/** Each later line is a row by itself (one alone: and so is the first), or half are and text follows the closing quote. */
function isStray(record: string, start: number, { open, close }: Span, delimiter: string, width: number): boolean {
  const lines = record
    .replace(/\r*$/, '')
    .slice(open - start)
    .split('\n')
  const later = lines.slice(1).filter((line) => line !== '' && line !== '\r')
  const rows = later.filter((line) => cellsAlone(line, delimiter) === width).length
  const before = cellsAlone(record.slice(0, open - start), delimiter)
  const first = before + cellsAlone(`x${lines[0]?.slice(1)}`, delimiter) - 1
  const next = record[close - start + 1]
  if (later.length === 0) return false
  if (rows === later.length) return rows > 1 || first === width
  return !endsCell(next, delimiter) && rows * 2 >= later.length
}

function cellsAlone(line: string, delimiter: string): number {
  let cells = 1
  for (let at = 0; at < line.length; at++) {
    const close =
      line[at] === '"' && (at === 0 || line[at - 1] === delimiter) ? /^"(?:[^"]|"")*"(?!")/.exec(line.slice(at)) : null
    if (close) at += close[0].length - 1
    else if (line[at] === delimiter) cells++
  }
  return cells
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => /^ *$/.test(cell))

/** Length of the line end at `at`: LF with any number of CR before it, or CRs that are the end of the file. */
function lineEnd(text: string, at: number): number {
  return /^(?:\r*\n|\r+$)/.exec(text.slice(at))?.[0].length ?? 0
}
