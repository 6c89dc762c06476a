import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readContact } from '@otklik/model/surveys'
import {
  codePage,
  contactPage,
  donePage,
  feedbackSaidPage,
  freshState,
  pathOf,
  PLAIN,
  questionPage,
  standing,
  step,
  tokensOf,
} from '../../src/index.ts'
import type { Look, Notice, State, Survey } from '../../src/index.ts'

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
  const look = { language: 'ru', view: PLAIN, assets }
  if (searchParams.has('done')) return send(200, donePage(survey, look, { token: OFFER, isCode: true }))
  if (request.method === 'GET') return send(200, opened(survey, searchParams.get('_t')))
  const fields = new URLSearchParams(await bodyOf(request))
  if (fields.has('_f')) return send(...feedback(survey, look, fields))
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

const OFFER = 'offer'

/** What is asked for after the thanks: the code, the screen for a contact, or the contact. */
function feedback(survey: Survey, look: Look, fields: URLSearchParams): [status: number, page: string] {
  if (fields.get('_go') === 'code') return [200, codePage(survey, look, '7K3M-9QXA-2FH8', 'https://otklik.test/t')]
  const typed = (name: string) => fields.get(name) ?? ''
  const contact = {
    name: typed('name'),
    mail: typed('mail'),
    phone: typed('phone'),
    words: typed('words'),
    consent: fields.has('consent'),
  }
  if (fields.get('_go') === 'contact') return [200, contactPage(survey, look, { token: OFFER, typed: contact })]
  const read = readContact(contact)
  if ('contact' in read) return [200, feedbackSaidPage(survey, look, 'left')]
  return [422, contactPage(survey, look, { token: OFFER, typed: contact, faults: read.faults })]
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
