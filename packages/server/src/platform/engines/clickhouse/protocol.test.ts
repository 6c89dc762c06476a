import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { ClickHouseError, ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { expect, test } from 'vitest'
import { testDatabases } from '../../../../test/support/databases.ts'

const db = testDatabases()

const table = async (columns: string): Promise<string> => {
  const name = `t_${randomBytes(4).toString('hex')}`
  await db.clickhouse.command(`CREATE TABLE ${name} (${columns}) ENGINE = MergeTree ORDER BY tuple()`)
  return name
}
const count = async (name: string): Promise<number> => {
  const [row] = await db.clickhouse.query<{ n: number }>(`SELECT count() AS n FROM ${name}`)
  return row?.n ?? -1
}
const lines = (rows: number): Buffer => Buffer.from(Array.from({ length: rows }, (_, i) => `строка ${i}\n`).join(''))

test('values come back as they were given', async () => {
  const given = {
    s: `O'Neil \\ "x" \t\r\n «ёж» \0 {s:String} \\N ; -- /* */ 👍`,
    e: '',
    i: -5,
    f: 0.25,
    b: true,
    n: null,
    l: ["a'b", 'c\\d', '\n', '', 'ё'],
    nl: [1, null],
    d: '2026-11-22',
    o: [],
  }
  const [row] = await db.clickhouse.query(
    `SELECT {s:String} AS s, {e:String} AS e, {i:Int64} AS i, {f:Float64} AS f, {b:Bool} AS b, {n:Nullable(String)} AS n,
       {l:Array(String)} AS l, {nl:Array(Nullable(Int32))} AS nl, {d:Date} AS d, {o:Array(String)} AS o`,
    given,
  )
  expect(row).toEqual(given)
})

test('parameters filter, limit and name', async () => {
  const name = await table('a UInt32, s String')
  await db.clickhouse.command('INSERT INTO {t:Identifier} SELECT number, toString(number) FROM numbers(100)', {
    t: name,
  })
  const sql =
    'SELECT a FROM {t:Identifier} WHERE a IN {list:Array(UInt32)} OR s = {s:String} ORDER BY a LIMIT {n:UInt8}'
  expect(await db.clickhouse.query(sql, { t: name, list: [5, 7], s: '9', n: 2 })).toEqual([{ a: 5 }, { a: 7 }])
})

test('a moment in time may be given as a Date', async () => {
  const at = new Date('2026-03-29T01:02:03.456Z')
  const [row] = await db.clickhouse.query("SELECT {at:DateTime64(3, 'UTC')} AS at", { at })
  expect(row).toEqual({ at: '2026-03-29 01:02:03.456' })
})

test('integers are exact: as numbers while a number holds them, else as digits', async () => {
  const [row] = await db.clickhouse.query(
    'SELECT toUInt64(9007199254740991) AS safe, toUInt64(18446744073709551615) AS huge, count() AS n',
  )
  expect(row).toEqual({ safe: 9007199254740991, huge: '18446744073709551615', n: 1 })
})

test.each([
  ['SELECT nowhere', '47', 'UNKNOWN_IDENTIFIER'],
  ['SELECT * FROM nowhere', '60', 'UNKNOWN_TABLE'],
  ['SELECT (', '62', 'SYNTAX_ERROR'],
  ['SELECT {missing:String}', '456', 'UNKNOWN_QUERY_PARAMETER'],
  ["SELECT toUInt8('x')", '6', 'CANNOT_PARSE_TEXT'],
  ['SELECT throwIf(number = 3) FROM numbers(5)', '395', 'FUNCTION_THROW_IF_VALUE_IS_NON_ZERO'],
  ['SELECT length(groupArray(number)) FROM numbers(100000000)', '241', 'MEMORY_LIMIT_EXCEEDED'],
])('%s fails with code %s', async (sql, code, type) => {
  const settings = code === '241' ? { max_memory_usage: '20000000' } : {}
  const error = await db.clickhouse.query(sql, {}, settings).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ClickHouseError)
  expect(error).toMatchObject({ code, type })
})

test('settings belong to their statement only', async () => {
  const ask = "SELECT getSetting('max_block_size') AS v"
  const [before] = await db.clickhouse.query<{ v: number }>(ask)
  expect(await db.clickhouse.query(ask, {}, { max_block_size: '77' })).toEqual([{ v: 77 }])
  const after = await Promise.all(Array.from({ length: 20 }, () => db.clickhouse.query(ask)))
  for (const rows of after) expect(rows).toEqual([before])
  await expect(db.clickhouse.query(ask, {}, Object.fromEntries([['no_such_setting', '1']]))).rejects.toMatchObject({
    code: '115',
  })
})

test('after a statement with its own settings the defaults of the engine hold again', async () => {
  const ask = "SELECT getSetting('max_bytes_before_external_sort') AS v"
  const [before] = await db.clickhouse.query<{ v: number }>(ask)
  const own = { max_bytes_before_external_sort: '77' }
  await Promise.all(Array.from({ length: 20 }, () => db.clickhouse.query(ask, {}, own)))
  const after = await Promise.all(Array.from({ length: 20 }, () => db.clickhouse.query(ask)))
  for (const rows of after) expect(rows).toEqual([before])
})

test('a statement runs on as many threads as there are processors, however little memory the engine may take', async () => {
  const explained = await db.clickhouse.query<{ explain: string }>(
    'EXPLAIN PIPELINE SELECT number % 10 AS n, count() FROM numbers_mt(1000000) GROUP BY n',
  )
  const text = explained.map(({ explain }) => explain).join('\n')
  expect(text).toContain(`AggregatingTransform × ${availableParallelism()}`)
})

test.each([
  ['CSV', '1,"a;b"\n2,"c\nd"\n'],
  ['CSVWithNames', 's,a\n"a;b",1\n"c\nd",2\n'],
  ['TabSeparated', '1\ta;b\n2\tc\\nd\n'],
  ['JSONEachRow', '{"a":1,"s":"a;b"}\n{"s":"c\\nd","a":2}'],
  ['JSONCompactEachRow', '[1,"a;b"]\n[2,"c\\nd"]\n'],
  ['Values', "(1,'a;b'),(2,'c\\nd')"],
])('rows are taken in %s', async (format, body) => {
  const name = await table('a UInt32, s String')
  const { writtenRows } = await db.clickhouse.insertStream(
    `INSERT INTO ${name} (a, s) FORMAT ${format}`,
    Buffer.from(body),
  )
  expect(writtenRows).toBe(2)
  expect(await db.clickhouse.query(`SELECT * FROM ${name} ORDER BY a`)).toEqual([
    { a: 1, s: 'a;b' },
    { a: 2, s: 'c\nd' },
  ])
})

test('fields left out get the defaults of the table', async () => {
  const name = await table(
    "a UInt32, s String DEFAULT concat('№ ', toString(a)), l Array(String) DEFAULT ['z'], m UInt8 MATERIALIZED 3",
  )
  await db.clickhouse.insertStream(`INSERT INTO ${name} FORMAT JSONEachRow`, Buffer.from('{"a":7}\n'))
  expect(await db.clickhouse.query(`SELECT a, s, l, m FROM ${name}`)).toEqual([{ a: 7, s: '№ 7', l: ['z'], m: 3 }])
})

test("the client's own insert works, and so does a compressed body", async () => {
  const name = await table('a UInt32, s String')
  for (const request of [false, true]) {
    const client = createClient({
      url: db.clickhouseUrl,
      database: db.clickhouse.database,
      compression: { request, response: request },
    })
    await client.insert({ table: name, values: [{ a: 1, s: 'ё' }], format: 'JSONEachRow' })
    const rows = await client.query({ query: `SELECT s FROM ${name} LIMIT 1`, format: 'JSONEachRow' })
    expect(await rows.json()).toEqual([{ s: 'ё' }])
    expect(await (await client.query({ query: 'SELECT 1 AS a', format: 'JSON' })).json()).toMatchObject({
      data: [{ a: 1 }],
      rows: 1,
    })
    await client.close()
  }
  expect(await count(name)).toBe(2)
})

test('a large body arrives whole, through input() and many at once, while others read', async () => {
  const name = await table('line String')
  const body = lines(300_000)
  const sql = `INSERT INTO ${name} SELECT line FROM input('line String') FORMAT LineAsString`
  const inserts = Promise.all(
    Array.from({ length: 6 }, () => db.clickhouse.insertStream(sql, Readable.from(chunks(body)))),
  )
  const reads = Promise.all(Array.from({ length: 40 }, (_, i) => db.clickhouse.query('SELECT {i:UInt32} AS i', { i })))
  expect(await reads).toEqual(Array.from({ length: 40 }, (_, i) => [{ i }]))
  expect(await inserts).toEqual(Array.from({ length: 6 }, () => ({ writtenRows: 300_000 })))
  expect(await count(name)).toBe(1_800_000)
})

function* chunks(body: Buffer): Iterable<Buffer> {
  for (let at = 0; at < body.length; at += 100_000) yield body.subarray(at, at + 100_000)
}

test('a body that breaks off leaves nothing of its unfinished block and an engine that goes on', async () => {
  const name = await table('line String')
  const sql = `INSERT INTO ${name} SELECT line FROM input('line String') FORMAT LineAsString`
  async function* broken(): AsyncIterable<Buffer> {
    yield lines(200_000)
    await new Promise((resolve) => setTimeout(resolve, 100))
    throw new Error('the sender went away')
  }
  await expect(db.clickhouse.insertStream(sql, Readable.from(broken(), { objectMode: false }))).rejects.toThrow()
  for (let tries = 0; tries < 50 && (await running(name)) > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await running(name)).toBe(0)
  expect(await count(name)).toBe(0)
  expect(await db.clickhouse.insertStream(sql, lines(10))).toEqual({ writtenRows: 10 })
})

async function running(name: string): Promise<number> {
  const sql = "SELECT query FROM system.processes WHERE query LIKE {q:String} AND query NOT LIKE '%system%'"
  return (await db.clickhouse.query(sql, { q: `%INTO ${name} %` })).length
}

test('a statement that needs only the beginning of its body, or fails on it, still answers', async () => {
  const name = await table('a UInt8')
  const sql = `INSERT INTO ${name} SELECT toUInt8(length(line)) FROM input('line String') LIMIT 3 FORMAT LineAsString`
  expect(await db.clickhouse.insertStream(sql, lines(500_000))).toEqual({ writtenRows: 3 })
  const csv = `INSERT INTO ${name} FORMAT CSV`
  await expect(
    db.clickhouse.insertStream(csv, Buffer.concat([Buffer.from('x\n'), lines(500_000)])),
  ).rejects.toBeInstanceOf(ClickHouseError)
  await expect(db.clickhouse.insertStream('INSERT INTO nowhere FORMAT CSV', lines(500_000))).rejects.toMatchObject({
    code: '60',
  })
  expect(await count(name)).toBe(3)
})

test('a large result streams', async () => {
  const stream = await db.clickhouse.stream('SELECT number FROM numbers(500000)', 'CSV')
  const result = await text(stream)
  expect(result.length).toBe(3_388_890)
  expect(result.startsWith('0\n1\n2\n')).toBe(true)
  expect(await text(await db.clickhouse.stream('SELECT 1 AS a', 'CSVWithNames'))).toBe('"a"\n1\n')
})

test('counting that outgrows its memory goes on in the folder of the engine', async () => {
  const sql = 'SELECT count() AS n FROM (SELECT toString(number) AS s, count() FROM numbers(3000000) GROUP BY s)'
  const settings = { max_bytes_before_external_group_by: '20000000', max_memory_usage: '250000000' }
  expect(await db.clickhouse.query(sql, {}, settings)).toEqual([{ n: 3_000_000 }])
})

test('a reader that goes away stops its statement', async () => {
  const mark = randomBytes(8).toString('hex')
  const client = createClient({ url: db.clickhouseUrl, log: { level: ClickHouseLogLevel.OFF } })
  const gone = new AbortController()
  const query = `SELECT sum(cityHash64(number, '${mark}')) FROM numbers(100000000000)`
  const asking = client.query({ query, abort_signal: gone.signal }).catch((error: unknown) => error)
  const left = () =>
    db.clickhouse.query(
      "SELECT query FROM system.processes WHERE query LIKE {q:String} AND query NOT LIKE '%system%'",
      { q: `%${mark}%` },
    )
  while ((await left()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  gone.abort()
  await asking
  for (let tries = 0; tries < 100 && (await left()).length > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await left()).toEqual([])
  await client.close()
})

test('an answer is never mixed with the beginning of one that failed', async () => {
  const sql = 'SELECT number, throwIf(number = 60000) FROM numbers(100000) SETTINGS max_block_size = 1000'
  for (const settings of [{}, { wait_end_of_query: 1 as const }]) {
    const ask = async () => text(await db.clickhouse.stream(sql, 'CSV', {}, settings))
    const failed = await Promise.allSettled(Array.from({ length: 8 }, ask))
    expect(failed.every((result) => result.status === 'rejected')).toBe(true)
    const answers = await Promise.all(Array.from({ length: 16 }, () => db.clickhouse.query('SELECT 1 AS a')))
    expect(answers).toEqual(Array.from({ length: 16 }, () => [{ a: 1 }]))
  }
})

test('nobody without the password is let in', async () => {
  const { origin } = new URL(db.clickhouseUrl)
  const answer = await fetch(`${origin}/?query=SELECT%201`)
  expect(answer.status).toBe(403)
  expect(answer.headers.get('x-clickhouse-exception-code')).toBe('516')
  expect(await (await fetch(`${origin}/ping`)).text()).toBe('Ok.\n')
})

test('a body compressed by hand is understood', async () => {
  const url = new URL(db.clickhouseUrl)
  const headers = { authorization: `Basic ${btoa(`${url.username}:${url.password}`)}`, 'content-encoding': 'gzip' }
  const answer = await fetch(`${url.origin}/`, { method: 'POST', headers, body: gzipSync("SELECT 'ё', 1 FORMAT TSV") })
  expect(await answer.text()).toBe('ё\t1\n')
})
