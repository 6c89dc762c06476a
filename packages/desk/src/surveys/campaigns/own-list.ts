/** An entry of a campaign's own list, as the server keeps it. */
export interface OwnEntry {
  readonly code: string
  readonly text: Record<string, string>
}

const LANGUAGES_APART = '|'
const LONGEST_CODE = 100

/**
 * A list as it is typed, an entry a line: `код = текст`, its languages in order with `|` between them. A line without a code
 * gets the next free number. What can't be an entry is told by the number of its line.
 */
export function readOwnList(typed: string, languages: readonly string[]): { entries: OwnEntry[]; faulty: number[] } {
  const lines = typed.split('\n').map((line, at) => ({ ...partsOf(line), at: at + 1 }))
  const told = lines.filter(({ text }) => text !== '')
  const codes = told.flatMap(({ code }) => code ?? [])
  const free = numbersBut(new Set(codes))
  const isTwice = (code: string) => codes.indexOf(code) !== codes.lastIndexOf(code)
  const faulty = told.filter(({ code }) => code !== undefined && (isTwice(code) || code.length > LONGEST_CODE))
  const bare = lines.filter(({ code, text }) => code !== undefined && text === '')
  return {
    entries: told.map(({ code, text }) => ({ code: code ?? String(free.next().value), text: textOf(text, languages) })),
    faulty: [...faulty, ...bare].map(({ at }) => at).toSorted((one, other) => one - other),
  }
}

/** A list as it would be typed. */
export const printOwnList = (entries: readonly OwnEntry[], languages: readonly string[]): string =>
  entries
    .map(({ code, text }) => {
      const texts = languages.map((language) => text[language] ?? '')
      return `${code} = ${texts.join(` ${LANGUAGES_APART} `).replace(/[\s|]+$/, '')}`
    })
    .join('\n')

function partsOf(line: string): { readonly code: string | undefined; readonly text: string } {
  const at = line.indexOf('=')
  if (at < 0) return { code: undefined, text: line.trim() }
  const code = line.slice(0, at).trim()
  return { code: code === '' ? undefined : code, text: line.slice(at + 1).trim() }
}

function textOf(text: string, languages: readonly string[]): Record<string, string> {
  const texts = languages.length > 1 ? text.split(LANGUAGES_APART).map((one) => one.trim()) : [text]
  return Object.fromEntries(
    languages.flatMap((language, at) => {
      const told = texts[at] ?? ''
      return told === '' ? [] : [[language, told]]
    }),
  )
}

function* numbersBut(taken: ReadonlySet<string>): Generator<number, never> {
  for (let number = 1; ; number++) if (!taken.has(String(number))) yield number
}
