import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { FEED_HEADER } from '../../clickhouse/feeds.ts'
import { ClickHouseFailure } from './failure.ts'
import type { SessionState } from './pool.ts'

/** A statement as it came over HTTP, its text still without parameters put in. */
export interface StatementRequest {
  /** The text from `?query=`; undefined when the whole statement is in the body. */
  query: string | undefined
  params: ReadonlyMap<string, string>
  state: SessionState
  defaultFormat: string | undefined
  queryId: string | undefined
  /** The whole answer is wanted before its first byte, so that an error always has its own status. */
  whole: boolean
  compress: boolean
  /** The pipe that the rows come through instead of the body. */
  feed: string | undefined
  body: Readable
}

/** Parameters of ClickHouse's HTTP handler that are not settings of the statement. */
const NOT_SETTINGS = new Set([
  'query',
  'database',
  'default_format',
  'query_id',
  'user',
  'password',
  'quota_key',
  'role',
  'session_id',
  'session_timeout',
  'session_check',
  'close_session',
  'wait_end_of_query',
  'buffer_size',
  'compress',
  'decompress',
  'enable_http_compression',
  'http_zlib_compression_level',
  'stacktrace',
  'client_protocol_version',
  'send_progress_in_http_headers',
  'http_headers_progress_interval_ms',
  'add_http_cors_header',
  'http_write_exception_in_output_format',
])

export function readRequest(request: IncomingMessage): StatementRequest {
  const url = new URL(request.url ?? '/', 'http://loopback')
  const params = new Map<string, string>()
  const settings = new Map<string, string>()
  for (const [name, value] of url.searchParams) {
    if (name.startsWith('param_')) params.set(name.slice(6), value)
    else if (!NOT_SETTINGS.has(name)) settings.set(settingName(name), value)
  }
  const get = (name: string) => url.searchParams.get(name) ?? undefined
  const header = (name: string) => request.headers[name]?.toString()
  return {
    query: get('query'),
    params,
    state: { database: get('database') ?? header('x-clickhouse-database') ?? 'default', settings },
    defaultFormat: get('default_format') ?? header('x-clickhouse-format'),
    queryId: get('query_id'),
    whole: get('wait_end_of_query') === '1',
    compress: get('enable_http_compression') === '1' && /\bgzip\b/.test(header('accept-encoding') ?? ''),
    feed: feedName(header(FEED_HEADER)),
    body: decoded(request),
  }
}

function feedName(name: string | undefined): string | undefined {
  if (name === undefined || /^given-[0-9]+$/.test(name)) return name
  throw new ClickHouseFailure(36, `No such feed: ${name}`, 'BAD_ARGUMENTS')
}

function settingName(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return name
  throw new ClickHouseFailure(115, `Unknown setting '${name}'`, 'UNKNOWN_SETTING')
}

function decoded(request: IncomingMessage): Readable {
  const encoding = request.headers['content-encoding']
  if (encoding === undefined || encoding === 'identity') return request
  if (encoding !== 'gzip') throw new ClickHouseFailure(48, `Encoding ${encoding} is not supported`, 'NOT_IMPLEMENTED')
  const gunzip = createGunzip()
  // Whoever reads it hears of the error; between two readers there is nobody, and that must not end the process.
  gunzip.on('error', () => {})
  request.once('error', (error) => gunzip.destroy(error))
  request.once('close', () => {
    if (!request.readableEnded) gunzip.destroy(new Error('the body was cut off'))
  })
  return request.pipe(gunzip)
}

const MAX_TEXT = 256 * 1024 ** 2

/** A body that is text of the statement. */
export async function readText(body: Readable): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > MAX_TEXT) throw new ClickHouseFailure(62, 'Max query size exceeded', 'SYNTAX_ERROR')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
