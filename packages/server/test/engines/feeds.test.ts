import { closeSync, constants, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClickHouse, openClickHouse } from '../../src/platform/clickhouse/client.ts'
import { type ClickHouseEngine, startClickHouse } from '../../src/platform/engines/clickhouse/start.ts'
import { silentLog } from '../../src/platform/log.ts'

let dir = ''
let engine: ClickHouseEngine
let facts: ClickHouse

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'otklik-feeds-'))
  engine = await startClickHouse({ dir, log: silentLog() })
  facts = openClickHouse(engine.url, 'default', engine.feeds)
})
afterAll(async () => {
  await facts.close()
  await engine.stop()
  rmSync(dir, { recursive: true, force: true })
})

const ROWS = 100_000
/** 100,000 rows in two parts, some 3 MB: enough for a feed. */
const rows = (mark: number): Buffer[] => {
  const line = (n: number) => `${mark};${n};${'ж'.repeat(10)}\n`
  const half = (from: number) => Buffer.from(Array.from({ length: ROWS / 2 }, (_, n) => line(from + n)).join(''))
  return [half(0), half(ROWS / 2)]
}
const into = (table: string, then = '') =>
  `INSERT INTO ${table} SELECT toUInt32(splitByChar(';', line)[1]), toUInt32(splitByChar(';', line)[2]) FROM input('line String')${then} FORMAT LineAsString`
const makeTable = (name: string) =>
  facts.command(`CREATE TABLE ${name} (mark UInt32, n UInt32) ENGINE = MergeTree ORDER BY (mark, n)`)
/** How many rows of each mark there are, and what their numbers add up to. */
const counted = (table: string) =>
  facts.query<{ mark: number; rows: number; sum: number }>(
    `SELECT mark, count() AS rows, sum(n) AS sum FROM ${table} GROUP BY mark ORDER BY mark`,
  )
const whole = { rows: ROWS, sum: (ROWS * (ROWS - 1)) / 2 }

test('more inserts than there are feeds arrive whole', async () => {
  expect(engine.feeds).toHaveLength(2)
  await makeTable('many')
  const marks = [0, 1, 2, 3, 4, 5]
  const written = await Promise.all(marks.map((mark) => facts.insertStream(into('many'), rows(mark))))
  expect(written).toEqual(marks.map(() => ({ writtenRows: ROWS })))
  expect(await counted('many')).toEqual(marks.map((mark) => ({ mark, ...whole })))
})

test('a statement that wants no more, or fails on its rows or before them, answers, and feeds go on', async () => {
  await makeTable('some')
  const once = async () => {
    expect(await facts.insertStream(into('some', ' LIMIT 3'), rows(1))).toEqual({ writtenRows: 3 })
    const failing = into('some').replace("splitByChar(';', line)[2]", "splitByChar(';', line)[3]")
    await expect(facts.insertStream(failing, rows(2))).rejects.toMatchObject({ code: '6' })
    await expect(facts.insertStream(into('nowhere'), rows(3))).rejects.toMatchObject({ code: '60' })
  }
  for (let round = 0; round < 4; round++) await once()
  await facts.insertStream(into('some'), rows(4))
  expect(await counted('some')).toEqual([
    { mark: 1, rows: 12, sum: 12 },
    { mark: 4, ...whole },
  ])
})

test('what a sender wrote before it went away is not taken for the whole', async () => {
  await makeTable('torn')
  const feed = engine.feeds[0] ?? ''
  const url = new URL(engine.url)
  const sent = request({
    host: url.hostname,
    port: url.port,
    method: 'POST',
    path: `/?query=${encodeURIComponent(into('torn'))}`,
    auth: `${url.username}:${url.password}`,
    headers: { 'x-otklik-feed': basename(feed) },
  })
  sent.on('error', () => undefined)
  sent.write('.')
  const pipe = await openWhenRead(feed)
  writeSync(pipe, '1;1;ж\n')
  await sleep(200)
  sent.destroy()
  closeSync(pipe)
  await sleep(500)
  expect(await counted('torn')).toEqual([])
  expect(await facts.insertStream(into('torn'), rows(7))).toEqual({ writtenRows: ROWS })
})

async function openWhenRead(path: string): Promise<number> {
  for (;;) {
    try {
      return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK)
    } catch {
      await sleep(5)
    }
  }
}

test('only a feed of this engine can be named', async () => {
  const { origin, username, password } = new URL(engine.url)
  const answer = await fetch(`${origin}/?query=${encodeURIComponent(into('torn'))}`, {
    method: 'POST',
    body: '1;1;ж\n',
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
      'x-otklik-feed': '../../../etc/passwd',
    },
  })
  expect([answer.status, answer.headers.get('x-clickhouse-exception-code')]).toEqual([500, '36'])
})

test('an engine killed while it is fed leaves an insert whole or not at all, and is fed again', async () => {
  await makeTable('killed')
  const acknowledged: number[] = []
  for (let mark = 0; mark < 12; mark++) {
    const inserting = facts.insertStream(into('killed'), rows(mark)).then(
      () => acknowledged.push(mark),
      () => undefined,
    )
    const pid = engine.pid()
    if (mark % 3 === 2 && pid !== undefined) {
      await sleep(Math.random() * 100)
      process.kill(pid, 'SIGKILL')
      while (engine.pid() === pid || !(await facts.ping())) await sleep(5)
    }
    await inserting
  }
  const kept = await counted('killed')
  expect(kept).toEqual(kept.map(({ mark }) => ({ mark, ...whole })))
  expect(kept.map(({ mark }) => mark)).toEqual(expect.arrayContaining(acknowledged))
  expect(acknowledged.length).toBeGreaterThanOrEqual(8)
})
