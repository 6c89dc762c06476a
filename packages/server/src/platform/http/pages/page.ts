import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Html, html } from './html.ts'
import { PAGE_CSS } from './style.ts'

/** A page for everybody, drawn by the server; works without a script. */
export interface Page {
  readonly title: string
  readonly body: Html
  /** 200 where nothing is said. */
  readonly status?: number
}
/** What a page is made of: the parts of its address, and when it was asked for. */
export interface PageCall {
  readonly params: Readonly<Record<string, string>>
  /** A name given twice has a list. */
  readonly query: Readonly<Record<string, string | readonly string[]>>
  readonly at: Date
}

/** Serves a public page at an address outside of the API: no session is read, nothing is kept by caches. */
export function servePage(app: FastifyInstance, path: string, draw: (call: PageCall) => Page | Promise<Page>): void {
  app.get(path, async (request, reply) => {
    const page = await app.pulse.during(async () => draw(callOf(app, request)))
    return send(reply, page)
  })
}

// Without a schema Fastify knows no types of these; its parsers make texts and lists of texts.
const callOf = (app: FastifyInstance, { params, query }: FastifyRequest): PageCall => ({
  params: params as PageCall['params'],
  query: query as PageCall['query'],
  at: app.clock(),
})

function send(reply: FastifyReply, { title, body, status = 200 }: Page): FastifyReply {
  const nonce = reply.styleNonce
  const page = html`<!doctype html><html lang="ru"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Отклик</title>
<style nonce="${nonce}">${{ html: PAGE_CSS }}</style></head><body><main>${body}</main></body></html>`
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex')
    .type('text/html; charset=utf-8')
    .send(page.html)
}
