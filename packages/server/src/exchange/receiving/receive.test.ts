import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { person } from '../../../test/support/principals.ts'
import { receivePackage } from './receive.ts'

const databases = testDatabases()
const dataDir = mkdtempSync(join(tmpdir(), 'otklik-receive-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test('the same bytes that come many times at once are one package', async () => {
  const { db } = databases
  const supplier = { code: 'mfc', name: 'МФЦ', organisation_id: 1, created_at: new Date() }
  await db.insertInto('access_suppliers').values(supplier).execute()
  const once = () =>
    receivePackage(
      { db, dataDir },
      {
        supplier: 'mfc',
        date: '2026-06-30',
        name: 'день.csv',
        files: [{ name: 'день.csv', open: () => Readable.from(['request_id\r\n1\r\n']) }],
        who: person({ rights: ['packages.send'] }),
      },
    )
  const received = await Promise.all(Array.from({ length: 12 }, once))
  expect(new Set(received.map(({ id }) => id)).size).toBe(1)
  expect(received.filter(({ already }) => !already).length).toBe(1)
  expect(readdirSync(join(dataDir, 'files/2026-06')).length).toBe(1)
})
