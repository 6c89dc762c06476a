const decoder = new TextDecoder('windows-1251')
/** The one byte Windows-1251 leaves undefined. */
export const UNDEFINED_BYTE = 0x98

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

/** The same text in UTF-8, in a new buffer of exactly the needed size. */
export function windows1251ToUtf8(bytes: Buffer): Buffer {
  let size = 0
  for (let i = 0; i < bytes.length; i++) size += lengths[bytes[i] as number] as number
  const out = Buffer.allocUnsafeSlow(size)
  let to = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    out[to++] = first[byte] as number
    if (byte < 0x80) continue
    out[to++] = second[byte] as number
    if (lengths[byte] === 3) out[to++] = third[byte] as number
  }
  return out
}
