import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Progress, Receipt } from '@otklik/model/exchange/api'
import type { Alarm } from '@otklik/model/progress/api'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { firstStartLink } from '../src/access/index.ts'
import { buildServer } from '../src/compose.ts'
import { type RunningInstallation, startServer } from '../src/main.ts'
import { readConfig } from '../src/platform/config.ts'
import { ROUTES } from '@otklik/model/routes'
import { openApiDocument, unservedRoutes } from '../src/platform/http/index.ts'
import { silentLog } from '../src/platform/log.ts'
import { judgeClosedMonths } from '../src/progress/index.ts'
import { whileHung } from './support/server-process.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const maxUploadBytes = 3_000_000
let dir = ''
let server: RunningInstallation
/** Bearer tokens of two suppliers. */
const tokens = { first: '', second: '' }
let cookie = ''

const configOf = (more: Readonly<Record<string, string>> = {}) =>
  readConfig({
    OTKLIK_DATA: join(dir, 'data'),
    PORT: '0',
    HOST: '127.0.0.1',
    OTKLIK_PUBLIC_URL: 'http://localhost',
    OTKLIK_MAX_UPLOAD_BYTES: String(maxUploadBytes),
    ...more,
  })

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'otklik-whole-'))
  server = await startServer(configOf(), silentLog())
})
afterAll(async () => {
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
})

const json = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
})
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const ask = (path: string, init: RequestInit = {}) => fetch(server.url + path, init)
const sum = (text: string) => createHash('sha256').update(text).digest('hex')
const folders = () => {
  const root = join(dir, 'data/files')
  return readdirSync(root).flatMap((month) => readdirSync(join(root, month)))
}

async function upload(text: string, { token = tokens.first, sha256 = sum(text), name = 'events.csv' } = {}) {
  const query = new URLSearchParams({ date: '2026-06-30', name, sha256 })
  const pieces = new ReadableStream({
    start(controller) {
      // In several pieces of unknown length: chunked transfer.
      for (let at = 0; at < text.length; at += 1000) controller.enqueue(Buffer.from(text.slice(at, at + 1000)))
      controller.close()
    },
  })
  return ask(`/api/packages?${query}`, {
    method: 'POST',
    body: pieces,
    duplex: 'half',
    headers: bearer(token),
  } as RequestInit)
}

async function finished(id: number, token = tokens.first): Promise<Receipt> {
  for (;;) {
    const receipt = (await (await ask(`/api/packages/${id}`, { headers: bearer(token) })).json()) as Receipt
    if (!['waiting', 'working'].includes(receipt.state)) return receipt
    await sleep(50)
  }
}

test('the first-start link makes the administrator, who signs in and issues tokens to suppliers', async () => {
  const link = await firstStartLink({ db: server.installation.db, config: { publicUrl: server.url } })
  const token = link?.split('#')[1] ?? ''
  const person = { token, login: 'admin', name: 'Администратор', password: 'пароль подлиннее' }
  const origin = { origin: 'http://localhost' }
  const made = await ask('/api/first-administrator', json('POST', person, origin))
  expect(made.status).toBe(200)
  expect((await ask('/api/first-administrator', json('POST', person, origin))).status).toBeGreaterThanOrEqual(400)
  const signed = await ask('/api/session', json('POST', { login: 'admin', password: person.password }, origin))
  cookie = (signed.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  expect(await (await ask('/api/session', { headers: { cookie } })).json()).toMatchObject({
    firstStart: false,
    session: { user: { login: 'admin' }, membership: { role: 'administrator' } },
  })
  for (const code of ['first', 'second'] as const) {
    const saved = await ask(`/api/suppliers/${code}`, json('PUT', { name: `Поставщик ${code}` }, { cookie, ...origin }))
    expect(saved.status).toBe(200)
    const issued = await ask(
      `/api/suppliers/${code}/tokens`,
      json('POST', { label: 'проверка' }, { cookie, ...origin }),
    )
    expect(issued.status).toBe(201)
    tokens[code] = ((await issued.json()) as { token: string }).token
  }
})

test('every call of the contract is served, and tells nobody anything without a sign-in', async () => {
  const app = await buildServer(
    server.installation,
    { enqueue: () => Promise.reject(new Error('no jobs here')) } as never,
    () => undefined,
  )
  expect(unservedRoutes(app)).toEqual([])
  await app.close()
  for (const { name, route } of ROUTES) {
    if (route.access === 'open') continue
    const path = route.path.replace(/:\w+/g, '1')
    const answer = await ask(path, { method: route.method })
    expect(answer.status, name).toBe(401)
    expect(answer.headers.get('content-type'), name).toContain('application/problem+json')
  }
})

const good = ['request_id;service_id;submission_channel;region;ЕПГУ.11', 'w1;100;ЕПГУ;31;01.06.2026 10:00:00'].join(
  '\n',
)
const mixed = `${good}\nw2;1x;ЕПГУ;31;01.06.2026 10:00:00`

test('a supplier uploads, watches, reads the receipt and takes the rows set aside', async () => {
  const sent = await upload(mixed)
  expect(sent.status).toBe(202)
  const { id } = (await sent.json()) as Receipt
  const events = await (await ask(`/api/packages/${id}/progress`, { headers: bearer(tokens.first) })).text()
  const told = events
    .split('\n')
    .flatMap((line) => (line.startsWith('data: ') ? [JSON.parse(line.slice(6)) as Progress] : []))
  expect(told.at(-1)).toMatchObject({ phase: 'done', state: 'partly' })
  const receipt = await finished(id)
  expect(receipt).toMatchObject({ state: 'partly', totals: { read: 2, accepted: 1, quarantined: 1, dropped: 0 } })
  const aside = await ask(`/api/packages/${id}/files/0/set-aside.csv`, { headers: bearer(tokens.first) })
  expect(await aside.text()).toMatch(/w2;1x;.*bad_number/)
})

test('sent again, the bytes are known; another supplier sees nothing of it', async () => {
  const first = (await (await upload(mixed)).json()) as Receipt
  expect(first).toMatchObject({ state: 'already_received', totals: { read: 0 } })
  expect(folders()).toHaveLength(1)
  for (const path of [`/api/packages/${first.id}`, `/api/packages/${first.id}/files/0/set-aside.csv`]) {
    expect((await ask(path, { headers: bearer(tokens.second) })).status).toBe(404)
  }
  const list = await ask('/api/packages', { headers: bearer(tokens.second) })
  expect(await list.json()).toEqual({ total: 0, packages: [] })
})

test('what comes wrong, too large or in part leaves nothing', async () => {
  const before = folders()
  const wrong = await upload(`${good}\n`, { sha256: sum('other bytes') })
  expect(wrong.status).toBe(422)
  const large = await upload(`${good}\n`.repeat(Math.ceil(maxUploadBytes / good.length) + 1))
  expect(large.status).toBe(413)
  await cutUpload()
  const deadline = Date.now() + 10_000
  while (folders().length > before.length && Date.now() < deadline) await sleep(50)
  expect(folders()).toEqual(before)
  const list = await ask('/api/packages', { headers: bearer(tokens.first) })
  expect(await list.json()).toMatchObject({ total: 1 })
})

/** Sends half of what it has announced and goes away. */
async function cutUpload(): Promise<void> {
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  const head = [
    'POST /api/packages?date=2026-06-30&name=cut.csv HTTP/1.1',
    `Host: ${hostname}`,
    `Authorization: Bearer ${tokens.first}`,
  ]
  socket.write(
    `${[...head, 'Content-Type: text/csv', 'Content-Length: 1000000'].join('\r\n')}\r\n\r\n${good.repeat(2000)}`,
  )
  const before = folders().length
  const deadline = Date.now() + 5000
  while (folders().length === before && Date.now() < deadline) await sleep(10)
  expect(folders().length).toBe(before + 1)
  socket.destroy()
}

test('files of packages are closed to other accounts of the machine', async () => {
  const root = join(dir, 'data/files')
  for (const name of ['', ...readdirSync(root, { recursive: true, encoding: 'utf8' })]) {
    const found = statSync(join(root, name))
    expect((found.mode & 0o777).toString(8), name).toBe(found.isDirectory() ? '700' : '600')
  }
})

test('describes itself: OpenAPI, health, readiness, metrics', async () => {
  const served = await (await ask('/api/openapi.json')).json()
  expect(served).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
  expect(JSON.parse(readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'))).toEqual(served)
  const described = served.paths['/api/packages'].post.parameters.filter(({ description = '' }) => description !== '')
  expect(described.map(({ name }: { name: string }) => name)).toEqual(['supplier', 'date', 'name', 'sha256'])
  expect((await ask('/health')).status).toBe(200)
  expect(await (await ask('/ready')).json()).toEqual({
    ready: true,
    parts: { postgresql: true, clickhouse: true, disk: true },
  })
  const metrics = await (await ask('/metrics')).text()
  expect(metrics).toContain('http_request_duration_seconds_bucket')
  expect(metrics).toContain('otklik_packages_total{verdict="partly"} 1')
  expect(metrics).toContain('otklik_rows_total{outcome="accepted"} 1')
  expect(metrics).toContain('otklik_rows_total{outcome="quarantined"} 1')
  expect(metrics).toContain('otklik_import_seconds_count 1')
  expect(metrics).toContain('otklik_packages_waiting 0')
})

test.each([
  ['postgres', '/api/session', { postgresql: false, clickhouse: true, disk: true }],
  ['clickhouse', '/api/progress/overview', { postgresql: true, clickhouse: false, disk: true }],
] as const)('while %s hangs, calls are told so within seconds; then all goes on', async (store, path, parts) => {
  const call = () => ask(path, { headers: { cookie } })
  await whileHung(server.installation.engines.pids()[store], async () => {
    const asked = Date.now()
    const [first, ready, metrics, health] = await Promise.all([call(), ask('/ready'), ask('/metrics'), ask('/health')])
    expect([first.status, (await first.json()).code]).toEqual([503, 'unavailable'])
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false, parts }])
    expect([metrics.status, health.status]).toEqual([200, 200])
    // Told silent already, it is not waited for again.
    const again = Date.now()
    expect((await call()).status).toBe(503)
    expect(Date.now() - again).toBeLessThan(2000)
    expect(again - asked).toBeLessThan(20_000)
  })
  await expect.poll(async () => (await call()).status).toBe(200)
  expect((await ask('/ready')).status).toBe(200)
})

test('a second server on the same folder is told who has it', async () => {
  await expect(startServer(configOf(), silentLog())).rejects.toThrow(/занят процессом \d+\. Остановите его/)
})

test('a port that is taken ends the start, with everything closed again', async () => {
  const { port } = new URL(server.url)
  const config = configOf({ OTKLIK_DATA: join(dir, 'other'), PORT: port })
  await expect(startServer(config, silentLog())).rejects.toThrow(/Порт \d+ занят/)
  const again = await startServer(configOf({ OTKLIK_DATA: join(dir, 'other') }), silentLog())
  await again.stop()
})

/** Requests of a service decided in four months, ever more of them with a refusal. */
function rising(): string {
  const months = [5, 40, 80, 120].flatMap((refused, at) =>
    Array.from({ length: 400 }, (_, row) => {
      const month = `0${at + 2}.2026`
      return `a${at}-${row};300;ЕПГУ;31;01.${month} 10:00:00;${row < refused ? '' : `05.${month} 10:00:00`};${row < refused ? `05.${month} 10:00:00` : ''}`
    }),
  )
  return ['request_id;service_id;submission_channel;region;ЕПГУ.11;ЕПГУ#3;ЕПГУ#4', ...months].join('\n')
}

test('a growth in the closed months stands as an alarm until someone with the right takes note of it', async () => {
  const { id } = (await (await upload(rising())).json()) as Receipt
  expect(await finished(id)).toMatchObject({ state: 'accepted' })
  const open = async () => {
    const answer = await ask('/api/progress/alarms?service=300', { headers: { cookie } })
    return ((await answer.json()) as { alarms: Alarm[] }).alarms
  }
  while ((await open()).length === 0) await sleep(100)
  const [alarm, ...others] = await open()
  expect(alarm).toMatchObject({ figure: 'refusals', service: '300', month: '2026-05' })
  expect(others).toEqual([])
  const counted = async () => {
    const answer = await ask('/api/progress/overview', { headers: { cookie } })
    return ((await answer.json()) as { openCases: { current: number; ended: number } }).openCases
  }
  expect(await counted()).not.toEqual({ current: 0, ended: 0 })
  expect(await judgeClosedMonths(server.installation.progress)).toBe(0)

  const path = `/api/progress/alarms/${alarm?.id}/acknowledgement`
  const reason = { reason: 'Изменён порядок оказания услуги' }
  expect((await ask(path, json('POST', reason, bearer(tokens.first)))).status).toBe(403)
  expect((await ask(path, json('POST', { reason: '' }, { cookie, origin: 'http://localhost' }))).status).toBe(400)
  expect((await open()).length).toBe(1)
  expect((await ask(path, json('POST', reason, { cookie, origin: 'http://localhost' }))).status).toBe(200)
  expect(await judgeClosedMonths(server.installation.progress)).toBe(0)
  expect(await open()).toEqual([])
  expect(await counted()).toEqual({ current: 0, ended: 0 })
})

test('stopped in the middle of an import, it finishes it at the next start', async () => {
  const rows = Array.from({ length: 30_000 }, (_, row) => `s${row};100;ЕПГУ;31;0${1 + (row % 9)}.06.2026 10:00:00`)
  const { id } = (await (await upload([good, ...rows].join('\n'))).json()) as Receipt
  await server.stop()
  server = await startServer(configOf(), silentLog())
  expect(await finished(id)).toMatchObject({ state: 'accepted', totals: { read: 30_001, accepted: 30_001 } })
})
