const decoder = new TextDecoder('windows-1251')
/** The one byte Windows-1251 leaves undefined. */
export const UNDEFINED_BYTE = 0x98

/** UTF-8 of every byte: its length and up to three bytes. */
const lengths = new Uint8Array(256)
const first = new Uint8Array(256)
const second = new Uint8Array(256)
const third = new Uint8Array(256)
for (let byte = 0; byte < 256; byte++) {
  const utf8 = Buffer.from(decoder.decode(Uint8Array.of(byte)))
  lengths[byte] = utf8.length
  first[byte] = utf8[0] ?? 0
  second[byte] = utf8[1] ?? 0
  third[byte] = utf8[2] ?? 0
}

/** Short calls are compiled better by V8 than one endless loop (twice the speed). */
const SLICE_BYTES = 64 << 10

/** The same text in UTF-8, in a new buffer. */
export function windows1251ToUtf8(bytes: Buffer): Buffer {
  let size = 0
  for (let i = 0; i < bytes.length; i++) size += lengths[bytes[i] as number] as number
  // Two bytes more, because three are always written and only the right number is kept.
  const out = Buffer.allocUnsafeSlow(size + 2)
  let to = 0
  for (let from = 0; from < bytes.length; from += SLICE_BYTES) {
    to = convert(bytes, from, Math.min(from + SLICE_BYTES, bytes.length), out, to)
  }
  return out.subarray(0, size)
}

function convert(bytes: Buffer, start: number, end: number, out: Buffer, outStart: number): number {
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
