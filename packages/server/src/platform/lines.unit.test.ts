import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'

const inPieces = (text: string, size: number): Readable => {
  const bytes = Buffer.from(text)
  const count = Math.ceil(bytes.length / size)
  return Readable.from(Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size)))
}
async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = []
  for await (const line of lines) found.push(line)
  return found
}

test('values written as lines of JSON come back, whatever stands in them and however they are cut', async () => {
  const odd = fc.constantFrom('\u2028', '\u2029', '\u0085', '\n', '\r', 'ё', '😀', '"', ' ')
  const value = fc.array(fc.oneof(odd, fc.string()), { maxLength: 6 }).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(fc.array(value, { maxLength: 8 }), fc.integer({ min: 1, max: 40 }), async (values, size) => {
      const text = values.map((one) => `${JSON.stringify(one)}\n`).join('')
      const lines = await all(linesOf(inPieces(text, size)))
      expect(lines.map((line) => JSON.parse(line))).toEqual(values)
    }),
  )
})

test('ends of lines may be those of another system, and the last may have none', async () => {
  expect(await all(linesOf(inPieces('a\r\nb\n\nc', 2)))).toEqual(['a', 'b', '', 'c'])
})

test('a line without end is cut, and the next ones are whole', async () => {
  const lines = await all(linesOf(inPieces(`${'x'.repeat(10_000)}\nnext\n${'y'.repeat(30)}`, 10), { longest: 20 }))
  expect(lines.map((line) => line.length <= 30)).toEqual([true, true, true])
  expect(lines.slice(1)).toEqual(['next', 'y'.repeat(20)])
})

test('a text that breaks off throws', async () => {
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('a\nb')
      throw new Error('gone')
    })(),
  )
  await expect(all(linesOf(broken))).rejects.toThrow('gone')
})
