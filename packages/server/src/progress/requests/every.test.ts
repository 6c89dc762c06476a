import { beforeAll, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { createTables, givePackage } from '../progress.fixture.ts'
import { everyRequest } from './every.ts'

const databases = testDatabases()
beforeAll(() => createTables(databases.clickhouse))

const submitted = ({ id }: { id: string }) => ({ id, at: '2026-03-01 10:00:00', status: 17 })

test('a file has the rows of its moment, whatever comes in while it is written', async () => {
  const { clickhouse } = databases
  const many = (letter: string) => Array.from({ length: 12_000 }, (_, at) => ({ id: `${letter}${at}` }))
  await givePackage(clickhouse, { number: 1, requests: many('m'), events: many('m').slice(0, 7).map(submitted) })
  const filter = { requestReach: 'everything', unfinished: [] } as const
  const seen = new Set<string>()
  let read = 0
  for await (const { request, events, firstEvent } of everyRequest(clickhouse, new Map(), filter)) {
    if (read === 0) await givePackage(clickhouse, { number: 2, requests: many('a') })
    read++
    seen.add(request)
    expect([request, events, firstEvent]).toEqual(
      Number(request.slice(1)) < 7 ? [request, 1, '2026-03-01T10:00:00'] : [request, 0, null],
    )
  }
  expect([read, seen.size]).toEqual([12_000, 12_000])
})

test('a file holds as many rows as it was asked for', async () => {
  const filter = { requestReach: 'everything', unfinished: [] } as const
  const ids: string[] = []
  for await (const { request } of everyRequest(databases.clickhouse, new Map(), filter, { limit: 3, offset: 2 }))
    ids.push(request)
  expect(ids).toEqual(['a10', 'a100', 'a1000'])
})
