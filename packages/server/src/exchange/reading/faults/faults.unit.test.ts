import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readAll, sourceOf, toWindows1251 } from '../reading.fixture.ts'
import type { ReadOptions } from '../reading.ts'
import { Buffers } from '../records/buffers.ts'
import { readFile } from '../records/read-file.ts'

const header = 'request_id;section\n'
const verdict = async (bytes: Buffer | string, options: ReadOptions = {}) =>
  (await readAll(sourceOf(bytes), options)).result.structure

describe('encoding', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `${i};ОГВ «Ёлочка» № ${i} – да\n`).join('')

  test('Windows-1251 is known by the rows, the header, or a row far behind ASCII ones', async () => {
    const ascii = '1;x\n'.repeat(500)
    for (const text of [header + rows, `Раздел;Пункт\n${ascii}`, header + ascii + rows]) {
      const { result, rows: read, chunks } = await readAll(sourceOf(toWindows1251(text)), { chunkBytes: 100 })
      expect(result).toMatchObject({ encoding: 'windows-1251', structure: undefined, restart: undefined })
      expect(`${result.header?.cells.join(';')}\n${read.map((row) => `${row.join(';')}\n`).join('')}`).toBe(text)
      expect(chunks.length).toBeGreaterThan(5)
    }
  })

  test('a header in ASCII is reported with the encoding of the rows at hand', async () => {
    const { result } = await readAll(sourceOf(toWindows1251(header + rows)))
    expect(result.header?.encoding).toBe('windows-1251')
  })

  test('letters that happen to be UTF-8, handed out before the truth is known, ask for a second reading', async () => {
    // Windows-1251 «П№» is the UTF-8 sequence CF B9.
    const bytes = toWindows1251(`${header}1;П№\n${rows}`)
    const first = await readAll(sourceOf(bytes), { chunkBytes: 24 })
    expect(first.result).toMatchObject({ restart: 'windows-1251', structure: undefined })
    const again = await readAll(sourceOf(bytes), { chunkBytes: 24, encoding: 'windows-1251' })
    expect(again.result).toMatchObject({ restart: undefined, structure: undefined, rows: 41 })
    expect(again.rows[0]).toEqual(['1', 'П№'])
  })

  test('damaged UTF-8 is not taken for Windows-1251', async () => {
    const cut = Buffer.from(header + rows)
    const at = cut.indexOf('Ё', 900) + 1
    cut[at] = 0x20
    for (const chunkBytes of [64, 1 << 20]) {
      const expected = { code: 'bad_encoding', reason: 'damaged_utf8', row: 22, line: 23, offset: at - 1 }
      expect(await verdict(cut, { chunkBytes })).toEqual(expected)
    }
  })

  test('a byte order mark leaves no choice', async () => {
    const bytes = Buffer.concat([Buffer.from('\uFEFFa;b\n'), toWindows1251('1;ОГВ\n')])
    expect(await verdict(bytes)).toMatchObject({ reason: 'mixed_encodings', row: 1, line: 2, offset: 9 })
  })

  test('two encodings in one file are refused', async () => {
    const old = toWindows1251(`Раздел;Пункт\n${rows}`)
    const mixed = Buffer.concat([old, Buffer.from(rows.replaceAll('И', 'и'))])
    expect(await verdict(mixed, { chunkBytes: 256 })).toMatchObject({ code: 'bad_encoding' })
    const other = Buffer.concat([Buffer.from('Раздел;Пункт\n'), toWindows1251(rows)])
    expect(await verdict(other)).toMatchObject({ code: 'bad_encoding' })
  })

  test('one row in another encoding is found among few and among many', async () => {
    const row = '7;Отлично, всё быстро и вежливо\n'
    for (const [before, after] of [
      [0, 6],
      [6, 0],
      [3, 3000],
    ] as const) {
      const old = (count: number) => toWindows1251(row.repeat(count))
      const bytes = Buffer.concat([Buffer.from(header), old(before), Buffer.from(row), old(after)])
      const expected = { code: 'bad_encoding', reason: 'mixed_encodings', row: before + 1, line: before + 2 }
      if (after > 0) expect(await verdict(bytes)).toMatchObject(expected)
      else expect(await verdict(bytes)).toMatchObject({ code: 'bad_encoding' })
    }
    expect(await verdict(Buffer.concat([Buffer.from('a;b\n'), toWindows1251(row.repeat(3000))]))).toBeUndefined()
  })

  test('the undefined byte of Windows-1251 and NUL are refused with their place', async () => {
    const undefinedByte = Buffer.concat([toWindows1251(`${header}1;ОГВ\n2;МФЦ`), Buffer.of(0x98), Buffer.from('\n')])
    expect(await verdict(undefinedByte)).toMatchObject({ reason: 'undefined_in_windows_1251', row: 2, offset: 30 })
    const nul = { code: 'bad_encoding', reason: 'nul_byte', row: 2, line: 3, offset: 25 }
    expect(await verdict(`${header}1;x\n"2\0";y\n`)).toEqual(nul)
    expect(await verdict('requ\0est_id;section\n')).toMatchObject({ reason: 'nul_byte', row: 0, offset: 4 })
  })
})

describe('structure', () => {
  test('nothing but a mark or blank lines is an empty file; a header alone is not', async () => {
    for (const text of ['', '\uFEFF', '\n', '\r\n\r\n', '\uFEFF\r\n', '\r']) {
      expect(await verdict(text)).toMatchObject({ code: 'empty_file' })
    }
    for (const text of [header, 'a;b', '\uFEFFa', '\n\na;b\r\n']) {
      expect((await readAll(sourceOf(text))).result).toMatchObject({ rows: 0, structure: undefined })
    }
  })

  test('a quote of the header that never closes is refused', async () => {
    expect(await verdict('a,"b\n1,2\n')).toMatchObject({ code: 'unclosed_quote', row: 0, line: 1, offset: 2 })
  })

  test('line ends of CR alone are refused', async () => {
    const expected = { code: 'bad_encoding', reason: 'cr_line_ends', row: 0, line: 1, offset: 3 }
    expect(await verdict('a;b\r1;2\r3;4\r')).toEqual(expected)
    expect(await verdict(`a;b\r${'1;2\r'.repeat(1 << 19)}`)).toEqual(expected)
  })

  test('archives given as a table are refused', async () => {
    expect(await verdict(gzipSync(header))).toMatchObject({ code: 'unsafe_archive', reason: 'gzip' })
    expect(await verdict('PK\u0003\u0004...')).toMatchObject({ code: 'unsafe_archive', reason: 'nested_archive' })
  })

  test('limits of the header and of the file', async () => {
    expect(await verdict('x'.repeat(3 << 20))).toMatchObject({ code: 'too_large', reason: 'header_too_long' })
    const { result } = await readAll(sourceOf(header + '1;x\n'.repeat(1000), 100), { maxFileBytes: 2000 })
    expect(result).toMatchObject({ structure: { code: 'too_large', reason: 'file_too_long' }, sha256: null })
  })

  test('the header check of the caller ends the reading, the hash is whole', async () => {
    const onHeader = () => ({ code: 'no_known_kind', reason: 'header' }) as const
    const { result, chunks } = await readAll(sourceOf(`${header}1;x\n`), { onHeader })
    expect(chunks).toEqual([])
    expect(result).toMatchObject({
      structure: { code: 'no_known_kind' },
      rows: 0,
      header: { cells: ['request_id', 'section'] },
    })
    expect(result.sha256).toBe((await readAll(sourceOf(`${header}1;x\n`))).result.sha256)
  })
})

test('the delimiter is the one that makes most known titles, then most cells, quotes counted', async () => {
  const detect = async (line: string) => (await readAll(sourceOf(`${line}\n`))).result.header
  expect(await detect('a;b,c')).toMatchObject({ delimiter: ';', cells: ['a', 'b,c'] })
  expect(await detect('a,b,c;d')).toMatchObject({ delimiter: ',' })
  expect(await detect('a\tb')).toMatchObject({ delimiter: '\t' })
  expect(await detect('request_id;rated_at;score;"Замечания, пожелания, прочее, иное, ещё"')).toMatchObject({
    delimiter: ';',
    cells: ['request_id', 'rated_at', 'score', 'Замечания, пожелания, прочее, иное, ещё'],
  })
  expect(await detect('request_id;Дата;Хвост, с, пятью, запятыми, без, кавычек')).toMatchObject({ delimiter: ';' })
  expect(await detect('"a;1","b;2","c"')).toMatchObject({ delimiter: ',', cells: ['a;1', 'b;2', 'c'] })
  expect(await detect('"Дата\nподачи";"x""y\\n"')).toMatchObject({ cells: ['Дата\nподачи', 'x"y\\n'] })
})

test('released memory is used again, held memory never', async () => {
  const text = header + Array.from({ length: 3000 }, (_, i) => `${i};строка\n`).join('')
  const held: { body: Buffer; text: string }[] = []
  const memory = new Set<ArrayBufferLike>()
  let turn = 0
  let late: (() => void) | undefined
  for await (const chunk of readFile(sourceOf(text), { chunkBytes: 512, buffers: new Buffers(512) })) {
    late?.()
    late = undefined
    memory.add(chunk.body.buffer)
    if (turn++ % 3 === 0) held.push({ body: chunk.body, text: chunk.body.toString() })
    else if (turn % 3 === 0) chunk.release()
    else late = chunk.release
  }
  expect(turn).toBeGreaterThan(50)
  expect(memory.size).toBeLessThan(turn * 0.6)
  for (const { body, text: before } of held) expect(body.toString()).toBe(before)
})

test('files that come one after another share their memory', async () => {
  const buffers = new Buffers(1024)
  const memory = new Set<ArrayBufferLike>()
  for (let file = 0; file < 20; file++) {
    for await (const chunk of readFile(sourceOf(`${header}${'1;строка\n'.repeat(200)}`), {
      chunkBytes: 512,
      buffers,
    })) {
      memory.add(chunk.body.buffer)
      chunk.release()
    }
  }
  expect(memory.size).toBeLessThan(4)
})

test('a release counts once', async () => {
  const text = header + Array.from({ length: 300 }, (_, i) => `${i};строка\n`).join('')
  const chunks = readFile(sourceOf(text), { chunkBytes: 512, buffers: new Buffers(512) })[Symbol.asyncIterator]()
  const first = (await chunks.next()).value
  first?.release()
  const second = (await chunks.next()).value
  const before = second?.body.toString()
  first?.release()
  while (!(await chunks.next()).done);
  expect(second?.body.toString()).toBe(before)
})
