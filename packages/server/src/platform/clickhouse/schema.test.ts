import { expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { applySchema, type SchemaStep } from './schema.ts'

const db = testDatabases()

test('each step runs once, new ones are added to what is there', async () => {
  const first: SchemaStep = {
    name: 'test/1',
    sql: 'CREATE TABLE IF NOT EXISTS t (a UInt8) ENGINE = MergeTree ORDER BY a',
  }
  const second: SchemaStep = { name: 'test/2', sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b String' }
  expect(await applySchema(db.clickhouse, [first])).toEqual(['test/1'])
  expect(await applySchema(db.clickhouse, [first, second])).toEqual(['test/2'])
  expect(await applySchema(db.clickhouse, [first, second])).toEqual([])
  expect(await db.clickhouse.query('SELECT * FROM t')).toEqual([])
})
