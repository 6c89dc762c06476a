import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportDay, importQueue, type Manifest, receivePackage } from '../../src/exchange/index.ts'
import { factColumns } from '../../src/facts/index.ts'
import { type TestInstallation, testInstallation } from '../support/installation.ts'
import { columnsOf, csv } from './checked.ts'
import { figuresOf } from './figures.ts'

const here = testInstallation()
const elsewhere = testInstallation()

type SentKind = 'requests' | 'wide' | 'events' | 'ratings' | 'complaints' | 'payments'
/** A row before it is known whose it is: `id` and `service` are put in when it is sent. */
interface Row {
  readonly kind: SentKind
  /** Rows of one key replace each other, so that their order must be kept. */
  readonly key: string
  readonly cells: (prefix: string, service: string) => string[]
}
const wideEvents = ['ЕПГУ.11', 'ЕПГУ#4', 'ЕПГУ#25', 'ОГВ#3', 'МФЦ.6а']
const titles: Readonly<Record<SentKind, string[]>> = {
  requests: columnsOf('requests'),
  wide: [...columnsOf('requests'), ...wideEvents],
  events: columnsOf('events'),
  ratings: columnsOf('ratings'),
  complaints: columnsOf('complaints'),
  payments: columnsOf('payments'),
}
const byNumber = (a: number, b: number): number => a - b
const pick = fc.constantFrom
const day = fc.tuple(pick('01', '15', '28'), pick('03', '04', '05', '06')).map(([d, m]) => `${d}.${m}.2026`)
const time = pick('', '00:00:00', '09:30:00', '23:59:59')
const moment = fc.tuple(day, time).map(([d, t]) => `${d} ${t}`.trim())
const moments = fc.array(moment, { maxLength: 2 }).map((all) => all.join('|'))
const longId = pick('a', 'b', 'c', 'd')
const described = fc
  .tuple(
    pick('', 'v1', 'v2'),
    pick('ЕПГУ', 'РПГУ', 'МФЦ'),
    pick('31', 'г. Москва', '46'),
    pick('', 'Отдел «Мира», д. 1\n2 этаж'),
  )
  .map(([subservice, channel, region, office]) => (id: string, service: string): string[] => [
    id,
    service,
    subservice,
    '',
    channel,
    '',
    '',
    region,
    office,
    '',
    '',
    '',
    '',
    '',
  ])
const anyRow: fc.Arbitrary<Row> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(longId, described).map(
      ([id, cells]): Row => ({
        kind: 'requests',
        key: `q${id}`,
        cells: (prefix, service) => cells(prefix + id, service),
      }),
    ),
  },
  {
    weight: 2,
    // A topic of its own tells rows apart in an export, which has no columns for the events of a row.
    arbitrary: fc.tuple(described, fc.tuple(moments, moments, moments, moments, moments), fc.nat()).map(
      ([cells, all, topic]): Row => ({
        kind: 'wide',
        key: 'qw',
        cells: (prefix, service) => [...cells(`${prefix}w`, service).with(3, `тема ${topic}`), ...all],
      }),
    ),
  },
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        // None of the wide one: an event counts by who told it first, which may take it back.
        longId,
        pick('ЕПГУ 17', 'ЕПГУ 3', 'ЕПГУ 4', 'ЕПГУ 22', 'ОГВ 1', 'ОГВ 3', 'ОГВ 4', 'МФЦ 1013', 'ВИС 41', 'ОГВ 14'),
        day,
        time,
      )
      .map(([id, what, d, t]): Row => {
        const [section = '', status = ''] = what.split(' ')
        return {
          kind: 'events',
          key: `e${id} ${what} ${d} ${t}`,
          cells: (prefix) => [prefix + id, section, '', status, d, t],
        }
      }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(longId, moment, pick('', '1', '5'), pick('', 'Вежливость=3|Срок=4', 'Срок=2')).map(
      ([id, at, score, criteria]): Row => ({
        kind: 'ratings',
        key: `r${id}`,
        cells: (prefix) => [prefix + id, at, score || (criteria ? '' : '3'), criteria, 'Спасибо; "всё" хорошо'],
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(longId, moment, moment).map(
      ([id, at, upheld]): Row => ({
        kind: 'complaints',
        key: `c${id}`,
        cells: (prefix) => [prefix + id, at, '', upheld, ''],
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(longId, moment).map(
      ([id, at]): Row => ({
        kind: 'payments',
        key: `p${id}`,
        cells: (prefix) => [prefix + id, '188', at, '', '', '', at],
      }),
    ),
  },
)
const slices = 3
const cutRow = fc.record({ row: anyRow, slice: fc.nat(slices - 1) })

/** Where each row goes: as drawn, but rows of one key stay in their order. */
function cut(drawn: readonly { row: Row; slice: number }[]): Row[][] {
  const places = Map.groupBy(drawn, ({ row }) => row.key)
  const sorted = new Map([...places].map(([key, rows]) => [key, rows.map(({ slice }) => slice).toSorted(byNumber)]))
  const packages: Row[][] = Array.from({ length: slices }, () => [])
  for (const { row } of drawn) packages[sorted.get(row.key)?.shift() ?? 0]?.push(row)
  return packages
}
/** One file per kind; a kind without rows is a header alone. */
const filesOf = (rows: readonly Row[], prefix: string, service: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(titles).map(([kind, header]) => [
      `${kind}.csv`,
      csv(header, ...rows.filter((row) => row.kind === kind).map((row) => row.cells(prefix, service))),
    ]),
  )
const dateOf = (index: number): string => `2026-07-0${index + 1}`

/** Receives packages without importing them, so that they go in together. */
async function receiveAll(
  otklik: TestInstallation,
  packages: readonly { files: Record<string, string>; date: string }[],
): Promise<void> {
  for (const { files, date } of packages) {
    const deliveries = Object.entries(files).map(([name, text]) => ({
      name,
      open: () => Readable.from([Buffer.from(text)], { objectMode: false }),
    }))
    await receivePackage(
      { db: otklik.db, dataDir: otklik.dataDir },
      { supplier: 'test', date, name: 'p', files: deliveries, who: 'system' },
    )
  }
  await importQueue(otklik.parts, otklik.pool).run()
}

let run = 0
test('a package cut into any daily slices gives the same indicators as one whole load', async () => {
  const drawing = fc.record({
    drawn: fc.array(cutRow, { minLength: 15, maxLength: 50 }),
    together: fc.constantFrom(true, true, false),
    repeated: fc.nat(slices - 1),
  })
  const property = fc.asyncProperty(drawing, async ({ drawn, together, repeated }) => {
    run++
    const [whole, sliced] = [`${run}000`, `${run}001`]
    const rowsOf = cut(drawn)
    const packages = rowsOf.map((rows, index) => ({
      files: filesOf(rows, `s${run}-`, sliced),
      date: dateOf(index),
    }))
    const again = { files: packages[repeated]?.files ?? {}, date: dateOf(slices) }
    // What comes again is the latest word of its keys.
    const all = [...drawn.map(({ row }) => row), ...(rowsOf[repeated] ?? [])]
    const one = { files: filesOf(all, `w${run}-`, whole), date: dateOf(0) }
    if (together) await receiveAll(here, [...packages, again, one])
    else {
      for (const { files, date } of [...packages, one]) {
        const { totals } = (await here.send(files, { date })).receipt
        expect(totals).toMatchObject({ quarantined: 0, accepted: totals.read - totals.dropped })
      }
      const { receipt } = await here.send(again.files, { date: again.date })
      expect(receipt.totals.quarantined).toBe(0)
    }
    expect(await figuresOf(here, sliced)).toEqual(await figuresOf(here, whole))
  })
  await fc.assert(property, { numRuns: 3, endOnFailure: true })
  expect((await figuresOf(here)).length).toBeGreaterThan(10)
}, 120_000)

const facts = Object.keys(factColumns) as (keyof typeof factColumns)[]
/** Every record of a fact table, without the place it came from. */
async function records({ clickhouse }: TestInstallation): Promise<unknown> {
  const tables = facts.map(async (fact) => [
    fact,
    await clickhouse.query(`SELECT * EXCEPT (package, file, row) FROM ${fact} ORDER BY ALL`),
  ])
  return Object.fromEntries(await Promise.all(tables))
}
/** What an export wrote: bytes by name. */
async function exported(
  { db, clickhouse }: TestInstallation,
  date: string,
): Promise<{ manifest: Manifest; files: Record<string, Buffer> }> {
  const out = mkdtempSync(join(tmpdir(), 'otklik-export-test-'))
  try {
    const manifest = await exportDay({ db, ch: clickhouse }, { date, out })
    return {
      manifest,
      files: Object.fromEntries(manifest.files.map(({ name }) => [name, readFileSync(join(out, name))])),
    }
  } finally {
    rmSync(out, { recursive: true })
  }
}

test('exported and imported elsewhere, day by day, it gives the same records, indicators and files', async () => {
  const services = csv(
    columnsOf('services'),
    [
      '-007',
      '',
      'Выдача «разрешения»; образец',
      'Министерство',
      '31',
      'услуга',
      '10',
      'рабочие',
      '350 ₽',
      'Рождение ребёнка|Переезд',
    ],
    ['-007', 'v1', 'Вариант', '', '', 'мера поддержки', '', '', '', ''],
  )
  const first = await here.send(
    { 'services.csv': services, 'bad.csv': csv(columnsOf('services'), ['x', ...Array<string>(9).fill('')]) },
    { date: dateOf(0) },
  )
  expect(first.receipt).toMatchObject({ verdict: 'partly', totals: { read: 3, accepted: 2, quarantined: 1 } })
  for (let index = 0; index <= slices; index++) {
    const date = dateOf(index)
    const { manifest, files } = await exported(here, date)
    expect(manifest.files.map(({ name }) => name)).toEqual(
      ['requests', 'events', 'payments', 'ratings', 'complaints', 'services'].map(
        (kind) => `test_${date.replaceAll('-', '')}_${kind}.csv`,
      ),
    )
    const { receipt } = await elsewhere.send(Object.fromEntries(Object.entries(files)), { date })
    expect(receipt.verdict).toBe('accepted')
    expect(receipt.totals).toMatchObject({ quarantined: 0, dropped: 0 })
    expect(receipt.files.map(({ read }) => read).toSorted(byNumber)).toEqual(
      manifest.files.map(({ rows }) => rows).toSorted(byNumber),
    )
    expect(await exported(elsewhere, date)).toEqual({ manifest, files })
  }
  expect(await records(elsewhere)).toEqual(await records(here))
  expect(await figuresOf(elsewhere)).toEqual(await figuresOf(here))
}, 60_000)
