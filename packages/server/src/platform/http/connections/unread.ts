import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

const PATIENCE_MS = 10_000

/**
 * What still comes after the answer, of a body that was refused before its end, is read and thrown away: many senders
 * look for the answer only once all is sent, and to a closed connection they would have sent in vain. After `patienceMs`
 * the connection ends, so that nobody holds it by sending slowly.
 */
export function endUnreadBodies(app: FastifyInstance, patienceMs = PATIENCE_MS): void {
  app.server.on('request', (request, response) => {
    response.once('finish', () => request.complete || throwAway(request, patienceMs))
  })
  // The framework ends the connection with its own refusals of a body.
  app.addHook('onSend', async (request, reply, payload) => {
    if (!request.raw.complete) reply.removeHeader('connection')
    return payload
  })
}

function throwAway(request: IncomingMessage, patienceMs: number): void {
  const { socket } = request
  // Of an answered request Node no longer tells that its sender has left; what watches its body would go on for ever.
  const end = () => request.destroy()
  const timer = setTimeout(end, patienceMs)
  socket.once('close', end)
  request.once('close', () => {
    clearTimeout(timer)
    socket.off('close', end)
  })
  request.unpipe()
  request.resume()
}
