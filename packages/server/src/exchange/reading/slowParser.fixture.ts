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
        at++
        for (;;) {
          if (at >= text.length) return { records, unclosed: records.length }
          if (text[at] === '"' && text[at + 1] === '"') {
            cell += '"'
            at += 2
          } else if (text[at] === '"') {
            at++
            break
          } else cell += text[at++]
        }
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

/** Length of the line end at `at`: LF, CR LF, or a CR that is the last character of the file. */
function lineEnd(text: string, at: number): number {
  if (text[at] === '\n') return 1
  if (text[at] !== '\r') return 0
  if (text[at + 1] === '\n') return 2
  return at + 1 === text.length ? 1 : 0
}
