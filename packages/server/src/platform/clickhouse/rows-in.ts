import type { Readable } from 'node:stream'
import { parseRow } from './rows.ts'

/**
 * The rows of a stream of JSONEachRow, one by one as they come. A stream that breaks off throws, and who leaves off early
 * lets its connection go.
 */
export async function* rowsIn<T>(stream: Readable): AsyncGenerator<T> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield parseRow<T>(line)
  }
  if (rest !== '') yield parseRow<T>(rest)
}
