import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline as joined, type Readable, Transform, type TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import type { CopiedFile } from './manifest.ts'

type Source = AsyncIterable<Uint8Array | string>

export interface WriteOptions {
  readonly compress?: boolean
  /** Hears of bytes as they come, before they are compressed. */
  readonly report?: (bytes: number) => void
}

/** Writes one new file under the folder, to be read by its owner only, and flushes it. Says what was written. */
export async function writeFile(
  folder: string,
  path: string,
  source: Source,
  { compress = false, report = () => undefined }: WriteOptions = {},
): Promise<CopiedFile> {
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  const came = passing((chunk) => report(chunk.length))
  const went = passing((chunk) => hash.update(chunk))
  const file = createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true })
  if (compress) await pipeline(source, came, createZstdCompress(), went, file)
  else await pipeline(source, came, went, file)
  return { path, bytes: (await stat(target)).size, sha256: hash.digest('hex') }
}

/** What a compressed file holds. @param report hears of bytes of the file as they are read. */
export function readPacked(path: string, report: (bytes: number) => void): Readable {
  const unpacked = createZstdDecompress()
  const came = passing((chunk) => report(chunk.length))
  // Whatever breaks on the way ends what is read from with that error: the reader throws it.
  joined(createReadStream(path, { highWaterMark: 1 << 20 }), came, unpacked, () => undefined)
  return unpacked
}

/** Hands every piece on as it is. */
export function passing(see: (chunk: Buffer) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      see(chunk)
      done(null, chunk)
    },
  })
}
