import { summariseLives } from '../../facts/index.ts'
import { type Ignored, openSources, type Refused } from '../reading/index.ts'
import { clearStage } from '../staging/clear.ts'
import { Loader } from './loader.ts'
import { mendRows } from './mend-rows.ts'
import type { CheckParts, Incoming, Report } from './parts.ts'
import { dropRepeats } from './repeats.ts'
import { chunkBuffers, stageFile, type StagedFile, type Staging, unstage } from './stage-file.ts'

/** A package whose files stand in the staging area. */
export interface StagedPackage {
  readonly package: Incoming
  readonly files: readonly StagedFile[]
  /** Files and archives that gave nothing to read. */
  readonly refused: readonly Refused[]
  /** Files beside the data that were left out. */
  readonly ignored: readonly Ignored[]
  /** Numbers of files that came before, byte for byte. */
  readonly seen: ReadonlySet<number>
}
export interface StageOptions {
  /** Whether the supplier of this package has sent a file of this SHA-256 before, for whatever day or for its day alone. */
  readonly seen?: (incoming: Incoming, sha256: string, of: 'any day' | 'its day') => Promise<boolean>
  readonly report?: (incoming: Incoming) => Report
  /** Names are shown without the number that keeps files in order on the disk. */
  readonly nameOf?: (name: string) => string
}

/** Reads all files of the packages into the emptied staging area and takes repeated events out of it. */
export async function stagePackages(
  parts: CheckParts,
  packages: readonly Incoming[],
  options: StageOptions = {},
): Promise<StagedPackage[]> {
  await clearStage(parts.ch)
  const staging = { ...parts, loader: new Loader(parts.ch), buffers: chunkBuffers() }
  const staged: StagedPackage[] = []
  try {
    for (const incoming of packages) staged.push(await stageOne(staging, incoming, options))
    await staging.loader.flush()
  } finally {
    await staging.loader.settle()
  }
  await mendRows(
    parts.ch,
    staged.flatMap(({ files }) => files),
  )
  await summariseLives(parts.ch)
  await dropRepeats(
    parts.ch,
    packages.map(({ id }) => id),
  )
  return staged
}

async function stageOne(parts: Staging, incoming: Incoming, options: StageOptions): Promise<StagedPackage> {
  const opened = await openSources([...incoming.paths], parts.limits)
  const files: StagedFile[] = []
  const seen = new Set<number>()
  const report = options.report?.(incoming) ?? (() => undefined)
  let [rows, bytes] = [0, 0]
  try {
    for (const source of opened.sources) {
      const place = { package: incoming.id, file: files.length, date: incoming.date }
      const named = { ...source, name: options.nameOf?.(source.name) ?? source.name }
      const file = await stageFile(parts, named, place, (now) =>
        report({ rows: rows + now.rows, bytes: bytes + now.bytes }),
      )
      if (await cameBefore(file, files, incoming, options)) {
        await unstage(parts, place)
        seen.add(file.file)
      }
      files.push(file)
      rows += file.rows
      bytes += file.bytes
    }
  } finally {
    opened.close()
  }
  return { package: incoming, files, refused: opened.refused, ignored: opened.ignored, seen }
}

/** A file without rows looks like that of every other day: it repeats one of the same day only. */
async function cameBefore(
  file: StagedFile,
  earlier: readonly StagedFile[],
  incoming: Incoming,
  { seen }: StageOptions,
) {
  if (file.fault) return false
  const of = file.rows === 0 ? 'its day' : 'any day'
  return earlier.some(({ sha256 }) => sha256 === file.sha256) || ((await seen?.(incoming, file.sha256, of)) ?? false)
}
