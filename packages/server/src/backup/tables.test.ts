import { beforeAll, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/databases.ts'
import { onConnection, recordTables } from './records-session.ts'
import { copiedFacts, passingFacts } from './tables.ts'

const databases = testDatabases()
let records: string[]
beforeAll(async () => {
  records = await onConnection(databases.databaseUrl, async (client) =>
    (await recordTables(client)).map(({ name }) => name),
  )
})

test('of the records everything is copied but what is of the moment, what has a short term, and the list of migrations', async () => {
  const { rows } = await databases.pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const behind = rows.map(({ name }) => name).filter((name) => !records.includes(name))
  expect(behind).toEqual([
    'access_outside_attempts',
    'access_sessions',
    'access_sign_in_failures',
    'migrations',
    'survey_nonces',
    'survey_source_keys',
    'survey_traces',
    'survey_uncounted',
  ])
  expect(records).toEqual(
    expect.arrayContaining(['audit_log', 'access_users', 'exchange_packages', 'register_changes']),
  )
})

test('every table of facts is copied, or holds nothing that lasts', async () => {
  const rows = await databases.clickhouse.query<{ name: string }>(
    `SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree' ORDER BY name`,
  )
  expect(rows.map(({ name }) => name)).toEqual([...copiedFacts, ...passingFacts].toSorted())
})

test('a row of every column type comes back as it was', async () => {
  const { pool } = databases
  await pool.query(`CREATE TABLE odd (id bigint, t text, at timestamptz, d date, f double precision, n numeric,
    list text[], j jsonb, b bytea, flag boolean, i interval, u uuid)`)
  await pool.query(
    `INSERT INTO odd VALUES
      (9007199254740993, E'строка\\n"кавычки", (скобки) \\\\ и \\'апостроф\\'', '2026-03-01 10:00:00.123456+03', '0044-03-15 BC',
       0.1::float8 + 0.2, 1e-30, ARRAY['a,b', '{"}', NULL, ''], '{"a": [1, null, "\\u0007"]}', '\\x00ff', true, '1 mon 2 days', gen_random_uuid()),
      (NULL, '', 'infinity', 'infinity', 'NaN', 'NaN', '{}', 'null', '', NULL, NULL, NULL)`,
  )
  const copied = await onConnection(databases.databaseUrl, async (client) => {
    const { rows } = await client.query<{ row: string }>('SELECT (t.*)::text AS row FROM odd t')
    await client.query('CREATE TABLE back (LIKE odd)')
    await client.query(
      'INSERT INTO back SELECT (x.r).* FROM (SELECT s::back AS r FROM unnest($1::text[]) s OFFSET 0) x',
      [rows.map(({ row }) => row)],
    )
    return rows.length
  })
  expect(copied).toBe(2)
  const { rows } = await pool.query('(TABLE odd EXCEPT ALL TABLE back) UNION ALL (TABLE back EXCEPT ALL TABLE odd)')
  expect(rows).toEqual([])
})
