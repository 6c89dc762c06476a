import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll } from 'vitest'
import { saveSupplier } from '../../src/access/index.ts'
import { bySystem } from '../../src/platform/audit/index.ts'
import {
  findPackage,
  type ImportParts,
  importQueue,
  type KeptReceipt,
  receivePackage,
} from '../../src/exchange/index.ts'
import { defaultLimits } from '../../src/exchange/reading/index.ts'
import { silentLog } from '../../src/platform/log.ts'
import { recountAll, recountStaged } from '../../src/progress/index.ts'
import { type TestDatabases, testDatabases } from './databases.ts'

/** An installation without its server: both stores, a data folder, and the door that packages come through. */
export interface TestInstallation extends TestDatabases {
  dataDir: string
  parts: ImportParts
  /** Receives the files as one package, imports everything that waits and gives the package's receipt. */
  send(files: Files, about?: About): Promise<Sent>
  /** Receives packages one after another and imports them together. */
  sendTogether(packages: readonly Files[], about?: About): Promise<KeptReceipt[]>
}
type Files = Readonly<Record<string, string | Buffer>>
interface About {
  readonly date?: string
  readonly supplier?: string
}
export interface Sent {
  id: number
  already: boolean
  receipt: KeptReceipt
}

/** Call it once at the top of a test file; use what it returns inside tests only. Supplier `test` exists. */
export function testInstallation(options: { demo?: boolean } = {}): TestInstallation {
  const installation = testDatabases() as TestInstallation
  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'otklik-installation-'))
    Object.assign(installation, {
      dataDir,
      parts: partsOf(installation, dataDir, options),
      send: sender(installation),
      sendTogether: togetherSender(installation),
    })
    await addSupplier(installation, 'test')
  })
  afterAll(() => rmSync(installation.dataDir, { recursive: true, force: true }))
  return installation
}

export async function addSupplier({ db }: Pick<TestDatabases, 'db'>, code: string): Promise<void> {
  await saveSupplier({ db, config: { publicUrl: '' } }, { code, name: `Поставщик ${code}` }, bySystem())
}

function partsOf(
  { db, clickhouse }: TestDatabases,
  dataDir: string,
  { demo = false }: { demo?: boolean },
): ImportParts {
  return {
    db,
    ch: clickhouse,
    dataDir,
    limits: defaultLimits,
    log: silentLog(),
    demo,
    recount: () => recountStaged(clickhouse),
    recountAll: () => recountAll(clickhouse),
    register: async () => undefined,
  }
}

const receive = async (
  { db, dataDir }: TestInstallation,
  files: Files,
  { date = '2026-06-30', supplier = 'test' }: About = {},
) => {
  const deliveries = Object.entries(files).map(([name, content]) => ({
    name,
    open: () => Readable.from([Buffer.from(content)], { objectMode: false }),
  }))
  const name = Object.keys(files).join(', ')
  return receivePackage({ db, dataDir }, { supplier, date, name, files: deliveries, who: 'system' })
}

async function receiptOf({ db }: TestInstallation, id: number): Promise<KeptReceipt> {
  const row = await findPackage(db, id)
  if (!row?.receipt) throw new Error(`package ${id} has no receipt: ${row?.state} ${row?.failure}`)
  return row.receipt
}

const sender =
  (installation: TestInstallation): TestInstallation['send'] =>
  async (files, about) => {
    const { id, already } = await receive(installation, files, about)
    await importQueue(installation.parts, installation.pool).run()
    return { id, already, receipt: await receiptOf(installation, id) }
  }

const togetherSender =
  (installation: TestInstallation): TestInstallation['sendTogether'] =>
  async (packages, about) => {
    const ids: number[] = []
    for (const files of packages) ids.push((await receive(installation, files, about)).id)
    await importQueue(installation.parts, installation.pool).run()
    return Promise.all(ids.map((id) => receiptOf(installation, id)))
  }
