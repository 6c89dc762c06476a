import { createHash } from 'node:crypto'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FaultError } from '../faults/fault.ts'
import { isOfficeDocument, openWorkbook } from '../workbooks/open-workbook.ts'
import { type Archive, dataFiles, openArchive } from './archive.ts'
import { filePieces } from './file-pieces.ts'
import type { Ignored, Refused } from './left-out.ts'
import type { Source, SourceLimits } from './source.ts'

/** What a ZIP or a workbook gave. */
export interface Zipped {
  readonly sources: readonly Source[]
  readonly refused: readonly Refused[]
  readonly ignored: readonly Ignored[]
  close(): void
}
interface Place {
  /** The file as it is shown. */
  readonly name: string
  /** What stands before the names of its entries. */
  readonly inside: string
}

/** The largest that `deflate` can shrink anything: rows of a sheet repeat themselves, and are never held all at once. */
const MAX_SHEET_RATIO = 1100

export async function isZip(path: string): Promise<boolean> {
  await using file = await open(path, 'r')
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
  const signature = bytesRead === 4 ? buffer.readUInt32LE(0) : 0
  // A local file header, an archive without entries, the first part of a split one.
  return signature === 0x04034b50 || signature === 0x06054b50 || signature === 0x08074b50
}

/**
 * Opens a file that is a ZIP: the sheets of a workbook, or the files of an archive and the sheets of workbooks among them.
 * @throws FaultError
 */
export async function openZipped(path: string, place: Place, limits: SourceLimits): Promise<Zipped> {
  const archive = await openArchive(path, limits)
  try {
    const names = archive.entries.map(({ name }) => name)
    return isOfficeDocument(names) ? await sheetsOf(archive, path, place) : await filesOf(archive, place, limits)
  } catch (error) {
    archive.close()
    throw error
  }
}

async function sheetsOf(archive: Archive, path: string, { name }: Place): Promise<Zipped> {
  const { size: bytes } = await stat(path)
  const found = await openWorkbook(name, {
    names: archive.entries.map((entry) => entry.name),
    open: (part) => {
      const entry = archive.entries.find((one) => one.name === part)
      if (!entry) throw new FaultError({ code: 'bad_workbook', reason: 'damaged_workbook', detail: part })
      return archive.open(entry, MAX_SHEET_RATIO)
    },
    sha256: () => hashOf(path),
    original: { name, open: () => filePieces(path) },
    bytes,
  })
  return { ...found, refused: [], close: archive.close }
}

async function filesOf(archive: Archive, { inside }: Place, limits: SourceLimits): Promise<Zipped> {
  const files = dataFiles(archive, limits).map((source) => ({ ...source, name: inside + source.name }))
  if (files.length === 0) throw new FaultError({ code: 'empty_file', reason: 'empty_archive' })
  const sources: Source[] = []
  const refused: Refused[] = []
  const ignored: Ignored[] = []
  const closers: (() => void)[] = [archive.close]
  const close = () => {
    for (const one of closers.splice(0)) one()
  }
  try {
    for (const file of files) {
      const book = /\.xls[xm]$/i.test(file.name) ? await openInside(file, limits, closers, refused) : undefined
      if (book === undefined) sources.push(file)
      else if (book !== 'refused') {
        sources.push(...book.sources)
        ignored.push(...book.ignored)
      }
    }
  } catch (error) {
    close()
    throw error
  }
  return { sources, refused, ignored, close }
}

/** A workbook inside an archive, copied out to be read; undefined: it is none. What is wrong with it concerns it alone. */
async function openInside(
  file: Source,
  limits: SourceLimits,
  closers: (() => void)[],
  refused: Refused[],
): Promise<Zipped | 'refused' | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-book-'))
  closers.push(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'book')
  try {
    await pipeline(Readable.from(file.open()), createWriteStream(path, { mode: 0o600 }))
    if (!(await isZip(path))) return undefined
    const book = await openZipped(path, { name: file.name, inside: `${file.name}/` }, limits)
    closers.push(book.close)
    return book
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    refused.push({ name: file.name, code: error.fault.code, fault: error.fault })
    return 'refused'
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of filePieces(path)) hash.update(piece)
  return hash.digest('hex')
}
