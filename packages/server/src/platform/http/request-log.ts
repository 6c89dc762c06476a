import type { Principal } from '@otklik/model/access'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Pages on which nobody may be found: the log has no address of who asked for them. */
    nameless?: boolean
  }
}

/**
 * One line per answer with the request's number, which the caller gets as X-Request-Id. Only the path is written:
 * a query may hold what people searched for.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const [path] = request.url.split('?')
    const line = {
      method: request.method,
      path: path?.replace(/otk_[\w-]+/g, 'otk_…'),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      who: nameOf(request.who),
      ...(request.routeOptions.config.nameless !== true && { address: request.ip }),
    }
    request.log[reply.statusCode >= 500 ? 'error' : 'info'](line, 'answered')
  })
}

function nameOf(who: Principal | null): string {
  if (who?.kind === 'user' || who?.kind === 'machine') return `${who.kind}:${who.id}`
  return who?.kind ?? 'nobody'
}
