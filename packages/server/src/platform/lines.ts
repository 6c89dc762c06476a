/**
 * The lines of a text as it comes in pieces of UTF-8, without their ends (LF or CR LF). Nothing else ends a line: the
 * reader of Node also parts at U+2028 and U+2029, which stand as they are inside a line of JSON. A stream that breaks off
 * throws, and who leaves off early lets it go.
 */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield withoutReturn(line)
  }
  if (rest !== '') yield withoutReturn(rest)
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)
