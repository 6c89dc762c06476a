import type { FastifyInstance } from 'fastify'

const BODY_MS = 30_000

/** A JSON body that has not arrived in time ends its connection: slow senders must not hold sockets for ever. */
export function guardSlowBodies(app: FastifyInstance, bodyMs = BODY_MS): void {
  app.addHook('onRequest', async (request) => {
    const { raw } = request
    const isUpload = request.routeOptions.bodyLimit === Number.MAX_SAFE_INTEGER
    if (isUpload || (raw.headers['content-length'] === undefined && raw.headers['transfer-encoding'] === undefined))
      return
    const timer = setTimeout(() => raw.complete || raw.socket.destroy(), bodyMs)
    raw.once('close', () => clearTimeout(timer))
    raw.once('end', () => clearTimeout(timer))
  })
}
