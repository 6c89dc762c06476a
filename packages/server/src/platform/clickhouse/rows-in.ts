import type { Readable } from 'node:stream'
import { linesOf } from '../lines.ts'
import { parseRow } from './rows.ts'

/**
 * The rows of a stream of JSONEachRow, one by one as they come. A stream that breaks off throws, and who leaves off early
 * lets its connection go.
 */
export async function* rowsIn<T>(stream: Readable): AsyncGenerator<T> {
  for await (const line of linesOf(stream)) yield parseRow<T>(line)
}
