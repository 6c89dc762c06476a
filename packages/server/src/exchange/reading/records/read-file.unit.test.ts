import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Buffers } from './buffers.ts'
import { readAll, sourceOf, toWindows1251 } from '../reading.fixture.ts'
import { slowParse } from './slow-parser.fixture.ts'

/** Pieces that meet each other in every bad way: quotes, line ends, escapes, characters of 2, 3 and 4 bytes. */
const shard = fc.constantFrom(
  '"',
  '""',
  ';',
  ',',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\\',
  '\\n',
  'a',
  'яЙ',
  '№',
  '–',
  '𝄞',
  ' ',
  '',
)
const noise = fc.array(shard, { maxLength: 60 }).map((parts) => parts.join(''))
const cuts = { chunkBytes: fc.integer({ min: 1, max: 70 }), piece: fc.integer({ min: 1, max: 40 }) }

describe('readFile agrees with a slow parser', () => {
  test('on any bytes after the header, cut anywhere', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(';', ',', '\t'),
      noise,
      fc.boolean(),
      cuts.chunkBytes,
      cuts.piece,
      fc.integer({ min: 1, max: 70 }),
      async (delimiter, body, bom, chunkBytes, piece, firstBytes) => {
        const text = `request_id${delimiter}Дата\n${body}`
        const bytes = Buffer.from((bom ? '\uFEFF' : '') + text)
        const { rows, result } = await readAll(sourceOf(bytes, piece), {
          chunkBytes,
          firstBytes,
          buffers: new Buffers(64),
        })
        expect(rows).toEqual(slowParse(text, delimiter, 2).slice(1))
        expect(result.structure).toBeUndefined()
        expect(result).toMatchObject({ rows: rows.length, bytes: bytes.length, header: { delimiter } })
        expect(result.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
      },
    )
    await fc.assert(property, { numRuns: 3000 })
  })

  test('on well-formed rows, in both encodings', async () => {
    const cell = fc
      .array(
        shard.filter((part) => part !== '𝄞'),
        { maxLength: 6 },
      )
      .map((parts) => parts.join(''))
    // A row of nothing is no row, and lines of a cell that are rows by themselves are read as such.
    const row = fc
      .array(cell, { minLength: 3, maxLength: 3 })
      .filter((cells) => /[^ ]/.test(cells.join('')) && !/[;"][^]*\n|\n[^]*[;"]/.test(cells.join('')))
    const table = fc.array(row, { maxLength: 12 })
    const property = fc.asyncProperty(table, fc.boolean(), cuts.chunkBytes, async (rows, utf8, chunkBytes) => {
      const quoted = [['request_id', 'Раздел', 'Пункт'], ...rows].map((row) =>
        row.map((c) => `"${c.replaceAll('"', '""')}"`),
      )
      const text = quoted.map((row) => `${row.join(';')}\r\n`).join('')
      const read = await readAll(sourceOf(utf8 ? text : toWindows1251(text)), { chunkBytes })
      expect(read.result.structure).toBeUndefined()
      expect(read.result.encoding).toBe(utf8 ? 'utf-8' : 'windows-1251')
      expect(read.rows).toEqual(rows)
    })
    await fc.assert(property, { numRuns: 1000 })
  })
})

describe('rows', () => {
  test('pass through untouched where there is no quote', async () => {
    const { chunks } = await readAll(sourceOf('a;b\n1;\\n\n2;x\ty\n'))
    expect(chunks).toMatchObject([{ form: 'plain', delimiter: ';', crlf: false, firstRow: 1, rows: 2 }])
    expect(chunks[0]?.body.toString()).toBe('1;\\n\n2;x\ty\n')
  })

  test('keep CR LF where every line has it, the last one too', async () => {
    const { chunks } = await readAll(sourceOf('a;b\r\n1;2\r\n3;4'))
    expect(chunks).toMatchObject([{ form: 'plain', crlf: true, rows: 2 }])
    expect(chunks[0]?.body.toString()).toBe('1;2\r\n3;4\r\n')
  })

  test('are cleaned where line ends differ or lines are blank', async () => {
    const { chunks, rows } = await readAll(sourceOf('\n\r\na;b\n\n1;2\r\n\r\n3;4\n\n'))
    expect(chunks).toMatchObject([{ form: 'escaped', delimiter: '\t', rows: 2 }])
    expect(rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  test('are numbered through all chunks', async () => {
    const text = `request_id;date\n${Array.from({ length: 500 }, (_, i) => `${i + 1};${i % 7 === 0 ? '"x\ny"' : 'z'}\n`).join('')}`
    const { chunks, rows } = await readAll(sourceOf(text), { chunkBytes: 64 })
    expect(rows.map((row) => Number(row[0]))).toEqual(Array.from({ length: 500 }, (_, i) => i + 1))
    let next = 1
    for (const chunk of chunks) {
      expect(chunk.firstRow).toBe(next)
      next += chunk.rows
    }
  })

  test('come in chunks that grow from the first size to the full one', async () => {
    const { chunks } = await readAll(sourceOf(`request_id;date\n${'1;2\n'.repeat(1000)}`, 7), {
      chunkBytes: 400,
      firstBytes: 100,
    })
    expect(chunks.slice(0, 4).map(({ body }) => body.length)).toEqual([84, 200, 400, 400])
    expect(chunks.reduce((rows, chunk) => rows + chunk.rows, 0)).toBe(1000)
  })

  test('of 10 MB are one long row between whole neighbours', async () => {
    const long = 'я'.repeat(5 << 20)
    for (const cell of [long, `"${long}\n"`]) {
      const { rows, chunks, result } = await readAll(sourceOf(`request_id;date\n1;x\n2;${cell}\n3;y\n`), {
        chunkBytes: 1 << 20,
      })
      expect(rows.map((row) => row[0])).toEqual(['1', '2', '3'])
      expect(rows[1]?.[1]?.trimEnd()).toBe(long)
      expect(chunks.flatMap((chunk) => chunk.longRows)).toEqual([2])
      expect(result.structure).toBeUndefined()
    }
  })

  test('beyond all measure refuse the file with the row', async () => {
    const options = { chunkBytes: 64, maxRecordBytes: 50, hugeRecordBytes: 1000 }
    const long = 'x'.repeat(1200)
    const stray = await readAll(sourceOf(`request_id;date\n1;y\n2;"z\n${'3;y\n'.repeat(500)}`), options)
    expect(stray.result).toMatchObject({ structure: undefined, rows: 502 })
    for (const text of [`1;y\n2;${long}`, `1;y\n2;${long}\n`, `"1";y\n2;${long}\n`].map(
      (rows) => `request_id;date\n${rows}`,
    )) {
      const { result } = await readAll(sourceOf(text), options)
      expect(result.structure).toMatchObject({ code: 'too_large', reason: 'record_too_long', row: 2, line: 3 })
      expect((await readAll(sourceOf(text), { ...options, chunkBytes: 5000 })).result.structure).toEqual(
        result.structure,
      )
    }
  })
})

test('a file cut after any byte loses no whole row and throws nothing', async () => {
  const text = '\uFEFFrequest_id;дата\r\n1;Иван\r\n2;"ООО ""Ромашка""\r\nфилиал"\r\n3;ЗАО "Юг"\r\n"4";x\r\n'
  const bytes = Buffer.from(text)
  for (let length = 0; length <= bytes.length; length++) {
    const { rows, result } = await readAll(sourceOf(bytes.subarray(0, length), 3), { chunkBytes: 16 })
    // Whole rows before the cut, by the slow parser: those that a line end closes.
    const head = bytes
      .subarray(0, length)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\uFFFD+$/, '')
    const whole = slowParse(head, ';', 2).slice(1, head.endsWith('\n') ? undefined : -1)
    const broken = result.structure?.code === 'bad_encoding'
    if (!broken && rows.length > 0) expect(rows.slice(0, whole.length)).toEqual(whole)
    if (length === 0) expect(result.structure?.code).toBe('empty_file')
  }
})
