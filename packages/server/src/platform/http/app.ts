import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import cookie from '@fastify/cookie'
import { type FastifyBaseLogger, type FastifyInstance, fastify } from 'fastify'
import type { TSchema } from 'typebox'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { type Authenticate, decorateWithPrincipal } from './admit.ts'
import { serializerFor } from './validation/answer-filter.ts'
import { serveApiPage } from './api-page.ts'
import { serveDesk } from './desk.ts'
import { asProblem, handleErrors, sendProblem } from './errors.ts'
import { type ReadyChecks, serveHealth } from './health.ts'
import { letGoOnStop } from './connections/let-go.ts'
import { createMetrics, type Metrics, serveMetrics } from './metrics.ts'
import { NO_PULSE, type Pulse } from '../pulse/index.ts'
import { serveProblemPages } from './problem-pages.ts'
import { logRequests } from './request-log.ts'
import { bareHeaders, securityHeaders } from './security.ts'
import { guardSlowBodies } from './connections/slow.ts'
import { trackStreams } from './sse.ts'
import { endUnreadBodies } from './connections/unread.ts'
import { validatorCompiler } from './validation/validation.ts'
import { NO_WATCH, type Watch } from './watch.ts'

export interface HttpParts {
  readonly config: Pick<Config, 'publicUrl' | 'trustProxy'>
  readonly log: Log
  readonly authenticate: Authenticate
  /** Who writes down what is looked at and refused; undefined: nobody. */
  readonly watch?: Watch
  /** Of the store that every call needs; undefined: calls wait for it as long as it takes. */
  readonly pulse?: Pulse
  /** What `/ready` asks, by the part's name. */
  readonly ready?: ReadyChecks
  readonly metrics?: Metrics
  /** The clock; tests pass their own. */
  readonly now?: () => Date
  /** Answers that do not fit the contract become errors: for tests. */
  readonly checkAnswers?: boolean
  /** The folder of the built desk; undefined: no desk. */
  readonly deskFolder?: string
  /** How long senders are waited for once their answer is out, and at a stop: for tests. */
  readonly patience?: { readonly unreadMs?: number; readonly stopMs?: number }
}

/** JSON bodies are small here: a form, a list. Files come through `serveUpload`. */
const JSON_BODY_BYTES = 1024 ** 2

/**
 * The HTTP server with everything that is the same for all calls. Register the calls on the result with `serve`, then
 * `listen`; `close` ends open event streams first.
 */
export async function buildHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { config, log, metrics = createMetrics() } = parts
  const app = createApp(log, config)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(({ schema }: { schema: TSchema }) => serializerFor(schema, parts.checkAnswers ?? false))
  handleErrors(app)
  trackStreams(app)
  letGoOnStop(app, parts.patience?.stopMs)
  endUnreadBodies(app, parts.patience?.unreadMs)
  guardSlowBodies(app)
  logRequests(app)
  const { authenticate, watch = NO_WATCH, pulse = NO_PULSE, now = () => new Date() } = parts
  decorateWithPrincipal(app, { authenticate, publicUrl: config.publicUrl, watch, clock: now, pulse })
  await securityHeaders(app, config.publicUrl)
  await app.register(cookie)
  serveHealth(app, parts.ready ?? {})
  serveMetrics(app, metrics, config.trustProxy)
  await serveApiPage(app)
  serveProblemPages(app)
  await serveDesk(app, parts.deskFolder)
  return app
}

function createApp(log: Log, { publicUrl, trustProxy }: HttpParts['config']): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = log
  const app = fastify({
    loggerInstance,
    logController: new fastify.LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: JSON_BODY_BYTES,
    // One balancer is believed, for what it added itself: the rest of the header may be written by anyone.
    trustProxy: trustProxy && ((_address, hop) => hop < 1),
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 500 },
    keepAliveTimeout: 72_000,
    // The framework's own refusal is in English; `let-go.ts` has ours.
    return503OnClosing: false,
    // How often it is looked whether headers are overdue.
    http: { connectionsCheckingInterval: 5000 },
    // Uploads may take hours: bodies are watched by `slow.ts` and `upload.ts` instead of one limit for the request.
    requestTimeout: 0,
    frameworkErrors: (error, request, reply) =>
      void sendProblem(request, reply.headers(bareHeaders(publicUrl)), asProblem(error)),
    clientErrorHandler: (_error, socket) => refuseUnreadable(socket),
  })
  app.server.headersTimeout = 15_000
  // Bodies are JSON; a form of another site can't send that without asking first.
  app.removeContentTypeParser('text/plain')
  return app
}

/** Bytes that are no HTTP at all: there is no request to speak of. */
function refuseUnreadable(socket: Socket): void {
  if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  else socket.destroy()
}
