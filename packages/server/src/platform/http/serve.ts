import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import type { Principal } from '@otklik/model/access'
import type { Route } from '@otklik/model/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import { addressLimit, type AddressLimitOptions } from './address-limit.ts'
import { admit } from './admit.ts'
import { problem } from '../problems/index.ts'
import { StoreSilent } from '../pulse/index.ts'
import { clientGone, tooLarge, unsupportedMedia } from '../problems/common.ts'
import { sharedAnswers } from './shared-answer.ts'
import { limitedBody } from './upload.ts'
import { watchedAs, watchedCall } from './watch.ts'

export type App = FastifyInstance

/** Where a call came from, for the audit. */
export interface Origin {
  readonly address: string
  readonly request: string
}

/** What a handler gets: everything already checked against the contract, and who asks. */
export interface Call<P extends TSchema, Q extends TSchema, Body> {
  readonly params: Static<P>
  readonly query: Static<Q>
  readonly body: Body
  readonly who: Principal
  readonly from: Origin
  readonly at: Date
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** The contract's answer, or the reply itself when the handler has sent a table, a file or events with it. */
export type Answer<A extends TSchema> = Promise<Static<A> | FastifyReply> | Static<A> | FastifyReply

export interface ServeOptions {
  /** At most so many calls per minute from one address. */
  readonly perMinute?: number
  /** Which answered calls count; by default all. Ten times as many are taken of those that don't. */
  readonly counts?: AddressLimitOptions['counts']
}

/**
 * Registers one call of the contract. Order: who asks, may he, is the request well-formed, the
 * handler, and only the contract's fields of its answer. Exports, and views of primary data, are in the audit before the
 * answer goes out: the contract tells which those are, so that no handler can forget it.
 */
export function serve<P extends TSchema, Q extends TSchema, B extends TSchema, A extends TSchema>(
  app: App,
  route: Route<P, Q, B, A>,
  handle: (call: Call<P, Q, Static<B>>) => Answer<A>,
  options: ServeOptions = {},
): void {
  if (route.stream === 'upload') throw new Error(`${route.path} takes a stream: register it with serveUpload`)
  const share = route.figures && sharedAnswers()
  app.route({
    ...common(route, options),
    schema: { ...requestSchema(route), ...(route.body && { body: route.body }), ...answerSchema(route) },
    // The validator has made params, query and body what the contract's types say.
    handler: inTime(app, async (request, reply) => {
      const watched = watchedAs(route, request.query)
      // A file is on its way as soon as its handler runs; what is only looked at is written down when it was found.
      if (watched === 'exported') await app.watch.exported(watchedCall(request))
      const work = () => handle(callOf<P, Q, Static<B>>(request, reply, request.body as Static<B>))
      const answer = await (share ? share(request, reply, work) : work())
      if (watched === 'viewed') await app.watch.viewed(watchedCall(request))
      return finish(route, reply, answer)
    }),
  })
}

/**
 * Registers a call whose body is a stream of bytes of any type (`text/csv`, `application/zip`, …): it is never
 * buffered, and ends with a problem past `maxBytes` or after `idleMs` of silence.
 */
export function serveUpload<P extends TSchema, Q extends TSchema, A extends TSchema>(
  app: App,
  route: Route<P, Q, TSchema, A>,
  handle: (call: Call<P, Q, Readable>) => Answer<A>,
  options: ServeOptions & { readonly maxBytes: number; readonly idleMs?: number },
): void {
  const { maxBytes, idleMs = 60_000 } = options
  // The scope keeps the pass-through parser away from the JSON calls.
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (request: FastifyRequest, payload: IncomingMessage, done) => {
      if (/^multipart\//i.test(request.headers['content-type'] ?? ''))
        return done(problem(unsupportedMedia, 'файл целиком в теле запроса: text/csv или application/zip'))
      if (Number(request.headers['content-length'] ?? 0) > maxBytes) return done(problem(tooLarge, maxBytes))
      return done(null, limitedBody(payload, maxBytes, idleMs))
    })
    scope.route({
      ...common(route, options),
      bodyLimit: Number.MAX_SAFE_INTEGER,
      schema: { ...requestSchema(route), ...answerSchema(route) },
      handler: async (request, reply) => {
        const body = (request.body ?? emptyBody(request)) as Readable
        reply.raw.once('close', () => body.destroy(request.raw.complete ? undefined : problem(clientGone)))
        const answer = Promise.resolve(handle(callOf<P, Q, Readable>(request, reply, body)))
        // While bytes come, the sender is what is waited for.
        await Promise.race([answer, once(body, 'close').catch(() => undefined)])
        return finish(route, reply, await app.pulse.during(() => answer))
      },
    })
  })
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** An answer that is on its way when the store falls silent is let be: another can't be given in its place. */
const inTime =
  (app: App, handler: Handler): Handler =>
  (request, reply) =>
    app.pulse
      .during(() => handler(request, reply))
      .catch((error: unknown) => {
        if (error instanceof StoreSilent && reply.raw.headersSent) return reply
        throw error
      })

const emptyBody = (request: FastifyRequest) => limitedBody(request.raw, 0, 60_000)

function common(route: Route, { perMinute, counts }: ServeOptions) {
  const door = { method: route.method, url: route.path, onRequest: [admit(route.access)] }
  if (perMinute === undefined) return door
  const limit = addressLimit({ perMinute, counts })
  return { ...door, onRequest: [...door.onRequest, limit.enter], onResponse: limit.leave }
}

function requestSchema(route: Route) {
  return { params: route.params ?? Type.Object({}), querystring: route.query ?? Type.Object({}) }
}

function answerSchema(route: Route) {
  return route.answer && route.stream === undefined ? { response: { [route.status ?? 200]: route.answer } } : {}
}

function callOf<P extends TSchema, Q extends TSchema, Body>(
  request: FastifyRequest,
  reply: FastifyReply,
  body: Body,
): Call<P, Q, Body> {
  return {
    params: request.params as Static<P>,
    query: request.query as Static<Q>,
    body,
    who: request.who,
    from: { address: request.ip, request: request.id },
    at: request.server.clock(),
    request,
    reply,
  }
}

function finish(route: Route, reply: FastifyReply, answer: unknown): unknown {
  // Who awaits a reply that has been sent waits until it is over and gets nothing: fastify's replies are thenable.
  if (answer === reply || reply.sent || reply.raw.closed) return reply
  void reply.code(route.status ?? (route.answer ? 200 : 204))
  return route.answer ? answer : reply.send()
}
