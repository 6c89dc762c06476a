import type { Readable } from 'node:stream'
import { type ClickHouseClient, ClickHouseLogLevel, type ClickHouseSettings, createClient } from '@clickhouse/client'
import { openFeeds } from './feeds.ts'
import { insertStream, type Rows } from './insert.ts'
import { lost, patiently, refused } from './patience.ts'
import { parseRow } from './rows.ts'

export { ClickHouseError } from '@clickhouse/client'

export type Params = Record<string, unknown>
export type Settings = ClickHouseSettings

/**
 * The one way to ClickHouse, embedded or not. Parameters stand in the text as `{name:Type}`.
 * A restarting engine is waited for some seconds: by reads always, by commands when they were not taken at all.
 * Integers of 64 bits come back as numbers where a number holds them exactly (below 2^53), else as strings of digits.
 */
export interface ClickHouse {
  readonly database: string
  query<T>(sql: string, params?: Params, settings?: Settings): Promise<T[]>
  command(sql: string, params?: Params, settings?: Settings): Promise<void>
  /** `INSERT INTO t [(columns)] FORMAT X` or `INSERT INTO t SELECT … FROM input('structure') FORMAT X`, the rows in `body`. */
  insertStream(
    sql: string,
    body: Readable | Rows,
    settings?: Settings,
    params?: Params,
  ): Promise<{ writtenRows: number }>
  /** The result as bytes in the given format, while it is being counted. An error in the middle breaks the stream off. */
  stream(sql: string, format: string, params?: Params, settings?: Settings): Promise<Readable>
  /** Makes the database if it is not there. Every other call needs it. */
  createDatabase(): Promise<void>
  dropDatabase(): Promise<void>
  ping(): Promise<boolean>
  /** Also breaks off what is still being asked. */
  close(): Promise<void>
}

/** What every statement asks for, so that the embedded engine and any server answer alike. */
const COMMON: Settings = { output_format_json_quote_64bit_integers: 0, async_insert: 0 }

/**
 * @param url http(s)://user:password@host:port
 * @param pipes named pipes of an engine on this machine, for this process alone: large bodies go through them.
 */
export function openClickHouse(url: string, database: string, pipes: readonly string[] = []): ClickHouse {
  const lend = openFeeds(pipes)
  const state = { closed: false }
  const worth = (passing: (error: unknown) => boolean) => (error: unknown) => !state.closed && passing(error)
  const client = createClient({
    url,
    database,
    application: 'otklik',
    max_open_connections: 32,
    request_timeout: 30 * 60_000,
    keep_alive: { idle_socket_ttl: 5000 },
    // Errors are thrown; whoever catches them logs them, with the request they belong to.
    log: { level: ClickHouseLogLevel.OFF },
  })
  return {
    database,
    query: (sql, params, settings) => patiently(worth(lost), () => readRows(client, sql, params, settings)),
    command: async (sql, params, settings) => {
      const clickhouse_settings = { ...COMMON, ...settings }
      await patiently(worth(refused), () => client.command({ query: sql, query_params: params, clickhouse_settings }))
    },
    insertStream: (sql, body, settings, params) =>
      insertStream({ client, lend }, { sql, params, settings: { ...COMMON, ...settings } }, body),
    stream: async (sql, format, params, settings) => {
      const query = `${sql}\nFORMAT ${format}`
      const clickhouse_settings = { ...COMMON, ...settings }
      const result = await client.exec({ query, query_params: params, clickhouse_settings })
      return result.stream
    },
    createDatabase: () => outside(url, `CREATE DATABASE IF NOT EXISTS ${quoted(database)}`),
    dropDatabase: () => outside(url, `DROP DATABASE IF EXISTS ${quoted(database)} SYNC`),
    ping: async () => (await client.ping()).success,
    close: () => {
      state.closed = true
      return client.close()
    },
  }
}

/** A statement about databases, spoken from the default one. */
async function outside(url: string, query: string): Promise<void> {
  const client = createClient({ url, log: { level: ClickHouseLogLevel.OFF } })
  try {
    await patiently(refused, () => client.command({ query }))
  } finally {
    await client.close()
  }
}

function quoted(name: string): string {
  return `\`${name.replace(/[`\\]/g, '\\$&')}\``
}

async function readRows<T>(client: ClickHouseClient, sql: string, params?: Params, settings?: Settings): Promise<T[]> {
  const { stream } = await client.exec({
    query: `${sql}\nFORMAT JSONEachRow`,
    query_params: params,
    // The whole answer before its first byte: an error then always has its own status and code.
    clickhouse_settings: { ...COMMON, wait_end_of_query: 1, ...settings },
  })
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => parseRow<T>(line))
}
