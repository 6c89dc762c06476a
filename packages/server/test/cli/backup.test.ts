import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation } from '../../src/installation.ts'
import { readConfig } from '../../src/platform/config.ts'
import { silentLog } from '../../src/platform/log.ts'
import { endServerProcess, type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { otklik } from './otklik.ts'

const folder = mkdtempSync(join(tmpdir(), 'otklik-backup-'))
chmodSync(folder, 0o711)
const at = (...names: string[]): string => join(folder, ...names)
const data = at('data')
let server: ServerProcess | undefined
const servers: ServerProcess[] = []
afterAll(async () => {
  for (const one of servers) await endServerProcess(one, 'SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** A day of one service, which no other day has: its figures tell whether exactly this day is in. */
function day(number: number, rows = 40): string {
  const id = (row: number) => `p${number}-${row}`
  const requests = Array.from({ length: rows }, (_, row) => `${id(row)};${number};ЕПГУ;31`)
  return ['request_id;service_id;submission_channel;region', ...requests, ''].join('\n')
}
function events(number: number, rows = 40): string {
  const id = (row: number) => `p${number}-${row}`
  const lines = Array.from({ length: rows }, (_, row) => [
    `${id(row)};ЕПГУ;17;01.05.2026;10:00:00`,
    `${id(row)};ЕПГУ;${row % 3 === 0 ? 4 : 3};0${2 + (row % 7)}.05.2026;10:00:00`,
  ])
  // The last one is set aside.
  return ['request_id;section;status;date;time', ...lines.flat(), ';ЕПГУ;4;02.05.2026;10:00:00', ''].join('\n')
}

async function call(path: string, init: RequestInit = {}): Promise<Response> {
  if (!server) throw new Error('no server')
  const headers = { authorization: `Bearer ${server.token}`, ...(init.headers as Record<string, string>) }
  const answer = await fetch(server.url + path, { ...init, headers })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer
}
/** The sign in the name stands in lines of JSON as it is, and some readers end a line there. */
const upload = (number: number, what: string, name: string) =>
  call(
    `/api/packages?${new URLSearchParams({ supplier: 'test', date: '2026-06-30', name: `${name}\u2028${number}.csv` })}`,
    {
      method: 'POST',
      body: what,
    },
  )

async function settle(): Promise<void> {
  for (;;) {
    const { packages } = (await (await call('/api/packages?limit=1000')).json()) as { packages: { state: string }[] }
    if (packages.every(({ state }) => state !== 'waiting' && state !== 'working')) return
    await sleep(100)
  }
}

const serve = async (dataDir: string): Promise<ServerProcess> => {
  const started = await startServerProcess(dataDir)
  servers.push(started)
  return started
}

/** What stands in both stores, in process and without a server. */
async function stateOf(dataDir: string, finishImports = false) {
  const config = readConfig({ OTKLIK_DATA: dataDir })
  const installation = await openInstallation(config, silentLog())
  try {
    if (finishImports) await installation.imports.run()
    const { db, ch } = installation
    const [packages, changes, suppliers, services] = await Promise.all([
      db.selectFrom('exchange_packages').selectAll().orderBy('id').execute(),
      db.selectFrom('register_changes').selectAll().orderBy('id').execute(),
      db.selectFrom('access_suppliers').selectAll().execute(),
      db.selectFrom('register_services').selectAll().orderBy('service_id').execute(),
    ])
    const lists = await db.selectFrom('certification_lists').selectAll().orderBy('id').execute()
    const entries = await db.selectFrom('certification_entries').selectAll().orderBy('id').execute()
    const figures = await ch.query(
      'SELECT service_id, sum(submitted) AS submitted, sum(refused) AS refused FROM cube GROUP BY service_id ORDER BY service_id',
    )
    const facts = await ch.query<{ package: number; rows: number; hash: string }>(
      `SELECT package, count() AS rows, toString(sum(cityHash64(*))) AS hash
       FROM events GROUP BY package ORDER BY package`,
    )
    return { packages, changes, suppliers, services, lists, entries, figures, facts }
  } finally {
    await installation.close()
  }
}

const tell = (method: 'PUT' | 'POST', path: string, body: object = {}) =>
  call(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

/** Two editions of the single list: one is returned and final, the other waits. */
async function submitLists(): Promise<void> {
  const bare = { authority: null, region: '31', service: null, level: 72.5, validFrom: '2025-03-01' }
  const object = { ...bare, name: 'Сервис', kind: 'appeals', address: 'https://service.test/', validTo: '2028-02-29' }
  await tell('POST', '/api/certification/objects', object)
  await tell('POST', '/api/certification/lists/single')
  await tell('POST', '/api/certification/lists/1/return', { remarks: 'Замечания' })
  await tell('POST', '/api/certification/lists/single')
}

beforeAll(async () => {
  server = await serve(data)
  await tell('PUT', '/api/suppliers/test', { name: 'Поставщик' })
  await submitLists()
  for (let number = 1; number <= 3; number++) {
    await upload(number, day(number), 'requests')
    await upload(number, events(number), 'events')
  }
  await settle()
}, 120_000)

test('a copy taken while packages come and are imported is of one moment, and comes back whole', async () => {
  const stop = new AbortController()
  let number = 3
  const sending = (async () => {
    while (!stop.signal.aborted) {
      number++
      await upload(number, day(number, 400), 'requests')
      await upload(number, events(number, 400), 'events')
      await sleep(200)
    }
  })()
  await sleep(300)
  const copied = await otklik(data, 'backup', at('copy'))
  const sentAtEnd = number
  stop.abort()
  await sending
  expect([copied.status, copied.stderr]).toEqual([0, expect.stringContaining('Резервная копия готова')])
  expect(sentAtEnd).toBeGreaterThan(4)
  expect(statSync(at('copy')).mode & 0o777).toBe(0o700)
  await settle()
  if (server) await endServerProcess(server, 'SIGTERM')

  const restored = await otklik(at('restored'), 'restore', at('copy'))
  expect([restored.status, restored.stderr]).toEqual([0, expect.stringContaining('Восстановлено')])
  const [before, after] = [await stateOf(data), await stateOf(at('restored'))]
  const count = after.packages.length
  expect(count).toBeGreaterThanOrEqual(6)
  // The ledger up to the moment, as it stood then.
  for (const [index, row] of after.packages.entries()) {
    const then = before.packages[index]
    if (row.receipt !== null) expect(row).toEqual(then)
    else expect(row).toMatchObject({ id: then?.id, sha256: then?.sha256, folder: then?.folder, bytes: then?.bytes })
  }
  expect(after.changes).toEqual(before.changes.slice(0, after.changes.length))
  expect(after.suppliers).toEqual(before.suppliers)
  // Facts of exactly those packages that the ledger says are in.
  const isIn = new Set(after.packages.filter(({ finished_at }) => finished_at !== null).map(({ id }) => id))
  expect(after.facts).toEqual(before.facts.filter((row) => isIn.has(row.package)))
  expect(isIn.size).toBeGreaterThanOrEqual(6)

  // What waited is taken in, and the figures of the days that are in are those of the original.
  const finished = await stateOf(at('restored'), true)
  expect(finished.packages.every(({ state }) => state !== 'waiting')).toBe(true)
  const days = new Set(finished.packages.map(({ name }) => /\d+/.exec(name)?.[0]))
  const whole = (rows: unknown[]) =>
    rows.filter((row) => {
      const service = (row as { service_id: string }).service_id
      return days.has(service) && finished.packages.some(({ name }) => name === `events\u2028${service}.csv`)
    })
  expect(whole(finished.figures)).toEqual(whole(before.figures))
  expect(whole(finished.figures).length).toBeGreaterThanOrEqual(3)
  expect((await otklik(at('restored'), 'audit', 'verify')).status).toBe(0)
  expect((await otklik(data, 'audit', 'verify')).status).toBe(0)
}, 180_000)

describe('of a quiet installation', () => {
  test('the commands answer the same, with and without the server', async () => {
    const copied = await otklik(data, 'backup', at('quiet'))
    expect(copied.status).toBe(0)
    expect((await otklik(at('quiet-data'), 'restore', at('quiet'))).status).toBe(0)
    const [was, is] = [await stateOf(data), await stateOf(at('quiet-data'))]
    expect(is).toEqual(was)
    expect(is.lists.map(({ state }) => state)).toEqual(['returned', 'on_approval'])
    expect(is.entries).toMatchObject([{ level: '72.50' }, { level: '72.50' }])
    const key = (dataDir: string) => readFileSync(join(dataDir, 'keys', 'records.key'), 'utf8')
    expect(key(at('quiet-data'))).toBe(key(data))
    const ask = (dataDir: string) => otklik(dataDir, 'indicators', '--format', 'csv')
    const [before, after] = [await ask(data), await ask(at('quiet-data'))]
    expect(before.stdout.split('\n').length).toBeGreaterThan(5)
    expect(after.stdout).toBe(before.stdout)
    // Identities go on where they ended.
    writeFileSync(at('late.csv'), day(9999))
    const late = await otklik(at('quiet-data'), 'import', at('late.csv'), '--supplier', 'later', '--json')
    expect(JSON.parse(late.stdout).totals.accepted).toBe(40)
    const again = await otklik(at('quiet-data'), 'restore', at('quiet'))
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('не пуст')])
  }, 180_000)

  test('an existing copy, and a folder inside the data, are refused', async () => {
    const again = await otklik(data, 'backup', at('quiet'))
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('не пуста')])
    const inside = await otklik(data, 'backup', join(data, 'copy'))
    expect([inside.status, inside.stderr]).toEqual([2, expect.stringContaining('лежит в каталоге данных')])
    const nowhere = await otklik(at('nothing-here'), 'backup', at('nothing'))
    expect([nowhere.status, nowhere.stderr]).toEqual([2, expect.stringContaining('нет установки')])
    expect(existsSync(at('nothing-here', 'postgres'))).toBe(false)
  }, 60_000)
})

const cli = fileURLToPath(new URL('../../bin/otklik.mjs', import.meta.url))

/** Runs a command and kills it at once when something has come to be. */
async function killWhen(dataDir: string, args: readonly string[], came: () => boolean): Promise<void> {
  const env = { PATH: process.env.PATH, OTKLIK_DATA: dataDir, OTKLIK_LOG_LEVEL: 'fatal' }
  const child = spawn(process.execPath, [cli, ...args], { env, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  while (!came() && child.exitCode === null) await sleep(1)
  child.kill('SIGKILL')
  await ended
}

describe('killed in the middle', () => {
  test('a copy is refused', async () => {
    await killWhen(data, ['backup', at('half')], () => existsSync(at('half', 'facts')))
    expect(existsSync(at('half', 'backup.json'))).toBe(false)
    const { status, stderr } = await otklik(at('from-half'), 'restore', at('half'))
    expect([status, stderr]).toEqual([2, expect.stringContaining('не закончена')])
    expect(existsSync(at('from-half'))).toBe(false)
  }, 60_000)

  test.each([
    ['before the stores are filled', (dir: string) => existsSync(join(dir, 'postgres', 'postmaster.pid'))],
    ['while files are placed', (dir: string) => existsSync(join(dir, 'files'))],
  ])(
    'a restore keeps every server out until it is done again: %s',
    async (name, came) => {
      const dir = at(`half-restored-${name.length}`)
      await killWhen(dir, ['restore', at('quiet')], () => came(dir))
      expect(existsSync(join(dir, 'restoring'))).toBe(true)
      for (const command of [['serve'], ['audit', 'verify'], ['backup', at('no')]]) {
        const { status, stderr } = await otklik(dir, ...command)
        expect([status, stderr]).toEqual([2, expect.stringContaining('не закончено')])
      }
      const again = await otklik(dir, 'restore', at('quiet'))
      expect([again.status, again.stderr]).toEqual([0, expect.stringContaining('Восстановлено')])
      expect(await stateOf(dir)).toEqual(await stateOf(data))
    },
    120_000,
  )
})

test('a folder with something else in it, and one with a server at work, are left alone', async () => {
  mkdirSync(at('foreign'))
  writeFileSync(at('foreign', 'letter.txt'), 'важное')
  const foreign = await otklik(at('foreign'), 'restore', at('quiet'))
  expect([foreign.status, foreign.stderr]).toEqual([2, expect.stringContaining('не пуст')])
  expect(readFileSync(at('foreign', 'letter.txt'), 'utf8')).toBe('важное')
  const running = await serve(at('quiet-data'))
  const { status, stderr } = await otklik(at('quiet-data'), 'restore', at('quiet'))
  expect([status, stderr]).toEqual([2, expect.stringContaining('остановите сервер')])
  await endServerProcess(running, 'SIGTERM')
}, 60_000)
