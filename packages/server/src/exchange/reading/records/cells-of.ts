import type { Chunk } from '../reading.ts'

const UNESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' }

/** The cells of a chunk's rows, as its contract says; for few rows, because each cell becomes a string. */
export function cellsOf({ body, form, delimiter, crlf }: Chunk): string[][] {
  const lines = body.toString('utf8').split('\n')
  // Every line ends with LF, the last one too.
  lines.pop()
  return lines.map((line) => {
    const cells = (crlf ? line.slice(0, -1) : line).split(delimiter)
    if (form === 'plain') return cells
    return cells.map((cell) => cell.replace(/\\(.)/g, (_, letter: string) => UNESCAPED[letter] ?? letter))
  })
}
