import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Receipt } from '@otklik/model/exchange/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endServerProcess, type ServerProcess, startServerProcess } from './support/server-process.ts'

/** A small disk of its own under the data; false where the system does not give one. */
const disk = mkdtempSync(join(tmpdir(), 'otklik-disk-'))
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=500m,mode=711', 'tmpfs', disk]).status === 0

let server: ServerProcess
beforeAll(async () => {
  if (isMounted) server = await startServerProcess(join(disk, 'data'))
})
afterAll(async () => {
  if (isMounted) await endServerProcess(server, 'SIGTERM')
  if (isMounted) spawnSync('umount', ['--lazy', disk])
  rmSync(disk, { recursive: true, force: true })
})

const ask = (path: string, init: { method?: string; body?: string; type?: string } = {}) => {
  const { type = 'text/csv', ...rest } = init
  return fetch(server.url + path, {
    ...rest,
    headers: { authorization: `Bearer ${server.token}`, ...(rest.body && { 'content-type': type }) },
  })
}

/** Leaves so much on the disk and no more. */
function fill(left: number): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(join(disk, 'ballast'), Buffer.alloc(bavail * bsize - left))
}

function rows(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, row) => `f${row};${100 + (row % 50)};ЕПГУ;31;0${1 + (row % 9)}.06.2026 10:00:${10 + (row % 50)}`,
  )
  return ['request_id;service_id;submission_channel;region;ЕПГУ.11', ...lines].join('\n')
}

describe.runIf(isMounted)('a disk that is full while a package is taken in', () => {
  test('is told at once, in the log, on /ready and in the metrics; the package waits and goes in when there is room', async () => {
    const supplier = JSON.stringify({ name: 'Поставщик' })
    await ask('/api/suppliers/s', { method: 'PUT', body: supplier, type: 'application/json' })
    const body = rows(400_000)
    fill(body.length + 4_000_000)
    const sent = await ask('/api/packages?supplier=s&date=2026-06-30&name=a.csv', { method: 'POST', body })
    const { id } = (await sent.json()) as Receipt
    // However slow the machine is: what is meant is that the sentence comes.
    await expect
      .poll(() => server.said(), { timeout: 120_000 })
      .toMatch(/"says":"Кончилось место для каталога данных [^"]+"/)
    const ready = await ask('/ready')
    expect([ready.status, (await ready.json()).parts]).toEqual([
      503,
      { postgresql: true, clickhouse: true, disk: false },
    ])
    const metrics = await (await ask('/metrics')).text()
    expect(metrics).toContain('otklik_disk_full 1')
    expect(metrics).toMatch(/^otklik_disk_free_bytes \d+$/m)
    rmSync(join(disk, 'ballast'))
    const state = async () => ((await (await ask(`/api/packages/${id}`)).json()) as Receipt).state
    await expect.poll(state, { timeout: 180_000 }).toBe('accepted')
    await expect.poll(async () => (await ask('/ready')).status, { timeout: 60_000 }).toBe(200)
  }, 400_000)
})
