import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { setAsideFile } from '../../src/exchange/importing/files.ts'
import { checkFiles, defaultLimits, fileNames, findPackage } from '../../src/exchange/index.ts'
import { toWindows1251 } from '../../src/exchange/reading/reading.fixture.ts'
import { testInstallation } from '../support/installation.ts'
import { csv } from './checked.ts'
import { figuresOf } from './figures.ts'
import { letter, plain, type Shape, shapes, written } from './shape.ts'

const otklik = testInstallation()

const requestHeader = [
  'Уникальный номер запроса',
  'service_id',
  'submission_channel',
  'Субъект Российской Федерации',
  'office',
  'consultation_topic',
]
const eventHeader = ['request_id', 'Раздел', 'item', 'status', 'Дата', 'time']
const eventColumns = ['ЕПГУ.11', 'ЕПГУ#4', 'ОГВ.6', 'ОГВ#3', 'МФЦ.6a']
const office = 'Отдел «Ёлка» № 1;\n"второй", этаж'
const requestRows = (at: string, service: string): string[][] => [
  [`${at}1`, service, 'ЕПГУ', 'Белгородская область', office, ''],
  [`${at}2`, service, 'РГПУ', '31', '', 'с табуляцией \t и \\ чертой'],
  [`${at}3`, service, 'МФЦ', 'г. Москва', ' края ', "o'clock"],
]
const eventRows = (at: string): string[][] => [
  [`${at}1`, 'РПГУ', '11', '', '01-05-2026', '10:00:00'],
  [`${at}1`, '2.1', '', '4', '02.06.2026', '23:59:59'],
  [`${at}2`, 'огв', '6', '1', '03.05.2026', ''],
  [`${at}2`, '1.1', '14', '3', '04.05.2026', '10:00:00'],
  [`${at}3`, 'МФЦ', '6a', '', '04.05.2026', '10:00:00'],
]
const wideRows = (at: string, service: string): string[][] => {
  const cells = [
    ['01.05.2026 10:00:00', '02-06-2026 23:59:59', '', '', ''],
    ['', '', ' 03.05.2026 | ', '04.05.2026 10:00:00|', ''],
    ['', '', '', '', '04.05.2026 10:00:00'],
  ]
  return requestRows(at, service).map((row, i) => [...row, ...(cells[i] ?? [])])
}

/** Long files of a shape, whose requests and service have names of their own: shapes then lie side by side. */
const longFiles = (shape: Shape, at: string, service: string): Record<string, Buffer> => ({
  [`${at}-requests.csv`]: written([requestHeader, ...requestRows(at, service)], shape),
  [`${at}-events.csv`]: written([eventHeader, ...eventRows(at)], shape),
})
const stored = (at: string) =>
  otklik.clickhouse.query<Record<string, unknown>>(
    `SELECT substring(request_id, 2) AS id, submission_channel, region, office, consultation_topic FROM requests
     WHERE startsWith(request_id, {at:String}) ORDER BY id`,
    { at },
  )
async function zipped(files: Record<string, Buffer | string>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** What the plain shape gave: the measure of all others. */
let figures: unknown
let records: unknown
beforeAll(async () => {
  const { receipt } = await otklik.send(longFiles(plain, 'Z', '900'))
  expect(receipt.totals).toEqual({ read: 8, accepted: 8, quarantined: 0, dropped: 0 })
  expect(receipt.codes).toEqual({ no_time: 1, unknown_service: 3 })
  ;[figures, records] = [await figuresOf(otklik, '900'), await stored('Z')]
  expect(records).toMatchObject([
    { office, region: '31' },
    { submission_channel: 'РПГУ', consultation_topic: 'с табуляцией \t и \\ чертой' },
    { region: '77', office: 'края' },
  ])
  expect(figures).toHaveLength(3)
})

describe('however it is written, it means the same', () => {
  test(`${shapes.length} encodings, delimiters and line ends`, async () => {
    const files = shapes.map((shape, n) => longFiles(shape, letter(n), `${100 + n}`))
    const { receipt } = await otklik.send(Object.assign({}, ...files))
    expect(receipt.totals).toEqual({ read: 8 * shapes.length, accepted: 8 * shapes.length, quarantined: 0, dropped: 0 })
    for (const n of shapes.keys()) {
      expect([shapes[n], await stored(letter(n))]).toEqual([shapes[n], records])
      expect([shapes[n], await figuresOf(otklik, `${100 + n}`)]).toEqual([shapes[n], figures])
    }
  })

  test('wide rows, a ZIP, folders inside it, and a ZIP beside files', async () => {
    const wide = (at: string, service: string, shape: Shape) =>
      written([[...requestHeader, ...eventColumns], ...wideRows(at, service)], shape)
    const { receipt } = await otklik.send({
      'wide.csv': wide('a', '201', plain),
      'wide-1251.txt': wide('b', '202', { encoding: 'windows-1251', delimiter: '\t', end: '\r\n' }),
      'day.zip': await zipped({
        ...longFiles(plain, 'c', '203'),
        'в папке/wide.csv': wide('d', '204', plain),
        '__MACOSX/._x.csv': 'x',
      }),
    })
    expect(receipt.verdict).toBe('accepted')
    expect(receipt.files.map(({ name, kind }) => `${name} ${kind}`).sort()).toEqual(
      [
        'c-events.csv events',
        'c-requests.csv requests',
        'wide-1251.txt wide',
        'wide.csv wide',
        'в папке/wide.csv wide',
      ].sort(),
    )
    for (const [at, service] of [
      ['a', '201'],
      ['b', '202'],
      ['c', '203'],
      ['d', '204'],
    ] as const) {
      expect([at, await stored(at)]).toEqual([at, records])
      expect([at, await figuresOf(otklik, service)]).toEqual([at, figures])
    }
  })
})

describe('traps', () => {
  const events = (...rows: string[]) => ['request_id;section;status;date;time', ...rows].join('\n')
  const counts = (): Promise<unknown> => {
    const of = (table: string) => `SELECT '${table}' AS name, count() AS rows FROM ${table}`
    const tables = ['events', 'requests', 'ratings', 'stage_events', 'stage_bad', 'stage_notes', 'stage_repeats']
    return otklik.clickhouse.query(`SELECT * FROM (${tables.map(of).join(' UNION ALL ')}) ORDER BY name`)
  }
  const many = (count: number, id: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => `${id(n)};2.1;17;01.05.2026;10:00:00`).join('\n')

  test('a file refused at its very end leaves nothing behind, the others go in', async () => {
    const before = await counts()
    const broken = events(
      many(200_000, (n) => `broken-${String(n).padStart(160, '0')}`),
      '"broken-x;\0',
    )
    const alone = await otklik.send({ 'broken.csv': broken })
    expect(alone.receipt).toMatchObject({
      verdict: 'refused',
      totals: { read: 0 },
      files: [{ structure: ['bad_encoding'] }],
    })
    expect(alone.receipt.files[0]?.explanations[0]).toContain('Строка 200002 файла.')
    expect(await counts()).toEqual(before)
    const beside = await otklik.send({ 'a.csv': events('t1;ЕПГУ;17;01.05.2026;10:00:00'), 'broken.csv': `${broken}\n` })
    expect(beside.receipt).toMatchObject({ verdict: 'partly', totals: { read: 1, accepted: 1 } })
    expect(
      await otklik.clickhouse.query("SELECT count() AS rows FROM events WHERE startsWith(request_id, 'broken')"),
    ).toEqual([{ rows: 0 }])
  })

  test('an encoding that shows only after the first rows have gone to the database', async () => {
    // «РЎ» in Windows-1251 is a letter in UTF-8 too; the word at the end is not.
    const start = toWindows1251(events('enc-РЎ;2.1;17;01.05.2026;10:00:00', ''))
    const middle = many(230_000, (n) => `enc-${String(n).padStart(160, '0')}`)
    const end = toWindows1251('\nenc-Ёж;2.1;17;01.05.2026;10:00:00\n')
    const { receipt } = await otklik.send({ 'late.csv': Buffer.concat([start, Buffer.from(middle), end]) })
    expect(receipt.totals).toEqual({ read: 230_002, accepted: 230_002, quarantined: 0, dropped: 0 })
    const odd = await otklik.clickhouse.query(
      "SELECT request_id FROM events WHERE startsWith(request_id, 'enc-') AND length(request_id) < 20 ORDER BY request_id",
    )
    expect(odd).toEqual([{ request_id: 'enc-Ёж' }, { request_id: 'enc-РЎ' }])
  })

  test('the same file twice in one package is read once', async () => {
    const file = events('t2;ЕПГУ;17;01.05.2026;10:00:00')
    const { receipt } = await otklik.send({ 'a.csv': file, 'b.csv': file })
    expect(receipt.totals).toEqual({ read: 1, accepted: 1, quarantined: 0, dropped: 0 })
    expect(receipt.files.map(({ alreadyReceived }) => alreadyReceived)).toEqual([false, true])
    expect(receipt.codes).toEqual({ unknown_request: 1 })
    const again = await otklik.send({ 'c.csv': file, 'd.csv': events('t2;ЕПГУ;17;02.05.2026;10:00:00') })
    expect(again.receipt.files.map(({ alreadyReceived }) => alreadyReceived)).toEqual([true, false])
    expect(again.receipt.totals).toEqual({ read: 1, accepted: 1, quarantined: 0, dropped: 0 })
  })

  test('events of a wide row that are in it twice leave the row in and are told once; those of the row before it are its own', async () => {
    const header = ['request_id', 'service_id', 'submission_channel', 'region', 'ЕПГУ.11', 'ЕПГУ#17', 'ЕПГУ#3']
    const at = '01.05.2026 10:00:00'
    await otklik.send({ 'a.csv': csv(header, ['w1', '300', 'ЕПГУ', '31', at, '', '02.05.2026 10:00:00']) })
    const { receipt } = await otklik.send({
      'b.csv': csv(header, ['w1', '301', 'ЕПГУ', '31', `${at}|${at}`, at, '03.05.2026 10:00:00']),
    })
    expect(receipt.totals).toEqual({ read: 1, accepted: 1, quarantined: 0, dropped: 0, replaced: 1 })
    expect(receipt.codes).toEqual({ duplicate_event: 1, withdrawn_event: 1, unknown_service: 1 })
    expect(await otklik.clickhouse.query("SELECT count() AS rows FROM events WHERE request_id = 'w1'")).toEqual([
      { rows: 2 },
    ])
    expect([await figuresOf(otklik, '300'), await figuresOf(otklik, '301')]).toMatchObject([
      [],
      [{ submitted: 1, decided: 1 }],
    ])
  })

  test('nothing but bad rows is not accepted; they can be taken away, and sent again', async () => {
    const bad = { 'a.csv': events('x;?;17;01.05.2026;', 'y;?;17;01.05.2026;') }
    const { id, receipt } = await otklik.send(bad)
    expect(receipt).toMatchObject({
      verdict: 'refused',
      totals: { read: 2, accepted: 0, quarantined: 2 },
      codes: { unknown_section: 2 },
    })
    const folder = (await findPackage(otklik.db, id))?.folder ?? ''
    expect(readFileSync(setAsideFile(join(otklik.dataDir, folder), 0), 'utf8')).toContain('unknown_section')
    expect(await otklik.send(bad)).toMatchObject({ already: false, receipt: { verdict: 'refused' } })
  })

  test.each([
    ['events', events('A-1;ЕПГУ;17;01.05.2026;10:00:00', 'A-1;ЕПГУ;3;02.05.2026;10:00:00')],
    ['requests', 'request_id;service_id;submission_channel;region\nA-1;1;ЕПГУ;31\nA-2;1;ЕПГУ;31\n'],
  ])('%s whose ends of lines were lost on the way hold no row and are refused', async (_, text) => {
    const { receipt } = await otklik.send({ 'a.csv': text.replaceAll(/\r?\n/g, '') })
    expect(receipt).toMatchObject({ verdict: 'refused', files: [{ structure: ['no_known_kind'], read: 0 }] })
    expect(receipt.files[0]?.explanations[0]).toContain('curl --data-binary')
  })

  test('a line of 10 MB is set aside, its neighbours go in', async () => {
    const row = (id: string, office: string) => `${id};1;ЕПГУ;31;"${office}"`
    const file = [
      'request_id;service_id;submission_channel;region;office',
      row('l1', 'a'),
      row('l2', 'я\n'.repeat(3_500_000)),
      row('l3', 'b'),
    ].join('\n')
    const { receipt } = await otklik.send({ 'a.csv': file })
    expect(receipt.totals).toEqual({ read: 3, accepted: 2, quarantined: 1, dropped: 0 })
    expect(receipt.codes).toMatchObject({ too_long: 1 })
    expect(receipt.samples.find(({ code }) => code === 'too_long')).toMatchObject({ row: 2, value: '' })
  })

  test('a row is found back by its file, also beside files that could not be opened or read', async () => {
    const good = await zipped({ 'a.csv': events('f1;ЕПГУ;17;01.05.2026;10:00:00') })
    const crc = Buffer.from(good)
    // The checksum of the only entry, in the central directory: its bytes are read and turn out to be others.
    crc.writeUInt32LE(1, crc.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 16)
    const { id, receipt } = await otklik.send({
      'a-cut.zip': good.subarray(0, 60),
      'b-wrong-sum.zip': crc,
      'c.csv': events('f2;ЕПГУ;17;01.05.2026;10:00:00', 'f3;?;17;01.05.2026;10:00:00'),
    })
    expect(receipt.totals).toEqual({ read: 2, accepted: 1, quarantined: 1, dropped: 0 })
    const at = receipt.files.findIndex(({ name }) => name === 'c.csv')
    expect(receipt.files.flatMap(({ structure }) => structure)).toEqual(['unsafe_archive', 'unsafe_archive'])
    const rows = await otklik.clickhouse.query("SELECT package, file FROM events WHERE request_id = 'f2'")
    expect(rows).toEqual([{ package: id, file: at }])
    expect([...(await fileNames(otklik.db, [id]))]).toMatchObject([[`${id}/${at}`, { file: 'c.csv' }]])
    const folder = (await findPackage(otklik.db, id))?.folder ?? ''
    const aside = readFileSync(setAsideFile(join(otklik.dataDir, folder), at), 'utf8')
    expect(aside).toContain('f3;?;17')
  })

  test('an empty folder has nothing usable', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'otklik-empty-'))
    mkdirSync(join(folder, 'inner'))
    writeFileSync(join(folder, 'manifest.json'), '{}')
    const receipt = await checkFiles(
      { ch: otklik.clickhouse, limits: defaultLimits },
      { paths: [folder], date: '2026-06-30' },
    )
    rmSync(folder, { recursive: true })
    expect(receipt).toEqual({
      verdict: 'refused',
      files: [],
      totals: { read: 0, accepted: 0, quarantined: 0, dropped: 0 },
      codes: {},
      samples: [],
    })
  })

  test('half a character and odd letters in bad cells do not break the receipt', async () => {
    const { receipt } = await otklik.send({
      'a.csv': events(
        `t4;${'😀'.repeat(100)};17;01.05.2026;`,
        `t5;x${'😀'.repeat(100)};17;01.05.2026;`,
        't6;\u0001\u001F\u2028;17;01.05.2026;',
      ),
    })
    expect(receipt.codes).toEqual({ unknown_section: 3 })
    expect(receipt.samples.every(({ value }) => value.isWellFormed())).toBe(true)
  })
})
