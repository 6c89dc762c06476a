import { Readable } from 'node:stream'
import { beforeAll, expect, test, vi } from 'vitest'
import { importQueue, type ImportParts, rebuild, receivePackage, withdrawPackage } from '../../src/exchange/index.ts'
import { bySystem } from '../../src/platform/audit/index.ts'
import type { ClickHouse } from '../../src/platform/clickhouse/client.ts'
import type { Db } from '../../src/platform/postgres/open.ts'
import { recountAll, recountStaged } from '../../src/progress/index.ts'
import { breakable, Broken, FaultPoint } from '../support/faults.ts'
import { testInstallation } from '../support/installation.ts'
import { empty, snapshot } from '../support/snapshot.ts'

// Every point of an import is broken once, which is some hundred imports.
vi.setConfig({ testTimeout: 300_000 })

/** The long run breaks every point; an ordinary one every third, beginning anywhere, and says which it was. */
const step = process.env.OTKLIK_TEST_KILLS === undefined ? 3 : 1
const first = 1 + Math.floor(Math.random() * step)

const otklik = testInstallation()
const lines = (...rows: string[]) => rows.join('\n')
const requests = (...rows: string[]) => lines('request_id;service_id;submission_channel;region;office', ...rows)
const events = (...rows: string[]) => lines('request_id;section;item;status;date;time', ...rows)

const before = {
  'requests.csv': requests('r1;100;ЕПГУ;31;', 'r2;100;МФЦ;31;'),
  'events.csv': events(
    'r1;ЕПГУ;11;17;01.05.2026;10:00:00',
    'r2;ОГВ;6;1;03.05.2026;09:00:00',
    'r3;ОГВ;14;3;04.05.2026;10:00:00',
  ),
  // A refusal that the row of the batch takes back, alone in its month.
  'wide.csv': lines(
    'request_id;service_id;submission_channel;region;ЕПГУ.11;ЕПГУ.28',
    'r4;100;ЕПГУ;31;06.05.2026 10:00:00;09.03.2026 10:00:00',
  ),
}
/** Together: corrections, repetitions, rows set aside, events before their request, several months, every kind. */
const batch: readonly Readonly<Record<string, string>>[] = [
  {
    'requests.csv': requests('r1;200;ЕПГУ;31;Отдел № 1', 'r3;100;МФЦ;31;', 'bad;1x;ЕПГУ;31;'),
    'events.csv': events(
      'r1;ЕПГУ;11;17;01.05.2026;10:00:00',
      'r1;ЕПГУ;28;4;02.06.2026;10:00:00',
      'r2;ОГВ;14;3;04.05.2026;10:00:00',
      'r4;ОГВ;6;1;05.04.2026;10:00:00',
      'r4;ОГВ;6;1;05.04.2026;10:00:00',
      'r4;ОГВ;6;1;99.04.2026;10:00:00',
    ),
    'services.csv': lines('service_id;name;authority;kind', '100;Справка;Ведомство;услуга'),
  },
  {
    'wide.csv': lines(
      'request_id;service_id;submission_channel;region;ЕПГУ.11;ОГВ#1018',
      'r4;200;ЕПГУ;31;06.05.2026 10:00:00;07.05.2026 10:00:00|07.05.2026 10:00:00',
      'r5;200;ЕПГУ;31;06.05.2026 10:00:00;',
    ),
    'ratings.csv': lines('request_id;rated_at;score', 'r1;03.06.2026 10:00:00;5', 'r9;03.06.2026 10:00:00;2'),
    'payments.csv': lines('request_id;uin;uin_assigned_at', 'r1;12345678901234567890;03.06.2026 10:00:00'),
    'complaints.csv': lines('request_id;accepted_at', 'r1;03.06.2026 11:00:00'),
  },
]

async function receive(files: Readonly<Record<string, string>>, db = otklik.db): Promise<void> {
  const { dataDir } = otklik
  const deliveries = Object.entries(files).map(([name, content]) => ({
    name,
    open: () => Readable.from([Buffer.from(content)]),
  }))
  const about = { supplier: 'test', date: '2026-06-30', name: 'package', who: 'system' } as const
  await receivePackage({ db, dataDir }, { ...about, files: deliveries })
}

const make = (db: Db, ch: ClickHouse): ImportParts => ({
  ...otklik.parts,
  db,
  ch,
  recount: () => recountStaged(ch),
  recountAll: () => recountAll(ch),
})
const run = (parts: ImportParts) => importQueue(parts, otklik.pool).run()

/** Both packages wait behind one that is in. */
async function prepare(): Promise<void> {
  await empty({ pool: otklik.pool, ch: otklik.clickhouse })
  await receive(before)
  await run(otklik.parts)
  for (const files of batch) await receive(files)
}

const told = () => snapshot(otklik.db, otklik.clickhouse)
let undisturbed: Awaited<ReturnType<typeof snapshot>>
beforeAll(async () => {
  await prepare()
  await run(otklik.parts)
  undisturbed = await told()
})

test('the packages that are broken below say something of everything', () => {
  expect(undisturbed.packages.map(({ state }) => state)).toEqual(['accepted', 'partly', 'accepted'])
  expect(undisturbed.facts.map((fact) => (fact as { rows: number }).rows).every((rows) => rows > 0)).toBe(true)
  expect(undisturbed).toMatchObject({ unfinished: [], staged: [] })
})

test('an import broken off after any write is finished by the next, and leaves what an undisturbed one leaves', async () => {
  expect(await breakEverywhere(prepare, undisturbed)).toBeGreaterThan(25)
})

test('so is the withdrawal of a package whose events and wide rows others have too', async () => {
  const withdraw = async (): Promise<void> => {
    await prepare()
    await run(otklik.parts)
    const [, second] = await otklik.db.selectFrom('exchange_packages').select('id').orderBy('id').execute()
    await withdrawPackage(
      { db: otklik.db },
      { id: second?.id ?? 0, reason: 'Прислан по ошибке' },
      bySystem(new Date(0)),
    )
  }
  await withdraw()
  await run(otklik.parts)
  expect(await breakEverywhere(withdraw, await told())).toBeGreaterThan(15)
})

/**
 * Breaks what is waiting after `prepare` off at one write after another, and lets the next run finish it.
 * @returns about how many writes there were.
 */
async function breakEverywhere(prepared: () => Promise<void>, expected: typeof undisturbed): Promise<number> {
  const point = new FaultPoint()
  const parts = breakable({ db: otklik.db, ch: otklik.clickhouse }, point, make)
  for (let nth = first; ; nth += step) {
    await prepared()
    point.arm(nth)
    const failure = await run(parts).catch((error: unknown) => error)
    if (!point.hit) {
      expect(failure).toBeUndefined()
      return nth
    }
    expect(failure, `broken at ${nth}`).toBeInstanceOf(Broken)
    await run(otklik.parts)
    expect(await told(), `broken at ${nth}`).toEqual(expected)
  }
}

/** Breaks the first import of what waits off, right after the first statement that looks like this. */
async function breakAfter(pattern: RegExp): Promise<void> {
  const ch = otklik.clickhouse
  let over = false
  const alive = () => {
    if (over) throw new Broken('nothing works any more')
  }
  const broken: ClickHouse = {
    ...ch,
    command: async (sql, ...rest) => {
      alive()
      await ch.command(sql, ...rest)
      over ||= pattern.test(sql)
      alive()
    },
  }
  await expect(run(make(otklik.db, broken))).rejects.toThrow(Broken)
}

test('a partition of which only some parts were handed over is handed over whole', async () => {
  await prepare()
  await breakAfter(/ATTACH PARTITION ID .* FROM stage_events/)
  const ch = otklik.clickhouse
  // What a crash between two parts of a partition leaves: some rows of the packages, not all.
  await ch.command('ALTER TABLE events DELETE WHERE package > 1', {}, { mutations_sync: '1' })
  await ch.command(
    "INSERT INTO events SELECT * FROM stage_events WHERE at >= '2026-05-01' AND at < '2026-06-01' LIMIT 1",
  )
  expect(await ch.query('SELECT count() AS rows FROM events WHERE package > 1')).toEqual([{ rows: 1 }])
  await run(otklik.parts)
  expect(await told()).toEqual(undisturbed)
})

test('rows that come on top of the receipt kept are noticed and staged anew', async () => {
  await prepare()
  await breakAfter(/ATTACH PARTITION ID .* FROM stage_events/)
  const ch = otklik.clickhouse
  let stray = true
  const strayed: ClickHouse = {
    ...ch,
    // A statement of the process before, which ends when the staging area has been emptied for the next.
    insertStream: async (...args) => {
      const now = stray
      stray = false
      if (now)
        await ch.command(
          "INSERT INTO stage_events SELECT * REPLACE ('stray' AS request_id, 2 AS package, 1 AS file) FROM events LIMIT 1",
        )
      return ch.insertStream(...args)
    },
  }
  await expect(run(make(otklik.db, strayed))).rejects.toThrow(/was accepted with \d+ rows/)
  await run(otklik.parts)
  expect(await told()).toEqual(undisturbed)
})

test('rows staged twice over are noticed and staged anew, not dropped as repetitions', async () => {
  await prepare()
  const ch = otklik.clickhouse
  const doubled: ClickHouse = {
    ...ch,
    // A statement that outlived its process wrote the same rows once more.
    insertStream: async (...args) => {
      const result = await ch.insertStream(...args)
      await ch.command('INSERT INTO stage_events SELECT * FROM stage_events WHERE package = 2')
      return result
    },
  }
  await expect(run(make(otklik.db, doubled))).rejects.toThrow(/staged twice/)
  await run(otklik.parts)
  expect(await told()).toEqual(undisturbed)
})

test('a package that broke off four times is carried out where its receipt is kept', async () => {
  await empty({ pool: otklik.pool, ch: otklik.clickhouse })
  await receive(before)
  const failing = { ...otklik.parts, ch: { ...otklik.clickhouse, query: () => Promise.reject(new Error('something')) } }
  for (let time = 0; time < 3; time++) await expect(run(failing)).rejects.toThrow('something')
  await breakAfter(/ATTACH PARTITION/)
  await run(otklik.parts)
  const { packages, unfinished } = await told()
  expect(packages).toMatchObject([{ state: 'accepted', failure: null }])
  expect(unfinished).toEqual([])
})

test('a package that always breaks off is put aside with a sentence, and the next one passes', async () => {
  await empty({ pool: otklik.pool, ch: otklik.clickhouse })
  await receive(before)
  const failing = {
    ...otklik.parts,
    ch: { ...otklik.clickhouse, insertStream: () => Promise.reject(new Error('something')) },
  }
  for (let time = 0; time < 3; time++) await expect(run(failing)).rejects.toThrow('something')
  const away = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
  const absent = { ...otklik.parts, ch: { ...otklik.clickhouse, insertStream: () => Promise.reject(away) } }
  for (let time = 0; time < 3; time++) await expect(run(absent)).rejects.toThrow('socket hang up')
  await run(failing)
  await receive(batch[0] ?? {})
  await run(otklik.parts)
  const { packages, unfinished } = await told()
  expect(packages.map(({ state }) => state)).toEqual(['failed', 'partly'])
  expect(packages[0]?.failure).toMatch(/^Пакет не удалось принять/)
  expect(unfinished).toEqual([])
})

test('a package whose entry was not confirmed keeps its files and goes in', async () => {
  await empty({ pool: otklik.pool, ch: otklik.clickhouse })
  const point = new FaultPoint()
  const { db } = breakable({ db: otklik.db, ch: otklik.clickhouse }, point, make)
  point.arm(1)
  await expect(receive(before, db)).rejects.toThrow(Broken)
  await run(otklik.parts)
  expect((await told()).packages).toMatchObject([{ state: 'accepted' }])
})

test('everything made again from the files of the packages is what it was, also when it breaks off', async () => {
  await prepare()
  await run(otklik.parts)
  const register = vi.fn(async () => undefined)
  const parts = { ...otklik.parts, register }
  await otklik.clickhouse.command('TRUNCATE TABLE events')
  expect(await rebuild(parts, importQueue(parts, otklik.pool))).toEqual({ packages: 3, missing: [] })
  expect(await told()).toEqual(undisturbed)

  const point = new FaultPoint()
  const breaking = breakable({ db: otklik.db, ch: otklik.clickhouse }, point, make)
  point.arm(8)
  await expect(rebuild(breaking, importQueue(breaking, otklik.pool))).rejects.toThrow(Broken)
  await run(parts)
  expect(await told()).toEqual(undisturbed)
  expect(register).not.toHaveBeenCalled()
})
