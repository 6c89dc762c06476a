import { type HeaderVerdict, holdsRows, type Layout, readHeader, sayNear } from '@otklik/model/exchange'
import { compileFile, type FileCheck } from '../checking/query.ts'
import {
  Buffers,
  readAhead,
  readFile,
  type ReadNote,
  type ReadOptions,
  type ReadResult,
  type Source,
  type StructureFault,
} from '../reading/index.ts'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { tableSizes } from '../staging/sizes.ts'
import { stageTableNames } from '../staging/tables.ts'
import type { Loader } from './loader.ts'
import type { CheckParts, Report } from './parts.ts'

/** A file after its rows have been read and checked into the staging area. */
export interface StagedFile {
  readonly package: number
  readonly file: number
  readonly name: string
  readonly date: string
  /** Hexadecimal; empty where the file could not be read to its end. */
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
  readonly titles: readonly string[]
  readonly check: FileCheck | undefined
  readonly kind: Layout['kind'] | null
  readonly fault: StructureFault | undefined
  /** What was read otherwise than it is written. */
  readonly notes: readonly ReadNote[]
  /** Line of the file that a row begins in, from 1; row 0: the header. */
  readonly lineOf: (row: number) => number
}
/** What the file's own header calls a column. */
export function titleOf({ check, titles }: Pick<StagedFile, 'check' | 'titles'>, column: string): string {
  const position = check?.layout.positions.get(column) ?? -1
  return titles[position]?.trim() || column
}

/** Two chunks are checked at a time, each as one block of rows in the database: the size decides what an import holds in memory. */
const [smallest, largest] = [2 << 20, 24 << 20]
/**
 * A file of less than two large chunks is cut in the middle, so that both processors have a part of it. The first chunks of a
 * larger one are smaller: the database begins sooner, and afterwards does not ask for two chunks at the same moment.
 */
function chunkSizes(size = 2 * largest): Pick<ReadOptions, 'chunkBytes' | 'firstBytes'> {
  const chunkBytes = Math.min(Math.max(Math.ceil(size / 2), smallest), largest)
  return { chunkBytes, firstBytes: chunkBytes < largest ? chunkBytes : largest / 4 }
}

/** What a file is read into the staging area with. */
export interface Staging extends CheckParts {
  readonly loader: Loader
  /** Memory for the chunks of all files, one after another: `chunkBuffers`. */
  readonly buffers: Buffers
  /** Files whose rows are to be taken out when all are read: doing so takes longer than to read a small file. */
  readonly discarded: Pick<Place, 'package' | 'file'>[]
}
export const chunkBuffers = (): Buffers => new Buffers(largest)

/** Which file of which package it is. */
export interface Place {
  readonly package: number
  readonly file: number
  /** Reporting date, ISO day. */
  readonly date: string
}

/**
 * Reads one file into the staging area: good rows to their stage, bad ones to `stage_bad`. Of a file whose structure is
 * unusable nothing stays there. Throws only what is not the file's fault.
 */
export async function stageFile(parts: Staging, source: Source, place: Place, report: Report): Promise<StagedFile> {
  const first = await readOnce(parts, source, place, report)
  const last = first.result.restart ? await again(parts, source, place, report, first.result.restart) : first
  const { result, check } = last
  const { sha256, bytes, rows, header } = result
  const structure = faultOf(result)
  if (structure && rows > 0) parts.discarded.push(place)
  return {
    package: place.package,
    file: place.file,
    name: source.name,
    date: place.date,
    sha256: sha256 ?? '',
    bytes,
    rows: structure ? 0 : rows,
    titles: header?.cells ?? [],
    check: structure ? undefined : check,
    kind: check?.layout.kind ?? last.kind,
    fault: structure,
    notes: structure ? [] : result.notes,
    lineOf: (row) => (row === 0 ? (header?.line ?? 1) : result.lines.lineOf(row)),
  }
}

/** Rows that stand in the header are none: what looks like a file without rows has lost the ends of its lines. */
function faultOf({ structure, rows, header }: ReadResult): StructureFault | undefined {
  const lost = rows === 0 && (structure?.reason ?? 'header') === 'header' && holdsRows(header?.cells ?? [])
  return lost ? { code: 'no_known_kind', reason: 'lost_lines' } : structure
}

async function again(parts: Staging, source: Source, place: Place, report: Report, encoding: ReadResult['restart']) {
  // The same place is filled anew.
  await parts.loader.flush()
  await takeOut(parts.ch, [place])
  return readOnce(parts, source, place, report, encoding)
}

async function readOnce(
  { limits, loader, buffers, demo = false }: Staging,
  source: Source,
  place: Place,
  report: Report,
  encoding?: ReadResult['restart'],
) {
  let check: FileCheck | undefined
  let kind: Layout['kind'] | null = null
  const reading = readFile(source, {
    encoding,
    ...chunkSizes(source.size),
    buffers,
    maxFileBytes: limits.maxFileBytes,
    onHeader: ({ cells }) => {
      const verdict = readHeader(cells)
      if (verdict.ok) check = compileFile(verdict.layout, { demo })
      else kind = verdict.kind
      return verdict.ok ? undefined : headerFault(verdict)
    },
  })
  let rows = 0
  let bytes = 0
  for await (const chunk of readAhead(reading)) {
    if (!check) throw new Error('rows before a header')
    rows += chunk.rows
    bytes += chunk.body.length
    await loader.add(check, chunk, place)
    report({ rows, bytes })
  }
  return { result: reading.result(), check, kind }
}

function headerFault({ code, kind, columns, near = [], besides }: HeaderVerdict & { ok: false }): StructureFault {
  const detail = near.map((one) => `${sayNear(one)}.`).join(' ')
  return { code, reason: 'header', kind, columns, ...(besides && { besides }), ...(detail !== '' && { detail }) }
}

/** Takes the rows of files out of the staging area again. */
export async function takeOut(ch: ClickHouse, files: readonly Pick<Place, 'package' | 'file'>[]): Promise<void> {
  if (files.length === 0) return
  const sizeOf = await tableSizes(ch, stageTableNames)
  const params = { packages: files.map((one) => one.package), files: files.map(({ file }) => file) }
  const where = 'has(arrayZip({packages:Array(UInt32)}, {files:Array(UInt16)}), (package, file))'
  for (const table of stageTableNames.filter((name) => sizeOf(name) > 0))
    await ch.command(`ALTER TABLE ${table} DELETE WHERE ${where}`, params, { mutations_sync: '1' })
}
