import type { FastifyInstance } from 'fastify'

const EVERY_MS = 100

/**
 * Lets a stopping server end with its last answer. Node closes the connections that are idle when the stop begins; one
 * that becomes idle later, its request's body read to the end only then, would be kept for as long as an idle one is.
 */
export function letGoOnStop(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    if (!app.server.listening) return
    const timer = setInterval(() => app.server.closeIdleConnections(), EVERY_MS)
    app.server.once('close', () => clearInterval(timer))
  })
}
