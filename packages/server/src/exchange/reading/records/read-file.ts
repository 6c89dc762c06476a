import { createHash } from 'node:crypto'
import { Block } from './block.ts'
import { FaultError } from '../faults/fault.ts'
import { asUtf8, type Utf16 } from '../encodings/utf16.ts'
import { Cutter } from './cutter.ts'
import type { ReadNote } from './notes.ts'
import type { Chunk, ReadOptions, ReadResult } from '../reading.ts'
import type { Source } from '../sources/source.ts'

const DEFAULT_CHUNK_BYTES = 32 << 20
const FIRST_BLOCK_BYTES = 256 << 10

/** One file being read: iterate over its chunks, then ask for the result. Can be iterated once. */
export interface Reading extends AsyncIterable<Chunk> {
  /** Throws before the iteration has ended by itself. */
  result(): ReadResult
}

/**
 * Reads one file in constant memory: SHA-256 of the raw bytes, encoding, delimiter, whole records. A file whose structure
 * is unusable ends its chunks early and says why in the result; its bytes are still hashed to the end.
 * Errors of the disk are thrown.
 */
export function readFile(source: Source, options: ReadOptions = {}): Reading {
  let result: ReadResult | undefined
  async function* chunks(): AsyncGenerator<Chunk, void> {
    result = yield* read(source, options)
  }
  const iterator = chunks()
  return {
    [Symbol.asyncIterator]: () => iterator,
    result: () => {
      if (!result) throw new Error(`${source.name} has not been read to its end`)
      return result
    },
  }
}

async function* read(source: Source, options: ReadOptions): AsyncGenerator<Chunk, ReadResult> {
  const chunkBytes = options.chunkBytes ?? DEFAULT_CHUNK_BYTES
  const { firstBytes, buffers } = options
  const block = new Block({ chunkBytes, firstBytes, buffers, expected: source.size ?? FIRST_BLOCK_BYTES })
  // A sheet was written as CSV here: its quotes are what they should be.
  const cutter = new Cutter(block, { ...options, trusted: source.sheet !== undefined })
  const raw = new RawBytes(source, options.maxFileBytes)
  let utf16: Utf16 | undefined
  const pieces = asUtf8(raw.pieces(), (found) => {
    utf16 = found
    cutter.settle('utf-8')
  })
  try {
    for await (const piece of pieces) {
      for (let from = 0; from < piece.length && !cutter.ended; ) {
        const taken = block.take(piece, from)
        from += taken
        if (taken === 0) yield* cutter.cut(false)
      }
    }
    if (!cutter.ended) yield* cutter.cut(true)
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    cutter.structure = error.fault
  } finally {
    block.close()
  }
  const { rows, header, structure, restart } = cutter
  const { lines } = cutter.told
  const encoding = utf16 ?? cutter.encoding
  const { sha256, bytes } = raw
  const notes = notesOf(cutter, encoding, source)
  return inOriginal({ sha256, bytes, rows, encoding, header, structure, restart, lines, notes }, source)
}

/** What is to be told: what the records said, an encoding that is none of the format, what a workbook says of itself. */
function notesOf(
  { told: { notes } }: Cutter,
  encoding: ReadResult['encoding'],
  { sheet }: Source,
): readonly ReadNote[] {
  if (encoding !== 'utf-8' && encoding !== 'windows-1251')
    notes.add('other_encoding', { row: 0, line: 0, value: encodingNames[encoding] })
  for (const { code, value } of sheet?.notes() ?? []) notes.add(code, { row: 0, line: 0, value })
  return notes.all
}

/** Lines of a sheet's CSV as the rows of the sheet. */
function inOriginal(result: ReadResult, { sheet }: Source): ReadResult {
  if (!sheet) return result
  const { header, structure, notes, lines } = result
  const rowOf = (line: number): number => (line > 0 ? sheet.rowOf(line) : line)
  return {
    ...result,
    bytes: sheet.bytes,
    header: header && { ...header, line: rowOf(header.line) },
    structure: structure?.line === undefined ? structure : { ...structure, line: rowOf(structure.line) },
    notes: notes.map((note) => ({
      ...note,
      samples: note.samples.map((place) => ({ ...place, line: rowOf(place.line) })),
    })),
    lines: { lineOf: (row) => rowOf(lines.lineOf(row)) },
  }
}

const encodingNames = {
  cp866: 'CP866 (DOS)',
  'koi8-r': 'KOI8-R',
  'mac-cyrillic': 'MacCyrillic',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
} as const

/** The bytes of a file as they are, counted and hashed on the way. */
class RawBytes {
  bytes = 0
  /** Hexadecimal, once they have been read to the end. */
  sha256: string | null = null
  readonly #source: Source
  readonly #limit: number

  constructor(source: Source, limit = Number.POSITIVE_INFINITY) {
    this.#source = source
    this.#limit = limit
  }

  async *pieces(): AsyncGenerator<Buffer, void> {
    const { sheet } = this.#source
    const hash = sheet ? undefined : createHash('sha256')
    for await (const piece of this.#source.open()) {
      this.bytes += piece.length
      if (this.bytes > this.#limit)
        throw new FaultError({ code: 'too_large', reason: 'file_too_long', limit: this.#limit })
      hash?.update(piece)
      yield piece
    }
    this.sha256 = hash ? hash.digest('hex') : ((await sheet?.sha256()) ?? null)
  }
}
