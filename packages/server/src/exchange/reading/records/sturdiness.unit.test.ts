import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FaultError } from '../faults/fault.ts'
import { readAll, sourceOf } from '../reading.fixture.ts'
import { readFile } from './read-file.ts'
import type { Source } from '../sources/source.ts'

const header = 'request_id;date\n'

test('any bytes at all give rows in UTF-8 or a fault, never a crash', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.array(fc.constantFrom(0x22, 0x3b, 0x0a, 0x0d, 0x41, 0xcf, 0xb9, 0xd0, 0x98, 0xe0, 0x5c), { maxLength: 80 }),
  )
  const property = fc.asyncProperty(bytes, fc.integer({ min: 1, max: 64 }), async (values, chunkBytes) => {
    const source = sourceOf(Buffer.from([...Buffer.from(header), ...values]), 7)
    // Reading a chunk back checks that it is whole UTF-8 lines, as many as it says.
    const { rows, result, chunks } = await readAll(source, { chunkBytes, hugeRecordBytes: 40, maxRecordBytes: 10 })
    expect(result.rows).toBe(rows.length)
    expect(result.bytes).toBe(values.length + header.length)
    for (const { longRows, firstRow, rows: count } of chunks) {
      expect(longRows.every((row) => row >= firstRow && row < firstRow + count)).toBe(true)
    }
  })
  await fc.assert(property, { numRuns: 3000 })
})

function failing(error: Error): { source: Source; closed: () => number } {
  let closed = 0
  async function* open() {
    try {
      for (let i = 0; i < 100; i++) yield Buffer.from(header + '1;2\n'.repeat(1100))
      throw error
    } finally {
      closed++
    }
  }
  return { source: { name: 'f.csv', open }, closed: () => closed }
}

test('a failing disk is an error, a fault of an archive is a verdict; the hash is not whole in either', async () => {
  await expect(readAll(failing(new Error('EIO')).source, { chunkBytes: 64 })).rejects.toThrow('EIO')
  const fault = { code: 'unsafe_archive', reason: 'checksum', detail: 'f.csv' } as const
  const { result } = await readAll(failing(new FaultError(fault)).source, { chunkBytes: 64 })
  expect(result).toMatchObject({ structure: fault, sha256: null })
})

test('whoever stops early closes the source, and has no result', async () => {
  const { source, closed } = failing(new Error('not reached'))
  const reading = readFile(source, { chunkBytes: 64 })
  for await (const chunk of reading) if (chunk.rows > 0) break
  expect(closed()).toBe(1)
  expect(() => reading.result()).toThrow('f.csv')
})

test('rows are the same however large the chunks are', async () => {
  const text = fc.array(fc.constantFrom('a', 'я', ';', '"', '\n', '\r\n', 'b;"c\nd"\n'), { maxLength: 80 })
  const property = fc.asyncProperty(text, fc.integer({ min: 1, max: 64 }), async (parts, chunkBytes) => {
    const source = sourceOf(`${header}${parts.join('')}`)
    const [small, large] = [await readAll(source, { chunkBytes }), await readAll(source)]
    expect(small.rows).toEqual(large.rows)
    expect(small.result).toEqual(large.result)
  })
  await fc.assert(property, { numRuns: 1000 })
})
