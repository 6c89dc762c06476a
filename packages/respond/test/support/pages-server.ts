import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { donePage, freshState, pathOf, PLAIN, questionPage, standing, step, tokensOf } from '../../src/index.ts'
import type { Notice, State, Survey } from '../../src/index.ts'

const tokens = tokensOf('k'.repeat(32))
const ASSETS = { style: '/dist/style.css', script: '/dist/script.js' }
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'"
const TYPES = { css: 'text/css', js: 'text/javascript' }

/** The pages of one survey over a server that stores nothing but what was sent in the end. */
export interface PagesServer {
  readonly origin: string
  readonly url: string
  /** Answers that were sent, each way through the pages once. */
  readonly responses: Map<string, Readonly<Record<string, unknown>>>
  close(): Promise<void>
}

export async function servePages(survey: Survey): Promise<PagesServer> {
  const responses: PagesServer['responses'] = new Map()
  const server = createServer((request, response) => void answer(survey, responses, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return { origin, url: `${origin}${pathOf(survey)}`, responses, close: () => closed(server) }
}

const closed = (server: Server): Promise<void> => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

async function answer(
  own: Survey,
  responses: PagesServer['responses'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://pages')
  if (pathname.startsWith('/dist/')) return sendFile(pathname, response)
  if (pathname === '/w.js') return sendFile('/dist/w.js', response)
  const isWidget = pathname.startsWith('/w/')
  if (isWidget) response.setHeader('access-control-allow-origin', '*')
  const survey: Survey = isWidget ? { ...own, base: '/w' } : own
  const assets = isWidget ? undefined : ASSETS
  const send = (status: number, page: string): void => {
    response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY })
      .end(page)
  }
  if (searchParams.has('done')) return send(200, donePage(survey, { language: 'ru', view: PLAIN, assets }))
  if (request.method === 'GET') return send(200, opened(survey, searchParams.get('_t')))
  const fields = new URLSearchParams(await bodyOf(request))
  const state = tokens.read(fields.get('_t') ?? '')
  if (state === undefined) return send(400, '')
  const stepped = step(survey, state, fields, new Date())
  const goTo = (place: string): void => void response.writeHead(303, { location: place }).end()
  if (stepped.kind === 'finish') {
    if (!responses.has(state.nonce)) responses.set(state.nonce, stepped.response.answers)
    return goTo(`${pathOf(survey)}?done`)
  }
  if (stepped.kind === 'page')
    return goTo(
      `${pathOf(survey)}?_t=${tokens.write(stepped.state)}${stepped.at === undefined ? '' : `#${stepped.at}`}`,
    )
  const more = stepped.kind === 'errors' ? { errors: stepped.errors } : { notice: stepped.notice }
  return send(stepped.kind === 'errors' ? 422 : 200, shown(survey, stepped.state, more))
}

function opened(survey: Survey, token: string | null): string {
  const state = token === null ? undefined : tokens.read(token)
  if (state) return shown(survey, state)
  const [language = 'ru'] = survey.languages
  const fresh = freshState(survey, { page: '', nonce: crypto.randomUUID(), language, view: PLAIN, now: new Date() })
  return shown(survey, { ...fresh, page: standing(survey, fresh).page ?? '' }, { fresh: true })
}

const shown = (
  survey: Survey,
  state: State,
  more: { errors?: Parameters<typeof questionPage>[0]['errors']; notice?: Notice; fresh?: boolean } = {},
): string =>
  questionPage({
    survey,
    state,
    token: tokens.write(state),
    assets: survey.base === '/w' ? undefined : ASSETS,
    ...more,
  })

function sendFile(pathname: string, response: ServerResponse): void {
  const type = pathname.endsWith('.css') ? TYPES.css : TYPES.js
  response.writeHead(200, { 'content-type': type }).end(readFileSync(new URL(`../..${pathname}`, import.meta.url)))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
