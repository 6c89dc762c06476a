import type { FastifyInstance } from 'fastify'

const PATIENCE_MS = 10_000

/**
 * What still comes after the answer, of a body that was refused before its end, is read and thrown away: many senders
 * look for the answer only once all is sent, and to a closed connection they would have sent in vain. After `patienceMs`
 * the connection ends, so that nobody holds it by sending slowly.
 */
export function endUnreadBodies(app: FastifyInstance, patienceMs = PATIENCE_MS): void {
  app.server.on('request', (request, response) => {
    response.once('finish', () => {
      if (request.complete) return
      request.unpipe()
      request.resume()
      const timer = setTimeout(() => request.socket.destroy(), patienceMs)
      request.once('close', () => clearTimeout(timer))
    })
  })
  // The framework ends the connection with its own refusals of a body.
  app.addHook('onSend', async (request, reply, payload) => {
    if (!request.raw.complete) reply.removeHeader('connection')
    return payload
  })
}
