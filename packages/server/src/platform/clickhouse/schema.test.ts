import { expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { applySchema, type SchemaStep } from './schema.ts'
import { schemaSteps } from '../../schema.ts'

const db = testDatabases()

test('each step runs once, new ones are added to what is there', async () => {
  const first: SchemaStep = {
    name: 'test/1',
    sql: 'CREATE TABLE IF NOT EXISTS t (a UInt8) ENGINE = MergeTree ORDER BY a',
  }
  const second: SchemaStep = { name: 'test/2', sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b String' }
  expect(await applySchema(db.clickhouse, [...schemaSteps, first])).toEqual(['test/1'])
  expect(await applySchema(db.clickhouse, [...schemaSteps, first, second])).toEqual(['test/2'])
  expect(await applySchema(db.clickhouse, [...schemaSteps, first, second])).toEqual([])
  expect(await db.clickhouse.query('SELECT * FROM t')).toEqual([])
})

test('facts that a newer version has brought up to date are refused', async () => {
  await expect(applySchema(db.clickhouse, schemaSteps)).rejects.toThrow(/^Данные новее программы: .*«test\/[12]»/)
})
