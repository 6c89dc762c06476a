import { FaultError } from '../faults/fault.ts'

export type Utf16 = 'utf-16le' | 'utf-16be'

/** So many bytes tell whether every second one is zero. */
const LOOKED_AT = 4096
/** High bytes of what Russian files are made of: ASCII, Cyrillic, punctuation, №. */
const highs = new Set([0x00, 0x04, 0x20, 0x21])

/** UTF-16 at the beginning of a file, by its byte order mark or by every second byte. */
export function utf16At(bytes: Buffer): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const beginning = bytes.subarray(0, LOOKED_AT & ~1)
  if (beginning.length < 8) return undefined
  if (isHigh(beginning, 1)) return 'utf-16le'
  return isHigh(beginning, 0) ? 'utf-16be' : undefined
}

/** Whether every second byte from `first` on is the high half of a character, and the others are not. */
function isHigh(bytes: Buffer, first: 0 | 1): boolean {
  let [high, zero, lowZero] = [0, 0, 0]
  const pairs = bytes.length >> 1
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const byte = bytes[at + first] as number
    if (highs.has(byte)) high++
    if (byte === 0) zero++
    if (bytes[at + 1 - first] === 0) lowZero++
  }
  return high >= pairs * 0.98 && zero > 0 && lowZero === 0
}

/**
 * The text of the pieces as UTF-8, where they are UTF-16; as they are where they are not.
 * @param found told which it is, before the first piece.
 */
export async function* asUtf8(
  pieces: AsyncIterable<Buffer>,
  found: (encoding: Utf16) => void,
): AsyncGenerator<Buffer, void> {
  let beginning: Buffer = Buffer.alloc(0)
  let decoder: TextDecoder | undefined
  let looked = false
  for await (const piece of pieces) {
    if (looked) {
      yield decoder ? decoded(decoder, piece) : piece
      continue
    }
    // A piece is valid only until the next one is asked for.
    beginning = beginning.length === 0 && piece.length >= LOOKED_AT ? piece : Buffer.concat([beginning, piece])
    if (beginning.length < LOOKED_AT) continue
    looked = true
    decoder = decoderOf(beginning, found)
    yield decoder ? decoded(decoder, beginning) : beginning
  }
  if (!looked) {
    decoder = decoderOf(beginning, found)
    yield decoder ? decoded(decoder, beginning) : beginning
  }
  if (decoder) yield decoded(decoder)
}

function decoderOf(beginning: Buffer, found: (encoding: Utf16) => void): TextDecoder | undefined {
  const encoding = utf16At(beginning)
  if (!encoding) return undefined
  found(encoding)
  return new TextDecoder(encoding, { fatal: true })
}

function decoded(decoder: TextDecoder, piece?: Buffer): Buffer {
  try {
    return Buffer.from(piece ? decoder.decode(piece, { stream: true }) : decoder.decode())
  } catch (error) {
    throw new FaultError({ code: 'bad_encoding', reason: 'damaged_utf16' }, error)
  }
}
