/**
 * The lines of a text as it comes in pieces, without their ends (LF or CR LF). Nothing else ends a line: the
 * reader of Node also parts at U+2028 and U+2029, which stand as they are inside a line of JSON. A stream that breaks off
 * throws, and who leaves off early lets it go.
 * @param options.encoding as TextDecoder names it.
 * @param options.longest a line of more signs is cut: for files that may turn out to be anything.
 */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  { longest = Infinity, encoding = 'utf-8' } = {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield withoutReturn(line)
    if (rest.length > longest) rest = rest.slice(0, longest)
  }
  if (rest !== '') yield withoutReturn(rest)
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)
