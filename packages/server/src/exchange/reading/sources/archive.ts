import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { entryFault, entryName } from './archive-entry.ts'
import { FaultError, type FaultReason, type StructureFault } from '../faults/fault.ts'
import { byName, isIgnored, type Source, type SourceLimits } from './source.ts'

const LOCAL_HEADER_BYTES = 30
/** Small entries may be packed as tightly as they like. */
const RATIO_FROM_BYTES = 16 << 20

export interface Named {
  readonly entry: Entry
  readonly name: string
}

function unsafe(reason: FaultReason, detail: string, more: Partial<StructureFault> = {}): FaultError {
  return new FaultError({ code: 'unsafe_archive', reason, detail, ...more })
}

/** A ZIP whose entries have been looked at: none leads out of it, is a link or is encrypted. */
export interface Archive {
  readonly entries: readonly Named[]
  /** Inflates an entry while it is read; its size, ratio and checksum are counted on the real bytes. */
  open(entry: Named, maxRatio: number): AsyncIterable<Buffer>
  close(): void
}

/**
 * Opens a ZIP; one suspicious entry refuses the whole of it.
 * @throws FaultError
 */
export async function openArchive(path: string, limits: SourceLimits): Promise<Archive> {
  const zip = await openZip(path)
  try {
    const entries = await listEntries(zip, limits)
    return { entries, open: (entry, maxRatio) => inflate(zip, entry, maxRatio), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

/**
 * The files of an archive of data, in the order of their names, without what systems leave in archives.
 * @throws FaultError where they repeat themselves, share their bytes, or are too large.
 */
export function dataFiles({ entries, open }: Archive, limits: SourceLimits): Source[] {
  checkOverlaps(entries)
  const files = entries
    .filter(({ name }) => !name.endsWith('/') && !isIgnored(name))
    .toSorted((a, b) => byName(a.name, b.name))
  checkSizes(files, limits)
  return files.map((file) => ({
    name: file.name,
    size: file.entry.uncompressedSize,
    open: () => open(file, limits.maxRatio),
  }))
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    // Names are decoded here (CP866), so yauzl's own check of them is replaced by a stricter one.
    return await openPromise(path, {
      autoClose: false,
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: true,
    })
  } catch (error) {
    throw damaged(error)
  }
}

function damaged(error: unknown): unknown {
  if (error instanceof FaultError || !(error instanceof Error)) return error
  // Errors of the disk have a system code; yauzl and zlib complain about the content.
  if ('syscall' in error) return error
  return new FaultError({ code: 'unsafe_archive', reason: 'damaged_archive', detail: error.message }, error)
}

async function listEntries(zip: ZipFile, limits: SourceLimits): Promise<Named[]> {
  if (zip.entryCount > limits.maxFiles) throw unsafe('too_many_entries', '', { limit: limits.maxFiles })
  const all: Named[] = []
  try {
    for await (const entry of zip.eachEntry()) all.push({ entry, name: entryName(entry) })
  } catch (error) {
    throw damaged(error)
  }
  for (const { entry, name } of all) {
    const reason = entryFault(entry, name)
    if (reason) throw unsafe(reason, name)
  }
  return all
}

/** Entries that share their bytes are how a small archive becomes a huge one. */
function checkOverlaps(all: readonly Named[]): void {
  const sorted = [...all].sort((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader)
  let free = 0
  for (const { entry, name } of sorted) {
    const start = entry.relativeOffsetOfLocalHeader
    if (start < free) throw unsafe('overlapping_entries', name)
    free = start + LOCAL_HEADER_BYTES + entry.fileNameRaw.length + entry.compressedSize
  }
}

function checkSizes(files: readonly Named[], limits: SourceLimits): void {
  const seen = new Set<string>()
  let total = 0
  for (const { entry, name } of files) {
    if (seen.has(name)) throw unsafe('duplicate_name', name)
    seen.add(name)
    total += entry.uncompressedSize
    if (entry.uncompressedSize > limits.maxFileBytes) {
      throw new FaultError({ code: 'too_large', reason: 'file_too_long', limit: limits.maxFileBytes, detail: name })
    }
  }
  if (total > limits.maxArchiveBytes) throw unsafe('total_too_long', '', { limit: limits.maxArchiveBytes })
}

async function* inflate(zip: ZipFile, { entry, name }: Named, maxRatio: number): AsyncGenerator<Buffer, void> {
  let size = 0
  let checksum = 0
  try {
    // yauzl itself stops an entry that inflates beyond its declared size, so the declared total was a true limit.
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      size += piece.length
      checksum = crc32(piece, checksum)
      if (size > RATIO_FROM_BYTES && size > entry.compressedSize * maxRatio) {
        throw unsafe('compression_ratio', name, { limit: maxRatio })
      }
      yield piece
    }
  } catch (error) {
    throw damaged(error)
  }
  if (checksum !== entry.crc32) throw unsafe('checksum', name)
}
