/** Origins of sites out of their addresses, one a line: of `https://a.ru/page` remains `https://a.ru`. */
export function readOrigins(typed: string): { origins: string[]; faulty: string[] } {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = lines.map((line) => ({ line, origin: originOf(line) }))
  return {
    origins: [...new Set(read.flatMap(({ origin }) => origin ?? []))],
    faulty: read.filter(({ origin }) => origin === undefined).map(({ line }) => line),
  }
}

function originOf(line: string): string | undefined {
  if (!URL.canParse(line)) return undefined
  const { protocol, origin } = new URL(line)
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined
}
