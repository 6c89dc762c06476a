import type { KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabases } from '../../test/support/databases.ts'
import { createMetrics } from '../platform/http/index.ts'
import { silentLog } from '../platform/log.ts'
import { openDatabase } from '../platform/postgres/open.ts'
import { queueMetrics } from './queue-metrics.ts'

const databases = testDatabases()

/** Both gauges as the page has them. */
async function gauges(registry: ReturnType<typeof createMetrics>): Promise<number[]> {
  const page = await registry.metrics()
  const names = ['otklik_packages_waiting', 'otklik_package_oldest_waiting_seconds']
  return names.map((name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(page)?.[1]?.replace('Nan', 'NaN') ?? -1))
}

async function give(state: 'waiting' | 'working' | 'accepted' | 'failed', secondsAgo: number) {
  const about = { supplier: 'mfc', date: '2026-06-30', name: 'день.zip', sha256: null, bytes: 10, folder: 'files' }
  const row = { ...about, state, phase: 'waiting', received_at: new Date(Date.now() - secondsAgo * 1000) } as const
  await databases.db.insertInto('exchange_packages').values(row).execute()
}

test('what waits and what is being imported is counted, by one query, with the age of the oldest', async () => {
  const asked: unknown[] = []
  const listening: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked.push(node)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const registry = createMetrics()
  queueMetrics(registry, databases.db.withPlugin(listening))
  expect(await gauges(registry)).toEqual([0, 0])

  const supplier = { code: 'mfc', name: 'МФЦ', organisation_id: 1, created_at: new Date() }
  await databases.db.insertInto('access_suppliers').values(supplier).execute()
  await give('accepted', 9000)
  await give('failed', 8000)
  await give('working', 600)
  await give('waiting', 60)
  const [packages, seconds] = await gauges(registry)
  expect(packages).toBe(2)
  expect(seconds).toBeGreaterThanOrEqual(600)
  expect(seconds).toBeLessThan(660)
  expect(asked).toHaveLength(2)
})

test('without the database they are no number, and the page is still there', async () => {
  const gone = openDatabase('postgres://nobody@127.0.0.1:1/nothing', silentLog())
  const registry = createMetrics()
  queueMetrics(registry, gone.db)
  expect(await gauges(registry)).toEqual([Number.NaN, Number.NaN])
  await gone.close()
})
