import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { type ClickHouse, openClickHouse } from '../../src/platform/clickhouse/client.ts'
import { applySchema } from '../../src/platform/clickhouse/schema.ts'
import { silentLog } from '../../src/platform/log.ts'
import { type OpenDatabase, openDatabase } from '../../src/platform/postgres/open.ts'
import { schemaSteps } from '../../src/schema.ts'

/** Databases of one test file. Filled before its first test, dropped after its last; ClickHouse makes its tables when asked. */
export interface TestDatabases extends Pick<OpenDatabase, 'db' | 'pool'> {
  databaseUrl: string
  clickhouse: ClickHouse
  clickhouseUrl: string
}

/**
 * Gives the calling test file its own PostgreSQL database, copied from the migrated template, and its own ClickHouse
 * database with the schema. Call it once at the top of the file; use what it returns inside tests only.
 */
export function testDatabases(): TestDatabases {
  const name = `test_${randomBytes(6).toString('hex')}`
  // Filled by beforeAll: reading a field earlier is a mistake in the test.
  const databases = {} as TestDatabases
  let close: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const opened = await openAll(name)
    Object.assign(databases, opened.databases)
    close = opened.close
  })
  afterAll(async () => {
    await close?.()
  })
  return databases
}

async function openAll(name: string) {
  const templateUrl = inject('templateUrl')
  const clickhouseUrl = inject('clickhouseUrl')
  await administer(templateUrl, (template) => `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
  const databaseUrl = urlWithDatabase(templateUrl, name)
  const { db, pool, close: closePostgres } = openDatabase(databaseUrl, silentLog(), 8)
  const clickhouse = withSchema(openClickHouse(clickhouseUrl, name))
  const close = async (): Promise<void> => {
    await closePostgres()
    await clickhouse.dropDatabase()
    await clickhouse.close()
    await administer(templateUrl, () => `DROP DATABASE ${name} WITH (FORCE)`)
  }
  return { databases: { db, pool, databaseUrl, clickhouse, clickhouseUrl }, close }
}

/** Makes the tables before the first statement: that takes half a second of processor time, and many files ask none. */
function withSchema(clickhouse: ClickHouse): ClickHouse {
  let making: Promise<unknown> | undefined
  const made = async (): Promise<void> => {
    making ??= applySchema(clickhouse, schemaSteps)
    await making
  }
  return {
    ...clickhouse,
    query: async <T>(...asked: Parameters<ClickHouse['query']>) => {
      await made()
      return await clickhouse.query<T>(...asked)
    },
    command: async (...asked) => {
      await made()
      await clickhouse.command(...asked)
    },
    insertStream: async (...asked) => {
      await made()
      return await clickhouse.insertStream(...asked)
    },
    stream: async (...asked) => {
      await made()
      return await clickhouse.stream(...asked)
    },
  }
}

/** Speaks from another database: a template can be copied only while nobody is connected to it. */
async function administer(templateUrl: string, statement: (template: string) => string): Promise<void> {
  const client = new pg.Client({ connectionString: urlWithDatabase(templateUrl, 'postgres') })
  await client.connect()
  try {
    await client.query(statement(new URL(templateUrl).pathname.slice(1)))
  } finally {
    await client.end()
  }
}

function urlWithDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.toString()
}
