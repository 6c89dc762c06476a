import { buffer } from 'node:stream/consumers'
import { asSeen } from '@otklik/model/letters'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAll, sourceOf } from '../reading/reading.fixture.ts'
import { csvCell, csvLine, writeCsv } from './csv.ts'

describe('writeCsv', () => {
  test('writes BOM, semicolons, CR LF and quotes only where needed', async () => {
    const rows = [
      ['1', 'ООО "Юг"', null],
      [2, 'a;b', 'две\nстроки'],
      [3n, 'просто', true],
    ]
    const bytes = await buffer(writeCsv(['id', 'имя', 'x'], rows))
    expect(bytes.toString()).toBe('\uFEFFid;имя;x\r\n1;"ООО ""Юг""";\r\n2;"a;b";"две\nстроки"\r\n3;просто;true\r\n')
  })

  test('is read back unchanged by the reader', async () => {
    const cell = fc.oneof(
      fc
        .string({ unit: 'binary' })
        .filter((text) => !text.includes('\0') && text.isWellFormed() && text === asSeen(text)),
      fc.constantFrom('', '=1+1', '"', '""', ' ', '\r', '\n', '\\', '\t', "'"),
    )
    const width = fc.integer({ min: 1, max: 4 })
    // A row of nothing is no row, and lines of a cell that are rows by themselves are read as such.
    const row = (n: number) =>
      fc
        .array(cell, { minLength: n, maxLength: n })
        .filter((cells) => n === 1 || (/[^ ]/.test(cells.join('')) && !/[;"][^]*\n|\n[^]*[;"]/.test(cells.join('-'))))
    const table = width.chain((n) => fc.array(row(n), { maxLength: 8 }))
    const property = fc.asyncProperty(table, async (rows) => {
      const header = (rows[0] ?? ['']).map((_, i) => `c${i}`)
      const read = await readAll(sourceOf(await buffer(writeCsv(header, rows))), { chunkBytes: 50 })
      expect(read.result.structure).toBeUndefined()
      expect(read.result.header?.cells).toEqual(header)
      expect(read.rows).toEqual(rows)
    })
    await fc.assert(property, { numRuns: 500 })
  })

  test('goes out in pieces', async () => {
    function* rows() {
      for (let i = 0; i < 20_000; i++) yield [i, 'x'.repeat(20)]
    }
    let pieces = 0
    for await (const piece of writeCsv(['id', 'x'], rows())) {
      expect(piece.length).toBeLessThan(70_000)
      pieces++
    }
    expect(pieces).toBeGreaterThan(5)
  })
})

test('cells that look like formulas are neutralised on demand', () => {
  for (const text of ['=1', '+7', '-1+1', '@a', '\ta', ' =1']) {
    expect(csvCell(text)).toBe(text)
    expect(csvCell(text, { neutralise: true })).toBe(`'${text}`)
  }
  expect(csvCell('\r=1', { neutralise: true })).toBe(`"'\r=1"`)
  expect(csvCell(-1, { neutralise: true })).toBe('-1')
  expect(csvCell('-10000012345', { neutralise: true })).toBe('-10000012345')
  expect(csvLine(['a-b', 'x=1'], { neutralise: true })).toBe('a-b;x=1\r\n')
})
