import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test, vi } from 'vitest'
import { receivePackage } from '../../src/exchange/index.ts'
import { testInstallation } from '../support/installation.ts'

// A process is started and killed several times, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const otklik = testInstallation()
const importing = fileURLToPath(new URL('./dying-import.ts', import.meta.url))
const DEADLY = '666'

// The process that imports makes no tables; asking makes them.
beforeAll(() => otklik.clickhouse.query('SELECT 1'))

async function receive(service: string): Promise<number> {
  const { db, dataDir } = otklik
  const content = `request_id;service_id;submission_channel;region\nr${service};${service};ЕПГУ;31`
  const files = [{ name: 'requests.csv', open: () => Readable.from([Buffer.from(content)]) }]
  const about = { supplier: 'test', date: '2026-06-30', name: 'package', who: 'system' } as const
  return (await receivePackage({ db, dataDir }, { ...about, files })).id
}

/** Imports in a process of its own. @returns the signal that ended it, null where it came to its end. */
async function importInProcess(): Promise<NodeJS.Signals | null> {
  const { databaseUrl, clickhouseUrl, clickhouse, dataDir } = otklik
  const args = [importing, databaseUrl, clickhouseUrl, clickhouse.database, dataDir, DEADLY]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  if (signal === null) expect(code).toBe(0)
  return signal
}

const told = () =>
  otklik.db.selectFrom('exchange_packages').select(['id', 'state', 'failure', 'attempts']).orderBy('id').execute()

test('a package that takes the process with it every time is put aside, and those around it pass', async () => {
  const ids = [await receive('100'), await receive(DEADLY), await receive('200')]
  let deaths = 0
  while (deaths < 10 && (await importInProcess()) === 'SIGKILL') deaths++
  expect(deaths).toBe(4)
  const aside = expect.stringMatching(/^Пакет не удалось принять/)
  expect(await told()).toEqual([
    { id: ids[0], state: 'accepted', failure: null, attempts: 2 },
    { id: ids[1], state: 'failed', failure: aside, attempts: 4 },
    { id: ids[2], state: 'accepted', failure: null, attempts: 2 },
  ])
})
