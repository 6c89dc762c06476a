import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Receipt } from '@otklik/model/exchange/api'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { startServer } from '../src/main.ts'
import { readConfig } from '../src/platform/config.ts'
import { silentLog } from '../src/platform/log.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const good = 'request_id;service_id;submission_channel;region;ЕПГУ.11\nw1;100;ЕПГУ;31;01.06.2026 10:00:00'
let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'otklik-outside-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

test('outside engines are used with nothing but their addresses', async () => {
  const name = `whole_${process.pid}_${Date.now()}`
  const database = new URL(inject('templateUrl'))
  const outside = {
    DATABASE_URL: await createDatabase(database, name),
    CLICKHOUSE_URL: inject('clickhouseUrl'),
    CLICKHOUSE_DATABASE: name,
  }
  const config = readConfig({ OTKLIK_DATA: dir, PORT: '0', OTKLIK_PUBLIC_URL: 'http://localhost', ...outside })
  const other = await startServer(config, silentLog())
  try {
    expect(await (await fetch(`${other.url}/ready`)).json()).toMatchObject({ ready: true })
    const headers = { authorization: `Bearer ${other.token}` }
    await fetch(`${other.url}/api/suppliers/s`, {
      method: 'PUT',
      body: JSON.stringify({ name: 'Поставщик' }),
      headers: { ...headers, 'content-type': 'application/json' },
    })
    const sent = await fetch(`${other.url}/api/packages?supplier=s&date=2026-06-30&name=a.csv`, {
      method: 'POST',
      body: good,
      headers,
    })
    const { id } = (await sent.json()) as Receipt
    await fetch(`${other.url}/api/packages/${id}/progress`, { headers }).then((answer) => answer.text())
    const receipt = await (await fetch(`${other.url}/api/packages/${id}`, { headers })).json()
    expect(receipt).toMatchObject({ state: 'accepted', totals: { accepted: 1 } })
    expect(readdirSync(dir).toSorted()).toEqual(['files', 'keys', 'server.json'])
  } finally {
    await other.installation.ch.dropDatabase()
    await other.stop()
  }
})

async function createDatabase(template: URL, name: string): Promise<string> {
  const { default: pg } = await import('pg')
  const admin = new URL(template)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.toString() })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  admin.pathname = `/${name}`
  return admin.toString()
}
