import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { silentLog } from '../log.ts'
import { databaseProblem } from './errors.ts'
import { migrate, refuseNewerRecords } from './migrate.ts'
import { migrations } from '../../schema.ts'
import type { Migration } from './migration.ts'
import { openDatabase } from './open.ts'
import { retrying } from './retry.ts'

const databases = testDatabases()

const added: Migration[] = ['one', 'two'].map((name) => ({
  name: `test/${name}`,
  up: async (db) => {
    await sql`CREATE TABLE ${sql.id(`t_${name}`)} (id int PRIMARY KEY, other int REFERENCES ${sql.id(`t_${name}`)}, CHECK (id > 0))`.execute(
      db,
    )
  },
}))
/** The databases of tests are migrated already. */
const steps = [...migrations, ...added]

test('records that a newer version has migrated are refused before anything is done to them', async () => {
  const newer: Migration = { name: 'test/of-later', up: async () => undefined }
  await migrate(databases.db, [...migrations, newer])
  const refusal = /^Данные новее программы: в них есть шаг «test\/of-later»/
  const never: Migration = { name: 'test/never', up: () => Promise.reject(new Error('was run')) }
  await expect(migrate(databases.db, [...migrations, never])).rejects.toThrow(refusal)
  await expect(refuseNewerRecords(databases.db, migrations)).rejects.toThrow(refusal)
  await databases.pool.query(`DELETE FROM migrations WHERE name = 'test/of-later'`)
  await refuseNewerRecords(databases.db, migrations)
})

test('many processes migrate at once, each step runs once', async () => {
  const opened = Array.from({ length: 4 }, () => openDatabase(databases.databaseUrl, silentLog(), 2))
  const ran = await Promise.all(opened.map(({ db }) => migrate(db, steps)))
  expect(ran.flat().sort()).toEqual(['test/one', 'test/two'])
  await Promise.all(opened.map(({ close }) => close()))
})

test('a step that fails leaves nothing and is run again', async () => {
  let healthy = false
  const shaky: Migration = {
    name: 'test/shaky',
    up: async (db) => {
      await sql`CREATE TABLE t_shaky (id int)`.execute(db)
      if (!healthy) throw new Error('not now')
    },
  }
  await expect(migrate(databases.db, [...steps, shaky])).rejects.toThrow('migration test/shaky failed: Error: not now')
  healthy = true
  expect(await migrate(databases.db, [...steps, shaky])).toEqual(['test/shaky'])
})

test('errors are told apart', async () => {
  const problem = (text: string) => databases.pool.query(text).then(() => undefined, databaseProblem)
  await databases.pool.query('INSERT INTO t_one VALUES (1)')
  expect(await problem('INSERT INTO t_one VALUES (1)')).toEqual({ kind: 'duplicate', constraint: 't_one_pkey' })
  expect(await problem('INSERT INTO t_one VALUES (2, 9)')).toEqual({
    kind: 'missing reference',
    constraint: 't_one_other_fkey',
  })
  expect(await problem('INSERT INTO t_one VALUES (0)')).toEqual({ kind: 'check', constraint: 't_one_id_check' })
  expect(await problem('SELECT')).toBeUndefined()
  expect(await problem('SELEC')).toEqual({ kind: 'other' })
  expect(await problem('SELECT pg_terminate_backend(pg_backend_pid())')).toEqual({ kind: 'unavailable' })
})

test('a server that is not there is unavailable', async () => {
  const nowhere = openDatabase('postgres://nobody@127.0.0.1:1/none', silentLog())
  expect(databaseProblem(await nowhere.pool.query('SELECT 1').catch((error: unknown) => error))).toEqual({
    kind: 'unavailable',
  })
  await nowhere.close()
})

test('only a lost connection or a conflict is tried again', async () => {
  let attempts = 0
  const lost = (): Promise<unknown> =>
    ++attempts < 3 ? databases.pool.query('SELECT pg_terminate_backend(pg_backend_pid())') : Promise.resolve('done')
  expect(await retrying(lost, [1, 1, 1])).toBe('done')
  attempts = 0
  const wrong = () => {
    attempts++
    return databases.pool.query('SELEC')
  }
  await expect(retrying(wrong, [1, 1])).rejects.toThrow('syntax error')
  expect(attempts).toBe(1)
})

test('int8 is a number while it is exact', async () => {
  const { rows } = await databases.pool.query(
    'SELECT 9007199254740991::int8 AS n, count(*) AS c FROM generate_series(1, 3)',
  )
  expect(rows).toEqual([{ n: 9007199254740991, c: 3 }])
  await expect(databases.pool.query('SELECT 9007199254740993::int8')).rejects.toThrow(RangeError)
})

test('a connection lost between two statements of a transaction breaks that transaction and nothing else', async () => {
  const work = databases.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx)
    await databases.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
    // An error event that nobody hears would come here, and end the process.
    await new Promise((resolve) => setTimeout(resolve, 50))
    await sql`SELECT 1`.execute(tx)
  })
  await expect(work).rejects.toThrow(/Connection terminated|not queryable|terminating connection/)
  expect((await sql`SELECT 1 AS one`.execute(databases.db)).rows).toEqual([{ one: 1 }])
})
