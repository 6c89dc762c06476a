import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { BackupError } from './errors.ts'
import { type CopiedFile, isManifest, type Manifest } from './manifest.ts'

/** Reads every byte of a copy. Throws BackupError for a file that is missing, changed or was not there. */
export async function checkCopy(folder: string, { files }: Manifest, report: (bytes: number) => void): Promise<void> {
  const named = new Set(files.map(({ path }) => path))
  const extra = (await filesIn(folder)).find((path) => !named.has(path) && !isManifest(path))
  if (extra !== undefined) throw damaged(`файла ${extra} в ней не было`)
  for (const file of files) await checkFile(folder, file, report)
}

async function checkFile(folder: string, { path, bytes, sha256 }: CopiedFile, report: (bytes: number) => void) {
  const found = await stat(join(folder, path)).catch(() => undefined)
  if (!found?.isFile()) throw damaged(`нет файла ${path}`)
  if (found.size !== bytes) throw damaged(`файл ${path} изменён`)
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(join(folder, path), { highWaterMark: 1 << 20 })) {
    hash.update(chunk)
    report(chunk.length)
  }
  if (hash.digest('hex') !== sha256) throw damaged(`файл ${path} изменён`)
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
}

const damaged = (what: string) => new BackupError(`Резервная копия повреждена: ${what}. Возьмите другую.`)
