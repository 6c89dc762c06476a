import { kinds } from '@otklik/model/exchange'
import type { ReceiptFile } from '@otklik/model/exchange/api'
import { summariseLives } from '../../facts/index.ts'
import { type Ignored, openSources, type Refused, type Source } from '../reading/index.ts'
import { hashOf } from '../repetitions/hash-of.ts'
import { type Ledger, Repetitions } from '../repetitions/repetitions.ts'
import type { Keyed } from '../replacing/keyed.ts'
import { factsWithSameKeys, settleSameKeys } from '../replacing/same-keys.ts'
import { wideFilesOf } from '../replacing/wide-files.ts'
import { replaceWideRows } from '../replacing/wide-rows.ts'
import { clearStage } from '../staging/clear.ts'
import { Loader } from './loader.ts'
import { mendRows } from './mend-rows.ts'
import type { CheckParts, Incoming, Report } from './parts.ts'
import { dropRepeats } from './repeats.ts'
import { chunkBuffers, type Place, stageFile, type StagedFile, type Staging, takeOut } from './stage-file.ts'

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
/** What stands in the staging area. */
export interface Staged {
  readonly packages: readonly StagedPackage[]
  /** Facts with rows that have the key of others among them. */
  readonly shared: readonly Keyed[]
}
export interface StageOptions {
  /** Where files that came before are known. */
  readonly ledger?: Ledger
  /**
   * The file of a kept receipt that was passed over as a repetition: it is again, whatever has come since. Packages that
   * are put in a second time have such a receipt.
   */
  readonly passedOver?: (incoming: Incoming, file: number) => KeptFile | undefined
  readonly report?: (incoming: Incoming) => Report
  /** Asked after each package how it is with so many bytes read: whether the others are better left for the next time. */
  readonly enough?: (bytes: number) => Promise<boolean>
  /** Names are shown without the number that keeps files in order on the disk. */
  readonly nameOf?: (name: string) => string
}
type KeptFile = Pick<ReceiptFile, 'kind' | 'sha256'>

/**
 * Reads all files of the packages into the emptied staging area and takes repeated events out of it.
 * @returns what was read: all packages, or the first where that was enough.
 */
export async function stagePackages(
  parts: CheckParts,
  packages: readonly Incoming[],
  options: StageOptions = {},
): Promise<Staged> {
  await clearStage(parts.ch)
  const loader = new Loader(parts.ch)
  const staging = { ...parts, loader, buffers: chunkBuffers(), discarded: [] }
  const repetitions = new Repetitions({ ch: parts.ch, ledger: options.ledger, flush: () => loader.flush() })
  const staged: StagedPackage[] = []
  try {
    let bytes = 0
    for (const incoming of packages) {
      if (staged.length > 0 && (await options.enough?.(bytes))) break
      const one = await stageOne({ staging, repetitions, options }, incoming)
      bytes += one.files.reduce((sum, file) => sum + file.bytes, 0)
      staged.push(one)
    }
    await loader.flush()
  } finally {
    await loader.settle()
  }
  await takeOut(parts.ch, staging.discarded)
  const files = staged.flatMap((one) => one.files)
  await mendRows(parts.ch, files)
  const shared = await factsWithSameKeys(parts.ch)
  const wide = files.filter(({ kind, fault }) => kind === 'wide' && !fault)
  await settleSameKeys(parts.ch, shared)
  const severalRows = shared.some(({ stage }) => stage === 'stage_requests')
  await replaceWideRows(parts.ch, await wideFilesOf(wide, options.ledger), severalRows)
  await summariseLives(parts.ch)
  await dropRepeats(
    parts.ch,
    packages.map(({ id }) => id),
  )
  return { packages: staged, shared }
}

interface Run {
  readonly staging: Staging
  readonly repetitions: Repetitions
  readonly options: StageOptions
}

async function stageOne(run: Run, incoming: Incoming): Promise<StagedPackage> {
  const opened = await openSources([...incoming.paths], run.staging.limits)
  const { nameOf = (name: string) => name, report = () => () => undefined } = run.options
  const tell = report(incoming)
  const files: StagedFile[] = []
  const seen = new Set<number>()
  let [rows, bytes] = [0, 0]
  try {
    const sizes = opened.sources.map(({ size }) => size)
    const mayRepeat = await run.repetitions.sizes(incoming, sizes)
    for (const source of opened.sources) {
      const named = { ...source, name: nameOf(source.name) }
      const place = { package: incoming.id, file: files.length, date: incoming.date }
      const passed = await passOver(run, incoming, { named, place, closely: mayRepeat(source.size) })
      if (passed) seen.add(place.file)
      const progress: Report = (now) => tell({ rows: rows + now.rows, bytes: bytes + now.bytes })
      const file = passed ?? (await stageFile(run.staging, named, place, progress))
      if (!passed && !file.fault) run.repetitions.note(file)
      files.push(file)
      rows += file.rows
      bytes += file.bytes
    }
  } finally {
    opened.close()
  }
  return { package: incoming, files, refused: opened.refused, ignored: opened.ignored, seen }
}

interface Candidate {
  readonly named: Source
  readonly place: Place
  /** Whether its bytes are worth reading for themselves: one of its size came before. */
  readonly closely: boolean
}

/** The file as it stands in the receipt where it brings nothing; undefined where it has to be read. */
async function passOver({ repetitions, options }: Run, incoming: Incoming, candidate: Candidate) {
  const { named, place, closely } = candidate
  const { passedOver } = options
  if (passedOver) {
    const kept = passedOver(incoming, place.file)
    return kept && repeatedFile(named, place, kept)
  }
  const sha256 = closely ? await hashOf(named) : undefined
  const known = sha256 === undefined ? undefined : await repetitions.find(incoming, sha256)
  return known && sha256 !== undefined ? repeatedFile(named, place, { kind: known.kind, sha256 }) : undefined
}

/** None of its rows are read. */
const repeatedFile = ({ name, size = 0 }: Source, place: Place, { kind, sha256 }: KeptFile): StagedFile => ({
  ...place,
  name,
  sha256,
  bytes: size,
  rows: 0,
  titles: [],
  check: undefined,
  kind: kinds.find((one) => one === kind) ?? null,
  fault: undefined,
  notes: [],
  lineOf: (row) => row,
})
