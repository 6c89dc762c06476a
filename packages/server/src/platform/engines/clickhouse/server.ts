import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerFailure } from './answer.ts'
import { type Engine, execute } from './execute.ts'
import { ClickHouseFailure } from './failure.ts'
import { readRequest } from './request.ts'

/** Parameters travel in the URL, and a list of identifiers may be long. */
const MAX_HEADER_BYTES = 16 * 1024 ** 2

/** A server that speaks as much of ClickHouse's HTTP protocol as its Node client uses. */
export function createClickHouseServer(engine: Engine, user: string, password: string): Server {
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, requestTimeout: 0, keepAliveTimeout: 30_000, highWaterMark: 256 * 1024 },
    (request, response) => {
      answer(engine, `${user}:${password}`, request, response).catch((error: unknown) => {
        answerFailure(response, error)
        // What is left of a refused body is read and thrown away, else the client never gets to the answer.
        request.resume()
      })
    },
  )
  server.headersTimeout = 60_000
  return server
}

async function answer(
  engine: Engine,
  account: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0]
  if (path === '/ping' || (path === '/' && request.method === 'GET' && request.url === '/')) {
    response.end('Ok.\n')
    return
  }
  if (!authorised(account, request)) {
    throw new ClickHouseFailure(
      516,
      'Authentication failed: password is incorrect, or there is no user with such name',
      'AUTHENTICATION_FAILED',
    )
  }
  await execute(engine, readRequest(request), response)
}

function authorised(account: string, request: IncomingMessage): boolean {
  const header = request.headers.authorization
  const given = header?.startsWith('Basic ')
    ? Buffer.from(header.slice(6), 'base64').toString('utf8')
    : [request.headers['x-clickhouse-user'], request.headers['x-clickhouse-key']].join(':')
  return timingSafeEqual(digest(given), digest(account))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
