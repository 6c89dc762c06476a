import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { makeFolder } from '../../platform/make-folder.ts'

/** Where files stand in the clear while they are read, and no longer. */
export const readingFolder = (dataDir: string): string => join(dataDir, 'reading-appeals')

export interface TempFile {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/** Writes bytes into a file that is gone again when the work with it is over; sheets are read from files, more than once. */
export async function withTempFile<T>(
  dataDir: string,
  body: AsyncIterable<Uint8Array>,
  work: (file: TempFile) => Promise<T>,
): Promise<T> {
  const folder = readingFolder(dataDir)
  makeFolder(folder, 0o700)
  const path = join(folder, randomUUID())
  const hash = createHash('sha256')
  let bytes = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of body) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  try {
    await pipeline(counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return await work({ path, sha256: hash.digest('hex'), bytes })
  } finally {
    await rm(path, { force: true })
  }
}

/** Removes what a process that was killed has left. */
export const sweepReading = (dataDir: string): Promise<void> =>
  rm(readingFolder(dataDir), { recursive: true, force: true })
