import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { companionOf } from './companions.ts'
import { filePieces } from './file-pieces.ts'
import { FaultError, type StructureFault } from '../faults/fault.ts'
import type { Ignored, Refused } from './left-out.ts'
import { isZip, openZipped } from './zipped.ts'
import { byName, defaultLimits, isIgnored, type Source, type SourceLimits } from './source.ts'

export interface OpenedSources {
  sources: Source[]
  refused: Refused[]
  ignored: Ignored[]
  close(): void
}

/**
 * Expands files, folders (recursively, by name) and ZIPs – known by their first bytes, not by their name – into sources.
 * Links inside folders are not followed: their targets inside are read anyway, those outside are refused.
 */
export async function openSources(paths: string[], limits: SourceLimits = defaultLimits): Promise<OpenedSources> {
  const opened: OpenedSources & { closers: (() => void)[] } = {
    sources: [],
    refused: [],
    ignored: [],
    closers: [],
    close: () => {
      for (const close of opened.closers.splice(0)) close()
    },
  }
  for (const path of paths) {
    const prefix = paths.length > 1 ? `${basename(resolve(path))}/` : ''
    await addPath(path, prefix, limits, opened)
  }
  leaveCompanions(opened)
  if (opened.sources.length > limits.maxFiles) {
    opened.close()
    opened.sources = []
    const fault: StructureFault = { code: 'too_large', reason: 'too_many_files', limit: limits.maxFiles }
    opened.refused.push({ name: paths.map((path) => basename(path)).join(', '), code: fault.code, fault })
  }
  return opened
}

/** What only lies beside data is left out, where there are data. */
function leaveCompanions(opened: Opened): void {
  const data = opened.sources.filter(({ name }) => companionOf(name) === undefined)
  if (data.length === 0) return
  for (const { name } of opened.sources) {
    const why = companionOf(name)
    if (why !== undefined) opened.ignored.push({ name, why })
  }
  opened.sources = data
}

type Opened = OpenedSources & { closers: (() => void)[] }

async function addPath(path: string, prefix: string, limits: SourceLimits, opened: Opened): Promise<void> {
  const name = basename(resolve(path))
  try {
    const info = await stat(path)
    if (info.isDirectory()) await addFolder(await realpath(path), prefix, limits, opened)
    else if (info.isFile()) await addFile(path, name, prefix, limits, opened)
    else opened.refused.push({ name, code: 'not_readable', detail: 'special file' })
  } catch (error) {
    refuse(name, error, opened)
  }
}

function refuse(name: string, error: unknown, opened: Opened): void {
  if (error instanceof FaultError) {
    opened.refused.push({ name, code: error.fault.code, fault: error.fault })
    return
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!code) throw error
  opened.refused.push({ name, code: code === 'ENOENT' ? 'not_found' : 'not_readable', detail: code })
}

async function addFolder(folder: string, prefix: string, limits: SourceLimits, opened: Opened): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !isIgnored(name))
    .sort(byName)
  for (const name of files) {
    const path = join(folder, name)
    try {
      const info = await lstat(path)
      if (info.isSymbolicLink()) await refuseOutside(folder, path)
      else if (info.isFile()) await addFile(path, prefix + name, `${prefix}${name}/`, limits, opened)
      else if (!info.isDirectory()) opened.refused.push({ name, code: 'not_readable', detail: 'special file' })
    } catch (error) {
      refuse(prefix + name, error, opened)
    }
  }
}

async function refuseOutside(folder: string, link: string): Promise<void> {
  const target = await realpath(link)
  if (!target.startsWith(folder + sep)) throw new FaultError({ code: 'unsafe_archive', reason: 'link' })
}

/** @param inside what stands before the names of entries if the file is a ZIP. */
async function addFile(
  path: string,
  name: string,
  inside: string,
  limits: SourceLimits,
  opened: Opened,
): Promise<void> {
  if (await isZip(path)) {
    const found = await openZipped(path, { name, inside }, limits)
    opened.closers.push(found.close)
    opened.sources.push(...found.sources)
    opened.refused.push(...found.refused)
    opened.ignored.push(...found.ignored)
    return
  }
  const { size } = await stat(path)
  if (size > limits.maxFileBytes) {
    throw new FaultError({ code: 'too_large', reason: 'file_too_long', limit: limits.maxFileBytes })
  }
  opened.sources.push({ name, size, open: () => filePieces(path) })
}
