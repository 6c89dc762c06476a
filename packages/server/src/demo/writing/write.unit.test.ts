import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoSummary, writeDemo } from '../index.ts'

let dir: string
let summary: DemoSummary

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'demo-'))
  summary = await writeDemo(dir, {
    seed: 3,
    today: '2026-11-22',
    from: '2026-10',
    months: 1,
    requests: 900,
    suppliers: 4,
  })
})
afterAll(() => rm(dir, { recursive: true }))

describe('the demo in a folder', () => {
  it('lists its packages in the order of arrival, each with its files', async () => {
    const list = JSON.parse(await readFile(join(dir, 'packages.json'), 'utf8')) as Record<string, string>[]
    expect(list.length).toBe(summary.packages)
    const [arrivals, folders] = [list.map(({ arrivesOn = '' }) => arrivesOn), list.map(({ folder = '' }) => folder)]
    expect(arrivals).toEqual(arrivals.toSorted())
    expect(folders).toEqual(folders.toSorted())
    let bytes = 0
    for (const { folder = '' } of list) {
      for (const name of await readdir(join(dir, folder))) bytes += (await stat(join(dir, folder, name))).size
    }
    expect(bytes).toBe(summary.bytes)
  })

  it('names in its register the suppliers that send', async () => {
    const list = JSON.parse(await readFile(join(dir, 'packages.json'), 'utf8')) as { supplier: string }[]
    const register = JSON.parse(await readFile(join(dir, 'register.json'), 'utf8')) as { suppliers: { code: string }[] }
    const senders = new Set(list.map(({ supplier }) => supplier))
    expect(new Set(register.suppliers.map(({ code }) => code))).toEqual(senders)
    expect(senders.size).toBe(4)
  })
})
