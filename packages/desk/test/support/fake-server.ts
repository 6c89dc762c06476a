import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PROGRESS_EVENT } from '@otklik/model/exchange/api'
import { findRoute, problem, type Reply } from './fake-contract.ts'
import { fakeHandlers } from './fake-handlers.ts'
import { advance, type FakeState, makeState } from './fake-state.ts'

/** Another build than the usual one can be looked at beside it. */
const DIST = process.env.DESK_DIST ?? fileURLToPath(new URL('../../dist/', import.meta.url))
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** The policy that the desk is made for: no inline script, no style element that is not a file of its own. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

export interface FakeServer {
  readonly url: string
  /** What the server answers from; tests change it while the page is open. */
  readonly state: FakeState
  close(): Promise<void>
}

/** Serves the built desk, and believable answers through the same contract as the real server. */
export async function startFakeServer(given: Partial<FakeState> = {}, port = 0): Promise<FakeServer> {
  const state = makeState(given)
  const server = createServer((request, response) => {
    answer(request, response, state).catch((error: unknown) => {
      response.writeHead(599).end(String(error))
    })
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The fake server has no port')
  const close = () =>
    new Promise<void>((done) => {
      server.closeAllConnections()
      server.close(() => done())
    })
  return { url: `http://127.0.0.1:${address.port}`, state, close }
}

async function answer(request: IncomingMessage, response: ServerResponse, state: FakeState): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://desk')
  if (!url.pathname.startsWith('/api/')) return sendFile(url.pathname, response)
  const body = await read(request)
  const found = findRoute(request.method ?? 'GET', url)
  if (found === null) return send(response, problem(404, 'not_found', 'Такого адреса нет.'))
  state.calls.push({ name: found.name, method: request.method ?? 'GET', path: url.pathname, search: url.search })
  if (state.delay > 0) await new Promise((wait) => setTimeout(wait, state.delay))
  if (found.name !== 'watchPackage')
    while (state.held.includes(found.name)) await new Promise((wait) => setTimeout(wait, 20))
  const refusal = refusalOf(found.name, state)
  if (refusal !== null) return send(response, refusal)
  if (found.name === 'watchPackage') return streamProgress(response, state, Number(found.params.id))
  return send(response, found.checked(fakeHandlers[found.name]?.({ ...found, body, state }) ?? { status: 501 }))
}

const OPEN = new Set([
  'readSession',
  'signIn',
  'confirmSecondFactor',
  'signOut',
  'makeFirstAdministrator',
  'lookUpInvitation',
  'acceptInvitation',
  'askPasswordReset',
  'completePasswordReset',
  'beginOutsideSignIn',
])

function refusalOf(name: string, { broken, forbidden, signedIn }: FakeState): Reply | null {
  if (OPEN.has(name)) return null
  if (!signedIn) return problem(401, 'not_signed_in', 'Сначала войдите.')
  if (broken) return problem(500, 'internal', 'Не удалось прочитать показатели.')
  return forbidden ? problem(403, 'forbidden', 'Нужно право «смотреть показатели и запросы».') : null
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts)
}

function send(response: ServerResponse, { status = 200, json, text, headers = {} }: Reply): void {
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  response.writeHead(status, { 'content-type': type, 'x-request-id': 'req-7f3a', ...headers })
  response.end(text ?? (json === undefined ? undefined : JSON.stringify(json)))
}

/** A package that is worked on: some steps, then its end; one message each. */
function streamProgress(response: ServerResponse, state: FakeState, id: number): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  const timer = setInterval(() => {
    const progress = advance(state, id)
    response.write(`event: ${PROGRESS_EVENT}\ndata: ${JSON.stringify(progress)}\n\n`)
    if (progress.phase !== 'done') return
    clearInterval(timer)
    response.end()
  }, state.tick)
  response.on('close', () => clearInterval(timer))
}

function sendFile(path: string, response: ServerResponse): void {
  const safe = normalize(path).replace(/^(\.\.[/\\])+/, '')
  // As the server has it: a dot deeper in an address is a name's own.
  const name = safe.startsWith('/assets/') || /^\/[^/]*\.[^/]*$/.test(safe) ? safe : 'index.html'
  try {
    const content = readFileSync(join(DIST, name))
    response.writeHead(200, {
      'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
      'cache-control': safe.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    response.end(content)
  } catch {
    response.writeHead(404).end()
  }
}
