import { Readable } from 'node:stream'
import { beforeAll, expect, test } from 'vitest'
import { saveSupplier } from '../../src/access/index.ts'
import { bySystem } from '../../src/platform/audit/index.ts'
import { importQueue, type ImportParts, receivePackage, registerStaged } from '../../src/exchange/index.ts'
import { NEIGHBOUR, plantPart } from '../rights/parts.ts'
import { testInstallation } from '../support/installation.ts'

const otklik = testInstallation()
let organisation = 0

beforeAll(async () => {
  const { db } = otklik
  organisation = (await plantPart(db, { id: 1, path: '/1/' }, NEIGHBOUR)).regional_body.id
  await saveSupplier({ db, config: { publicUrl: '' } }, { code: 'away', name: 'Поставщик', organisation }, bySystem())
})

async function send(supplier: string, name: string): Promise<void> {
  const { db, dataDir, clickhouse, pool } = otklik
  const text = `service_id;name;authority;region;kind\n100;${name};Ведомство;31;услуга\n`
  const files = [{ name: 'services.csv', open: () => Readable.from([Buffer.from(text)]) }]
  await receivePackage({ db, dataDir }, { supplier, date: '2026-06-30', name: 'p', files, who: 'system' })
  const parts: ImportParts = { ...otklik.parts, register: (tx) => registerStaged(tx, clickhouse) }
  await importQueue(parts, pool).run()
}

test('a service of others that a package leaves as it is stands in the audit of its supplier', async () => {
  await send('test', 'Справка')
  await send('away', 'Чужая справка')
  const rows = await otklik.db
    .selectFrom('audit_log')
    .select(['who', 'subject', 'organisation'])
    .where('what', '=', 'register.services.passed_over')
    .execute()
  expect(rows).toEqual([{ who: 'system', subject: 'package:2', organisation }])
})
