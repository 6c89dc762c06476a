import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { readAll } from '../reading.fixture.ts'
import { defaultLimits, type SourceLimits } from './source.ts'
import { type OpenedSources, openSources } from './sources.ts'

const csv = Buffer.from('a;b\n1;2\n3;4\n')
let folder: string
let opened: OpenedSources[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'otklik-sources-'))
  opened = []
})

afterEach(async () => {
  for (const sources of opened) sources.close()
  await rm(folder, { recursive: true })
})

async function put(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
  return path
}

async function openAll(paths: string[], limits: Partial<SourceLimits> = {}): Promise<OpenedSources> {
  const sources = await openSources(paths, { ...defaultLimits, ...limits })
  opened.push(sources)
  return sources
}

const names = (sources: OpenedSources) => sources.sources.map((source) => source.name)

async function zip(
  files: Record<string, Buffer>,
  options: { mode?: number; compress?: boolean } = {},
): Promise<Buffer> {
  const archive = new ZipFile()
  for (const [name, bytes] of Object.entries(files)) archive.addBuffer(bytes, name, options)
  archive.end()
  return buffer(archive.outputStream)
}

/** The same bytes with every `from` (of the same length) replaced: names yazl would not write. */
function patch(bytes: Buffer, from: string | number[], to: string | number[]): Buffer {
  const [old, fresh] = [Buffer.from(from as string), Buffer.from(to as string)]
  expect(fresh.length).toBe(old.length)
  const copy = Buffer.from(bytes)
  let found = 0
  for (let at = copy.indexOf(old); at >= 0; at = copy.indexOf(old, at + 1)) {
    fresh.copy(copy, at)
    found++
  }
  expect(found).toBeGreaterThan(0)
  return copy
}

/** Sets a field of every central directory record. */
function patchCentral(bytes: Buffer, write: (record: Buffer, index: number) => void): Buffer {
  const copy = Buffer.from(bytes)
  const signature = Buffer.from('PK\u0001\u0002')
  let index = 0
  for (let at = copy.indexOf(signature); at >= 0; at = copy.indexOf(signature, at + 1))
    write(copy.subarray(at), index++)
  return copy
}

async function refusal(bytes: Buffer, limits: Partial<SourceLimits> = {}) {
  const { sources, refused } = await openAll([await put('x.bin', bytes)], limits)
  expect(sources).toEqual([])
  return refused[0]?.fault
}

describe('paths', () => {
  test('a file, a folder by name, an archive by its first bytes', async () => {
    const file = await put('one.csv', csv)
    await put('in/b.csv', csv)
    await put('in/a/z.csv', csv)
    await put('in/pack.dat', await zip({ 'y.csv': csv, 'sub/x.csv': csv }))
    for (const noise of [
      '.DS_Store',
      '__MACOSX/q.csv',
      'Thumbs.db',
      'manifest.json',
      '.hidden/w.csv',
      'README.md',
      'readme.txt',
    ]) {
      await put(`in/${noise}`, csv)
    }
    expect(names(await openAll([file]))).toEqual(['one.csv'])
    expect(names(await openAll([join(folder, 'in/README.md')]))).toEqual(['README.md'])
    const inside = ['a/z.csv', 'b.csv', 'pack.dat/sub/x.csv', 'pack.dat/y.csv']
    expect(names(await openAll([join(folder, 'in')]))).toEqual(inside)
    expect(names(await openAll([join(folder, 'in/pack.dat')]))).toEqual(['sub/x.csv', 'y.csv'])
    const both = await openAll([join(folder, 'in/pack.dat'), file])
    expect(names(both)).toEqual(['pack.dat/sub/x.csv', 'pack.dat/y.csv', 'one.csv'])
    for (const source of both.sources) {
      const { rows, result } = await readAll(source)
      expect(rows).toEqual([
        ['1', '2'],
        ['3', '4'],
      ])
      expect(result.bytes).toBe(csv.length)
    }
  })

  test('a file of many pieces comes whole, however slowly it is read', async () => {
    const bytes = Buffer.alloc(3_700_000, 'a;b\n')
    for (let at = 0; at < bytes.length; at += 1000) bytes.write(String(at), at)
    const { sources } = await openAll([await put('large.csv', bytes)])
    const pieces: Buffer[] = []
    for await (const piece of sources[0]?.open() ?? []) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      pieces.push(Buffer.from(piece))
    }
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
  })

  test('links are not followed, and refused where they lead outside', async () => {
    const outside = await put('outside.csv', csv)
    await put('in/a.csv', csv)
    await symlink(outside, join(folder, 'in/b.csv'))
    await symlink(folder, join(folder, 'in/c'))
    await symlink(join(folder, 'in/a.csv'), join(folder, 'in/d.csv'))
    const { refused, ...sources } = await openAll([join(folder, 'in')])
    expect(names({ ...sources, refused })).toEqual(['a.csv'])
    expect(refused.map(({ name, code }) => [name, code])).toEqual([
      ['b.csv', 'unsafe_archive'],
      ['c', 'unsafe_archive'],
    ])
  })

  test('a path that is not there, too many files, a file too large', async () => {
    expect((await openAll([join(folder, 'none.csv')])).refused).toMatchObject([{ name: 'none.csv', code: 'not_found' }])
    await put('in/a.csv', csv)
    await put('in/b.csv', csv)
    const many = await openAll([join(folder, 'in')], { maxFiles: 1 })
    expect(many).toMatchObject({ sources: [], refused: [{ fault: { reason: 'too_many_files', limit: 1 } }] })
    const large = await openAll([join(folder, 'in')], { maxFileBytes: 5 })
    expect(large.refused.map(({ name, code }) => `${name} ${code}`)).toEqual(['a.csv too_large', 'b.csv too_large'])
  })
})

describe('names in archives', () => {
  test('are read in UTF-8 and CP866', async () => {
    const utf8 = await zip({ 'Реестр.csv': csv })
    expect(names(await openAll([await put('u.zip', utf8)]))).toEqual(['Реестр.csv'])
    const flagless = patchCentral(utf8, (record) => record.writeUInt16LE(record.readUInt16LE(8) & ~0x800, 8))
    expect(names(await openAll([await put('f.zip', flagless)]))).toEqual(['Реестр.csv'])
    // «Отчёт» as Russian Windows writes it, without the UTF-8 flag.
    const cp866 = patch(await zip({ 'abcde.csv': csv }), 'abcde', [0x8e, 0xe2, 0xe7, 0xf1, 0xe2])
    const plain = patchCentral(cp866, (record) => record.writeUInt16LE(record.readUInt16LE(8) & ~0x800, 8))
    expect(names(await openAll([await put('c.zip', plain)]))).toEqual(['Отчёт.csv'])
  })

  test('of Windows tools, with backslashes between folders, are read as folders', async () => {
    const bytes = patch(await zip({ 'дни/12.csv': csv, 'дни/13.csv': csv }), 'дни/1', 'дни\\1')
    expect(names(await openAll([await put('b.zip', bytes)]))).toEqual(['дни/12.csv', 'дни/13.csv'])
  })

  test('that could lead out refuse the archive', async () => {
    const bytes = await zip({ 'good.csv': csv, '12345678.csv': csv })
    for (const name of [
      '../45678',
      '/2345678',
      'c:/45678',
      '..\\45678',
      'c:\\45678',
      '\\2345678',
      '12/../78',
      '123\u000045678'.slice(0, 8),
    ]) {
      const fault = await refusal(patch(bytes, '12345678', name))
      expect(fault).toMatchObject({
        code: 'unsafe_archive',
        reason: 'unsafe_name',
        detail: `${name.replaceAll('\\', '/')}.csv`,
      })
    }
  })

  test('that repeat refuse the archive', async () => {
    const bytes = patch(await zip({ 'a.csv': csv, 'b.csv': csv }), 'b.csv', 'a.csv')
    expect(await refusal(bytes)).toMatchObject({ reason: 'duplicate_name', detail: 'a.csv' })
  })
})

describe('archive tricks', () => {
  test('links, encryption, unknown packing', async () => {
    expect(await refusal(await zip({ 'a.csv': csv }, { mode: 0o120777 }))).toMatchObject({ reason: 'link' })
    const bytes = await zip({ 'a.csv': csv })
    const encrypted = patchCentral(bytes, (record) => record.writeUInt16LE(record.readUInt16LE(8) | 1, 8))
    expect(await refusal(encrypted)).toMatchObject({ reason: 'encrypted_entry' })
    const lzma = patchCentral(bytes, (record) => record.writeUInt16LE(14, 10))
    expect(await refusal(lzma)).toMatchObject({ reason: 'unknown_compression' })
  })

  test('entries that share bytes', async () => {
    const bytes = await zip({ 'a.csv': csv, 'b.csv': csv }, { compress: false })
    const shared = patchCentral(bytes, (record) => record.writeUInt32LE(0, 42))
    expect(await refusal(shared)).toMatchObject({ reason: 'overlapping_entries' })
  })

  test('limits of entries and declared sizes', async () => {
    const bytes = await zip({ 'a.csv': csv, 'b.csv': csv })
    expect(await refusal(bytes, { maxFiles: 1 })).toMatchObject({ reason: 'too_many_entries', limit: 1 })
    expect(await refusal(bytes, { maxFileBytes: 5 })).toMatchObject({ code: 'too_large', reason: 'file_too_long' })
    expect(await refusal(bytes, { maxArchiveBytes: 20 })).toMatchObject({ reason: 'total_too_long' })
  })

  test('a bomb is stopped while it inflates', async () => {
    const bomb = await zip({ 'a.csv': Buffer.alloc(40 << 20, 'a;b\n') })
    expect(bomb.length).toBeLessThan(1 << 20)
    const { sources } = await openAll([await put('bomb.zip', bomb)])
    const { result } = await readAll(sources[0] as (typeof sources)[number])
    expect(result.structure).toMatchObject({ code: 'unsafe_archive', reason: 'compression_ratio' })
    expect(result.bytes).toBeLessThan(17 << 20)
    expect(result.sha256).toBeNull()
  })

  test('an entry that inflates beyond its declared size', async () => {
    const bytes = await zip({ 'a.csv': Buffer.alloc(1 << 20, 'a;b\n') })
    const lying = patchCentral(bytes, (record) => record.writeUInt32LE(1000, 24))
    const { sources } = await openAll([await put('lying.zip', lying)])
    const { result } = await readAll(sources[0] as (typeof sources)[number])
    expect(result.structure).toMatchObject({ code: 'unsafe_archive', reason: 'damaged_archive' })
  })

  test('a checksum that does not fit', async () => {
    const bytes = patch(await zip({ 'a.csv': csv }, { compress: false }), '3;4', '3;5')
    const { sources } = await openAll([await put('crc.zip', bytes)])
    const { result } = await readAll(sources[0] as (typeof sources)[number])
    expect(result.structure).toMatchObject({ code: 'unsafe_archive', reason: 'checksum', detail: 'a.csv' })
  })

  test('an office document, an empty archive', async () => {
    const office = await zip({ '[Content_Types].xml': csv, 'word/document.xml': csv })
    expect(await refusal(office)).toMatchObject({ code: 'no_known_kind', reason: 'office_document' })
    const nothing = { code: 'empty_file', reason: 'empty_archive' }
    expect(await refusal(await zip({}))).toMatchObject(nothing)
    expect(await refusal(await zip({ 'manifest.json': csv, 'readme.txt': csv }))).toMatchObject(nothing)
  })

  test('cut after any byte or with any byte changed: a fault or the right rows, never a crash', async () => {
    const bytes = await zip({ 'a.csv': csv, 'b.csv': csv })
    const damaged = Array.from(bytes, (_, at) => [bytes.subarray(0, at), flip(bytes, at)]).flat()
    for (const variant of damaged) {
      const sources = await openAll([await put('d.zip', variant)])
      for (const source of sources.sources) {
        const { rows, result } = await readAll(source)
        if (!result.structure && source.name.endsWith('.csv'))
          expect(rows).toEqual([
            ['1', '2'],
            ['3', '4'],
          ])
      }
      sources.close()
    }
  })
})

function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(copy.readUInt8(at) ^ 0x55, at)
  return copy
}

test('deflate data that stops in the middle', async () => {
  const packed = deflateRawSync(Buffer.alloc(100_000, 'a;b\n1;2\n'))
  expect(packed.length).toBeGreaterThan(50)
  const whole = await zip({ 'a.csv': Buffer.alloc(100_000, 'a;b\n1;2\n') })
  const at = whole.indexOf(packed.subarray(0, 20)) + 60
  const broken = Buffer.from(whole)
  broken.fill(0xff, at, at + 20)
  const { sources } = await openAll([await put('s.zip', broken)])
  const { result } = await readAll(sources[0] as (typeof sources)[number])
  expect(result.structure).toMatchObject({ code: 'unsafe_archive' })
})

test('what lies beside data is left out by name and told; alone it is read', async () => {
  const files = ['~$д.xlsx', 'д.csv.bak', 'д.csv~', 'подпись.p7s', 'письмо.docx', 'д.tmp']
  for (const name of [...files, 'д.csv']) await put(`пакет/${name}`, csv)
  const beside = await openAll([join(folder, 'пакет')])
  expect(names(beside)).toEqual(['д.csv'])
  expect(beside.ignored.map(({ name }) => name).sort()).toEqual([...files].sort())
  const archive = await openAll([await put('п.zip', await zip({ 'д.csv': csv, '~$д.xlsx': csv }))])
  expect([names(archive), archive.ignored]).toMatchObject([['д.csv'], [{ name: '~$д.xlsx' }]])
  const alone = await openAll([await put('одна/д.csv.bak', csv)])
  expect([names(alone), alone.ignored]).toEqual([['д.csv.bak'], []])
  const numbered = await openAll([await put('x/00000-д.csv', csv), await put('x/00001-~$д.csv', csv)])
  expect(numbered.ignored).toMatchObject([{ name: expect.stringContaining('~$д.csv') }])
})
