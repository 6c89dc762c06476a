/** A quoted cell longer than this was opened by a stray quote. */
const LONGEST_CELL = 1 << 20

/** One record as far as it has been read: it goes on while a quote is open. */
interface Open {
  lines: string[]
  cells: string[]
  /** What the quoted cell that the last line broke off in holds so far; undefined between records. */
  cell: string | undefined
  length: number
}

/**
 * The records of a CSV text out of its lines. A quote opens a cell only at its beginning. One that never closes, or that
 * would swallow lines each of which is a whole row on its own, is a sign of the text: no row may be lost in silence.
 * @param widthOf how many cells a row has, known once the header is; 0 before.
 */
export async function* csvRows(
  lines: AsyncIterable<string> | Iterable<string>,
  delimiter: string,
  widthOf: () => number = () => 0,
): AsyncGenerator<string[]> {
  let open: Open | undefined
  for await (const line of lines) {
    let queue = [line]
    for (let at = 0; at < queue.length; at++) {
      open = readLine(open, queue[at] ?? '', delimiter)
      if (open.cell !== undefined && open.length < LONGEST_CELL) continue
      const read = open
      open = undefined
      if (read.cell === undefined && !swallowed(read, delimiter, widthOf())) yield read.cells
      else {
        yield asItStands(read, delimiter)
        queue = read.lines.slice(1).concat(queue.slice(at + 1))
        at = -1
      }
    }
  }
  if (open !== undefined) yield* leftOpen(open, delimiter, widthOf)
}

/** The quote was open to the end: its line stands as it is, those after it are read anew. */
async function* leftOpen(open: Open, delimiter: string, widthOf: () => number): AsyncGenerator<string[]> {
  yield asItStands(open, delimiter)
  if (open.lines.length > 1) yield* csvRows(open.lines.slice(1), delimiter, widthOf)
}

const asItStands = ({ lines: [first = ''] }: Open, delimiter: string): string[] => first.split(delimiter)

/** Whether each line after the first has as many cells as a row: then the quote was none. */
function swallowed({ lines }: Open, delimiter: string, width: number): boolean {
  if (lines.length < 2 || width < 2) return false
  return lines.slice(1).every((line) => line.split(delimiter).length === width)
}

function readLine(open: Open | undefined, line: string, delimiter: string): Open {
  if (open === undefined && !line.includes('"'))
    return { lines: [line], cells: line.split(delimiter), cell: undefined, length: 0 }
  const record = open ?? { lines: [], cells: [], cell: undefined, length: 0 }
  record.lines.push(line)
  record.length += line.length
  let at = 0
  if (record.cell !== undefined) at = readQuoted(record, `${record.cell}\n`, line, 0, delimiter)
  while (at <= line.length) {
    if (line[at] === '"') at = readQuoted(record, '', line, at + 1, delimiter)
    else at = readPlain(record, '', line, at, delimiter)
  }
  return record
}

/** Reads a cell up to its delimiter, after what has been read of it; answers where the next begins. */
function readPlain(record: Open, before: string, line: string, at: number, delimiter: string): number {
  const found = line.indexOf(delimiter, at)
  const end = found < 0 ? line.length : found
  record.cells.push(before + line.slice(at, end))
  return end + 1
}

/** The same of a quoted cell; where the line ends within it, it stays open. */
function readQuoted(record: Open, before: string, line: string, from: number, delimiter: string): number {
  let text = before
  for (let at = from; ; ) {
    const quote = line.indexOf('"', at)
    if (quote < 0) {
      record.cell = text + line.slice(at)
      return line.length + 1
    }
    text += line.slice(at, quote)
    if (line[quote + 1] !== '"') {
      record.cell = undefined
      return readPlain(record, text, line, quote + 1, delimiter)
    }
    text += '"'
    at = quote + 2
  }
}
