import { PassThrough, Readable } from 'node:stream'
import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client'
import { together } from '../together.ts'
import { FEED_HEADER, type Feed } from './feeds.ts'

/** Rows at hand, in their order. */
export type Rows = Buffer | readonly Buffer[]
interface Statement {
  readonly sql: string
  readonly settings: ClickHouseSettings
  readonly params: Record<string, unknown> | undefined
}
interface Written {
  readonly writtenRows: number
}
interface Ways {
  readonly client: ClickHouseClient
  readonly lend: () => Feed | undefined
}

/** Fewer bytes cost less than the way round the sockets spares. */
const LARGE = 1 << 20

/** Runs an INSERT with its rows in the body, or, for many rows at hand and an engine on this machine, in a feed. */
export async function insertStream({ client, lend }: Ways, statement: Statement, body: Readable | Rows) {
  if (body instanceof Readable) return insert(client, statement, body)
  const rows = Buffer.isBuffer(body) ? [body] : body
  const feed = rows.reduce((bytes, { length }) => bytes + length, 0) >= LARGE ? lend() : undefined
  if (!feed) return insert(client, statement, Readable.from(rows, { objectMode: false }))
  return insertFed(client, statement, rows, feed).finally(feed.giveBack)
}

async function insert(client: ClickHouseClient, statement: Statement, values: Readable, http_headers = {}) {
  const { sql: query, params: query_params, settings } = statement
  const clickhouse_settings = { wait_end_of_query: 1 as const, ...settings }
  const result = await client.exec({ query, values, query_params, clickhouse_settings, http_headers })
  for await (const _ of result.stream) {
    // Nothing comes; reading to the end gives the connection back.
  }
  return { writtenRows: Number(result.summary?.written_rows ?? 0) }
}

/** The body of the request says nothing but, by its end, that the feed has had everything. */
async function insertFed(
  client: ClickHouseClient,
  statement: Statement,
  rows: readonly Buffer[],
  feed: Feed,
): Promise<Written> {
  const body = new PassThrough()
  // A request is sent with the first byte of its body.
  body.write('.')
  let ended = false
  const written = insert(client, statement, body, { [FEED_HEADER]: feed.name }).finally(() => {
    ended = true
  })
  const fed = feed
    .write(rows, () => ended)
    .then(
      () => body.end(),
      (error: Error) => body.destroy(error),
    )
  const [answer] = await together([written, fed])
  return answer
}
