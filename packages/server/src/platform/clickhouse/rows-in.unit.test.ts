import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { rowsIn } from './rows-in.ts'

const rows = [{ name: 'Восток', n: 1 }, { name: '' }, { name: 'a\nb' }]
const bytes = Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'))
const inPieces = (size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))

async function all<T>(given: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of given) found.push(one)
  return found
}

test.each([1, 2, 3, 7, 1000])('rows come whole out of pieces of %i bytes', async (size) => {
  expect(await all(rowsIn(Readable.from(inPieces(size))))).toEqual(rows)
  const ended = Readable.from([...inPieces(size), Buffer.from('\n')])
  expect(await all(rowsIn(ended))).toEqual(rows)
})

test('a stream that breaks off throws', async () => {
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('{"n":1}\n{"n"')
      throw new Error('gone')
    })(),
  )
  await expect(all(rowsIn(broken))).rejects.toThrow('gone')
})

test('who leaves off early lets the stream go', async () => {
  const stream = Readable.from(inPieces(10))
  for await (const _ of rowsIn(stream)) break
  expect(stream.destroyed).toBe(true)
})
