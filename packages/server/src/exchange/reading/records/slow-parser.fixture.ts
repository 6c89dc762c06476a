/**
 * The exchange format's idea of records, written to be obviously right: one character at a time over the decoded text.
 * `unclosed` is the number of the record (0 = header) in which a quote never closes.
 */
export function slowParse(text: string, delimiter: string): { records: string[][]; unclosed?: number } {
  const records: string[][] = []
  let at = 0
  while (at < text.length) {
    const end = lineEnd(text, at)
    if (end > 0) {
      at += end
      continue
    }
    const cells: string[] = []
    for (;;) {
      let cell = ''
      if (text[at] === '"') {
        const close = closingQuote(text, at)
        if (close < 0) return { records, unclosed: records.length }
        cell = text.slice(at + 1, close).replaceAll('""', '"')
        at = close + 1
      }
      while (at < text.length && text[at] !== delimiter && lineEnd(text, at) === 0) cell += text[at++]
      cells.push(cell)
      if (text[at] !== delimiter) break
      at++
    }
    records.push(cells)
    at += lineEnd(text, at)
  }
  return { records }
}

/** Where the quoted part that begins at `open` closes, or -1. */
function closingQuote(text: string, open: number): number {
  let at = open + 1
  while (at < text.length) {
    if (text[at] !== '"') at++
    else if (text[at + 1] === '"') at += 2
    else return at
  }
  return -1
}

/** Length of the line end at `at`: LF, CR LF, or a CR that is the last character of the file. */
function lineEnd(text: string, at: number): number {
  if (text[at] === '\n') return 1
  if (text[at] !== '\r') return 0
  if (text[at + 1] === '\n') return 2
  return at + 1 === text.length ? 1 : 0
}
