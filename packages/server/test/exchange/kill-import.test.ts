import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Receipt } from '@otklik/model/exchange/api'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openInstallation } from '../../src/installation.ts'
import { readConfig } from '../../src/platform/config.ts'
import { silentLog } from '../../src/platform/log.ts'
import { recountStaged } from '../../src/progress/index.ts'
import { registerStaged } from '../../src/exchange/index.ts'
import { testInstallation } from '../support/installation.ts'
import {
  endServerProcess,
  killVictim,
  type ServerProcess,
  startServerProcess,
  victims,
} from '../support/server-process.ts'
import { snapshot } from '../support/snapshot.ts'

const KILLS = Number(process.env.OTKLIK_TEST_KILLS ?? 6)
// Each kill is followed by a start of processes and an import, which take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 + KILLS * 60_000 })

const otklik = testInstallation()
const date = '2026-06-30'
let dir = ''
let server: ServerProcess
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'otklik-kill-'))
  server = await startServerProcess(join(dir, 'data'))
})
afterAll(async () => {
  await endServerProcess(server, 'SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

const two = (value: number) => String(value).padStart(2, '0')
/** A package of wide rows over several months: most are new requests, some correct the package before, some are bad. */
function packageOf(number: number, rows: number): string {
  const lines = ['request_id;service_id;submission_channel;region;ЕПГУ.11;ЕПГУ#4']
  for (let row = 0; row < rows; row++) {
    const owner = row % 10 === 0 ? number - 1 : number
    const month = two(1 + (row % 5))
    const service = row % 100 === 7 ? 'x' : String(100 + (row % 3) + (owner === number ? 0 : 10))
    const decided = row % 4 === 0 ? `${two(1 + (row % 27))}.06.2026 12:00:00` : ''
    lines.push(
      `q${owner}-${row};${service};ЕПГУ;31;${two(1 + (row % 28))}.${month}.2026 10:00:${two(row % 60)};${decided}`,
    )
  }
  return lines.join('\n')
}

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const { url, token } = server
  return fetch(url + path, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string> | undefined) },
  })
}

/** Sends until the server says that it has the package; says so once, whatever happened in between. */
async function send(text: string): Promise<Receipt> {
  const sha256 = createHash('sha256').update(text).digest('hex')
  for (let tries = 0; tries < 600; tries++) {
    const query = new URLSearchParams({ supplier: 'test', date, name: 'package.csv', sha256 })
    const answer = await ask(`/api/packages?${query}`, { method: 'POST', body: text }).catch(() => undefined)
    if (answer?.status === 202) return (await answer.json()) as Receipt
    if (answer && answer.status < 500) throw new Error(`${answer.status} ${await answer.text()}`)
    await sleep(100)
  }
  throw new Error(`the package could not be sent:\n${server.said()}`)
}

async function finished(id: number): Promise<Receipt> {
  const deadline = Date.now() + 180_000
  for (;;) {
    const answer = await ask(`/api/packages/${id}`).catch(() => undefined)
    const receipt = answer?.ok ? ((await answer.json()) as Receipt) : undefined
    if (receipt && !['waiting', 'working'].includes(receipt.state)) return receipt
    if (server.child.exitCode !== null) throw new Error(`the server ended by itself:\n${server.said().slice(-8000)}`)
    if (Date.now() > deadline)
      throw new Error(`package ${id} is still ${receipt?.state}:\n${server.said().slice(-8000)}`)
    await sleep(100)
  }
}

async function disturb(): Promise<string> {
  const victim = victims[Math.floor(Math.random() * victims.length)] ?? 'server'
  // Most imports here take less than a second: mostly early, to meet them while they go in.
  const after = Math.floor(Math.random() ** 2 * 1500)
  await sleep(after)
  const killed = killVictim(server, victim)
  if (victim === 'server') {
    await endServerProcess(server, 'SIGKILL')
    server = await startServerProcess(join(dir, 'data'))
  }
  return `${victim} (${killed}) after ${after} ms`
}

test('packages are in whole and once, whatever was killed while they went in', async () => {
  await ask('/api/suppliers/test', {
    method: 'PUT',
    body: JSON.stringify({ name: 'Поставщик test' }),
    headers: { 'content-type': 'application/json' },
  })
  const sent: string[] = []
  const events: string[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const text = packageOf(kill, 3000 + Math.floor(Math.random() ** 2 * 100_000))
    sent.push(text)
    const started = Date.now()
    const [receipt, event] = await Promise.all([send(text), disturb()])
    const { state, totals, failure } = await finished(receipt.id)
    events.push(`${event}, in after ${Date.now() - started} ms`)
    const rows = text.split('\n').length - 1
    expect({ state, failure, read: totals.read }, events.join('\n')).toEqual({
      state: 'partly',
      failure: null,
      read: rows,
    })
  }
  if (process.env.OTKLIK_TEST_KILLS) process.stdout.write(`${events.join('\n')}\n`)
  await endServerProcess(server, 'SIGTERM')
  expect(await killed(), events.join('\n')).toEqual(await undisturbed(sent))
})

async function killed() {
  const config = readConfig({ OTKLIK_DATA: join(dir, 'data') })
  const { db, ch, imports, close } = await openInstallation(config, silentLog())
  try {
    // What is left to tidy up is tidied with the next look at the queue.
    await imports.run()
    const folders = readdirSync(join(dir, 'data/files/2026-06')).length
    return { folders, ...(await snapshot(db, ch, { numbered: false })) }
  } finally {
    await close()
  }
}

async function undisturbed(sent: readonly string[]) {
  const { clickhouse: ch, db, parts } = otklik
  Object.assign(parts, {
    recount: () => recountStaged(ch),
    register: (tx: Parameters<typeof registerStaged>[0]) => registerStaged(tx, ch),
  })
  for (const text of sent) await otklik.send({ 'package.csv': text }, { date })
  return { folders: sent.length, ...(await snapshot(db, ch, { numbered: false })) }
}
