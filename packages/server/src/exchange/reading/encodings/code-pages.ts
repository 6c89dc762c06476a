/** Code pages of one byte a letter that Russian texts are met in, by what `TextDecoder` calls them. */
const labels = {
  'windows-1251': 'windows-1251',
  cp866: 'ibm866',
  'koi8-r': 'koi8-r',
  'mac-cyrillic': 'x-mac-cyrillic',
} as const
export type CodePage = keyof typeof labels
export const codePages = Object.keys(labels) as readonly CodePage[]

/** The one byte Windows-1251 leaves undefined. */
export const UNDEFINED_BYTE = 0x98

/** UTF-8 of every byte: its length and up to three bytes. */
class Page {
  readonly lengths = new Uint8Array(256)
  readonly first = new Uint8Array(256)
  readonly second = new Uint8Array(256)
  readonly third = new Uint8Array(256)

  constructor(label: string) {
    const decoder = new TextDecoder(label)
    for (let byte = 0; byte < 256; byte++) {
      const utf8 = Buffer.from(decoder.decode(Uint8Array.of(byte)))
      this.lengths[byte] = utf8.length
      this.first[byte] = utf8[0] ?? 0
      this.second[byte] = utf8[1] ?? 0
      this.third[byte] = utf8[2] ?? 0
    }
  }
}
const pages = new Map<CodePage, Page>()
function pageOf(name: CodePage): Page {
  const page = pages.get(name) ?? new Page(labels[name])
  pages.set(name, page)
  return page
}

/** The text of a few bytes. */
export const textOf = (bytes: Buffer, page: CodePage): string => new TextDecoder(labels[page]).decode(bytes)

/** Short calls are compiled better by V8 than one endless loop (twice the speed). */
const SLICE_BYTES = 64 << 10

/** The same text in UTF-8, in a new buffer. */
export function pageToUtf8(bytes: Buffer, name: CodePage): Buffer {
  const page = pageOf(name)
  let size = 0
  for (let i = 0; i < bytes.length; i++) size += page.lengths[bytes[i] as number] as number
  // Two bytes more, because three are always written and only the right number is kept.
  const out = Buffer.allocUnsafeSlow(size + 2)
  let to = 0
  for (let from = 0; from < bytes.length; from += SLICE_BYTES) {
    to = convert(page, bytes, from, Math.min(from + SLICE_BYTES, bytes.length), out, to)
  }
  return out.subarray(0, size)
}

function convert(page: Page, bytes: Buffer, start: number, end: number, out: Buffer, outStart: number): number {
  const { lengths, first, second, third } = page
  let to = outStart
  for (let from = start; from < end; from++) {
    const byte = bytes[from] as number
    out[to] = first[byte] as number
    out[to + 1] = second[byte] as number
    out[to + 2] = third[byte] as number
    to += lengths[byte] as number
  }
  return to
}
