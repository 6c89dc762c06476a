import { Readable } from 'node:stream'
import type { Chunk, ReadOptions, ReadResult } from './reading.ts'
import { readFile } from './records/read-file.ts'
import { cellsOf as cellsIn } from './records/cells-of.ts'
import type { Source } from './sources/source.ts'

/** A source over bytes, given out in pieces of at most `pieceBytes`. */
export function sourceOf(bytes: Buffer | string, pieceBytes = 1 << 16): Source {
  const all = Buffer.from(bytes)
  function* pieces(): Generator<Buffer> {
    for (let at = 0; at < all.length; at += pieceBytes) yield all.subarray(at, at + pieceBytes)
  }
  return { name: 'f.csv', size: all.length, open: () => Readable.from(pieces(), { objectMode: true }) }
}

export interface Read {
  chunks: Chunk[]
  rows: string[][]
  result: ReadResult
}

export async function readAll(source: Source, options: ReadOptions = {}): Promise<Read> {
  const reading = readFile(source, options)
  const chunks: Chunk[] = []
  for await (const chunk of reading) chunks.push(chunk)
  return { chunks, rows: chunks.flatMap(cellsOf), result: reading.result() }
}

/** Reads a chunk as its contract says, and sees to it that the chunk keeps it. */
function cellsOf(chunk: Chunk): string[][] {
  const lines = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(chunk.body).split('\n')
  if (lines.pop() !== '') throw new Error('a body ends with LF')
  if (lines.length !== chunk.rows) throw new Error(`${lines.length} lines for ${chunk.rows} rows`)
  if (chunk.crlf && lines.some((line) => !line.endsWith('\r'))) throw new Error('a line without CR')
  return cellsIn(chunk)
}

/** Text in Windows-1251; characters it lacks are an error of the test. */
export function toWindows1251(text: string): Buffer {
  return Buffer.from([...text].map((character) => codes.get(character) ?? fail(character)))
}

function fail(character: string): never {
  throw new Error(`${character} is not in Windows-1251`)
}

const decoder = new TextDecoder('windows-1251')
const codes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
