import { createHash } from 'node:crypto'
import { Block } from './block.ts'
import { FaultError } from '../faults/fault.ts'
import { Cutter } from './cutter.ts'
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
  const maxFileBytes = options.maxFileBytes ?? Number.POSITIVE_INFINITY
  const { firstBytes, buffers } = options
  const block = new Block({ chunkBytes, firstBytes, buffers, expected: source.size ?? FIRST_BLOCK_BYTES })
  const cutter = new Cutter(block, options)
  const hash = createHash('sha256')
  let bytes = 0
  let sha256: string | null = null
  try {
    for await (const piece of source.open()) {
      bytes += piece.length
      if (bytes > maxFileBytes) {
        throw new FaultError({ code: 'too_large', reason: 'file_too_long', limit: maxFileBytes })
      }
      hash.update(piece)
      for (let from = 0; from < piece.length && !cutter.ended; ) {
        const taken = block.take(piece, from)
        from += taken
        if (taken === 0) yield* cutter.cut(false)
      }
    }
    sha256 = hash.digest('hex')
    if (!cutter.ended) yield* cutter.cut(true)
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    cutter.structure = error.fault
  } finally {
    block.close()
  }
  const { rows, encoding, header, structure, restart } = cutter
  return { sha256, bytes, rows, encoding, header, structure, restart }
}
