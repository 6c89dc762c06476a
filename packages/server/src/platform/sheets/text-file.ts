import { createReadStream } from 'node:fs'
import { InputError } from '@otklik/model/inputs'

export type TextEncoding = 'utf-8' | 'windows-1251' | 'utf-16le'

/**
 * The encoding of a text file, read to its end: UTF-16 by its mark, UTF-8 where the whole of it is, else Windows-1251.
 * Throws InputError where it is no text.
 */
export async function encodingOf(path: string): Promise<TextEncoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let valid = true
  let first = true
  for await (const piece of bytesOf(path)) {
    if (first && piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le'
    first = false
    if (piece.includes(0))
      throw new InputError('not_text', 'В файле есть нулевые байты: это не CSV. Сохраните таблицу как CSV или XLSX.')
    valid &&= decodes(utf8, piece)
  }
  return valid && decodes(utf8) ? 'utf-8' : 'windows-1251'
}

/** Without a piece: whether the text may end here. */
function decodes(decoder: TextDecoder, piece?: Uint8Array): boolean {
  try {
    decoder.decode(piece, { stream: piece !== undefined })
    return true
  } catch {
    return false
  }
}

// A file stream without an encoding gives bytes.
export const bytesOf = (path: string): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 1 << 18 })
