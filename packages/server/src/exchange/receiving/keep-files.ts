import { createHash, randomUUID } from 'node:crypto'
import { constants, createWriteStream } from 'node:fs'
import { copyFile, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { makeFolder } from '../../platform/make-folder.ts'
import { together } from '../../platform/together.ts'
import { numbered } from '../importing/files.ts'

/** A file on its way in: bytes that come, or a file of this machine. */
export type Delivery =
  | { readonly name: string; open(): Readable | Promise<Readable> }
  | { readonly name: string; readonly path: string }

/** Files of a package as they lie on the disk, in nobody's ledger yet. */
export interface KeptFiles {
  /** From the data folder. */
  readonly folder: string
  readonly bytes: number
  /** Of the only file, where it was read on its way. */
  readonly sha256: string | null
}

/**
 * Takes a package's files onto the disk, in a folder of their own; their bytes are flushed when this returns.
 * Throws what the streams throw; then nothing is left behind.
 * @param date reporting date, ISO day.
 */
export async function keepFiles(dataDir: string, date: string, files: readonly Delivery[]): Promise<KeptFiles> {
  const folder = join('files', date.slice(0, 7), randomUUID())
  const target = join(dataDir, folder, 'files')
  // At once, so that a command can begin to copy before it loads the program.
  makeFolder(target, 0o700)
  try {
    const saved = await saveAll(target, files)
    await flushFolders(dataDir, folder)
    const bytes = saved.reduce((sum, file) => sum + file.bytes, 0)
    return { folder, bytes, sha256: files.length === 1 ? (saved[0]?.sha256 ?? null) : null }
  } catch (error) {
    await discardFiles(dataDir, { folder })
    throw error
  }
}

/** Takes them off the disk again. */
export const discardFiles = (dataDir: string, { folder }: Pick<KeptFiles, 'folder'>): Promise<void> =>
  rm(join(dataDir, folder), { recursive: true, force: true })

interface Saved {
  /** Null where it was not worth reading the file for: the import reads it anyway and knows files by their sum too. */
  readonly sha256: string | null
  readonly bytes: number
}

async function saveAll(target: string, files: readonly Delivery[]): Promise<Saved[]> {
  const saved: Saved[] = []
  for (const [index, file] of files.entries()) {
    const path = join(target, numbered(index, file.name))
    saved.push('path' in file ? await copy(file.path, path) : await save(path, await file.open()))
  }
  return saved
}

/** Copied by the system, which on some file systems means shared until changed. */
async function copy(from: string, to: string): Promise<Saved> {
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
  const handle = await open(to, 'r+')
  try {
    await handle.chmod(0o600)
    await handle.sync()
    return { sha256: null, bytes: (await handle.stat()).size }
  } finally {
    await handle.close()
  }
}

async function save(path: string, body: Readable): Promise<Saved> {
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(
    body,
    meter,
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true, highWaterMark: 1 << 20 }),
  )
  return { sha256: hash.digest('hex'), bytes }
}

/** A file is there after a power cut only if the folders that name it were flushed too. */
async function flushFolders(dataDir: string, folder: string): Promise<void> {
  const folders = [join(folder, 'files'), folder, join(folder, '..'), 'files', '.']
  await together(folders.map((one) => flushFolder(join(dataDir, one))))
}

async function flushFolder(path: string): Promise<void> {
  await using handle = await open(path, 'r')
  await handle.sync()
}
