import type { FastifyInstance } from 'fastify'

const BODY_MS = 30_000

/** A JSON body that has not arrived in time ends its connection: slow senders must not hold sockets for ever. */
export function guardSlowBodies(app: FastifyInstance, bodyMs = BODY_MS): void {
  app.addHook('onRequest', async (request, reply) => {
    const { raw } = request
    const isUpload = request.routeOptions.bodyLimit === Number.MAX_SAFE_INTEGER
    if (isUpload || (raw.headers['content-length'] === undefined && raw.headers['transfer-encoding'] === undefined))
      return
    const timer = setTimeout(() => raw.complete || raw.socket.destroy(), bodyMs)
    const over = (): void => clearTimeout(timer)
    raw.once('close', over)
    raw.once('end', over)
    // A body that nobody waits for any more is the business of `unread.ts`.
    reply.raw.once('finish', over)
  })
}
