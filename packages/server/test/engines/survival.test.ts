import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type ClickHouse, openClickHouse } from '../../src/platform/clickhouse/client.ts'
import { readConfig } from '../../src/platform/config.ts'
import { type Engines, startEngines } from '../../src/platform/engines/start.ts'
import { silentLog } from '../../src/platform/log.ts'
import { type OpenDatabase, openDatabase } from '../../src/platform/postgres/open.ts'
import { retrying } from '../../src/platform/postgres/retry.ts'

// Each kills and waits several times, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

const ROUNDS = Number(process.env.OTKLIK_TEST_KILLS ?? 4)
const WRITERS = 3

let dir = ''
let engines: Engines
let records: OpenDatabase
let facts: ClickHouse

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'otklik-survival-'))
  engines = await startEngines(readConfig({ OTKLIK_DATA: dir }), silentLog())
  records = openDatabase(engines.databaseUrl, silentLog(), WRITERS + 1)
  facts = openClickHouse(engines.clickhouseUrl, 'default')
  await records.pool.query('CREATE TABLE kept (id bigint PRIMARY KEY)')
  await facts.command('CREATE TABLE kept (id UInt64, line String) ENGINE = MergeTree ORDER BY id')
})
afterAll(async () => {
  await records.close()
  await facts.close()
  await engines.stop()
  rmSync(dir, { recursive: true, force: true })
})

/** Writes one after another from several hands until told to stop. Returns the numbers whose writing was acknowledged. */
function writeMany(write: (id: number) => Promise<void>) {
  const acknowledged: number[] = []
  let going = true
  let next = 0
  const hand = async (): Promise<void> => {
    while (going) {
      const id = next++
      await write(id).then(
        () => acknowledged.push(id),
        () => sleep(10),
      )
    }
  }
  const hands = Promise.all(Array.from({ length: WRITERS }, hand))
  const stop = async (): Promise<number[]> => {
    going = false
    await hands
    return acknowledged
  }
  return { acknowledged, stop }
}

async function killRepeatedly(engine: 'postgres' | 'clickhouse', acknowledged: readonly number[]): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const before = acknowledged.length
    while (acknowledged.length < before + 10) await sleep(10)
    await sleep(Math.random() * 300)
    const pid = engines.pids()[engine]
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
    while (engines.pids()[engine] === pid) await sleep(5)
  }
  const before = acknowledged.length
  while (acknowledged.length < before + 10) await sleep(10)
}

test('PostgreSQL killed at random moments comes back with everything it acknowledged', async () => {
  const writing = writeMany(async (id) => {
    await records.pool.query('INSERT INTO kept VALUES ($1)', [id])
  })
  await killRepeatedly('postgres', writing.acknowledged)
  const acknowledged = await writing.stop()
  const { rows } = await retrying(() => records.pool.query<{ id: number }>('SELECT id FROM kept'))
  const kept = new Set(rows.map((row) => row.id))
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(ROUNDS * 10)
})

test('ClickHouse killed at random moments comes back with everything it acknowledged, and no package in part', async () => {
  const size = 2000
  const writing = writeMany(async (id) => {
    const body = Buffer.from(Array.from({ length: size }, (_, i) => `${id},строка ${i}\n`).join(''))
    const { writtenRows } = await facts.insertStream('INSERT INTO kept FORMAT CSV', body)
    expect(writtenRows).toBe(size)
  })
  await killRepeatedly('clickhouse', writing.acknowledged)
  const acknowledged = await writing.stop()
  const rows = await facts.query<{ id: number; n: number }>('SELECT id, count() AS n FROM kept GROUP BY id')
  const kept = new Map(rows.map((row) => [row.id, row.n]))
  expect(acknowledged.filter((id) => kept.get(id) !== size)).toEqual([])
  expect(rows.filter((row) => row.n !== size)).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(ROUNDS * 10)
})

test('a question asked while ClickHouse is being started again is answered', async () => {
  const pid = engines.pids().clickhouse
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
  expect(await facts.query('SELECT 1 AS a')).toEqual([{ a: 1 }])
})
