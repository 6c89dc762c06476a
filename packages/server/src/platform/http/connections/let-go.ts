import type { FastifyInstance } from 'fastify'
import { stopping } from '../../problems/common.ts'
import { ProblemError } from '../../problems/index.ts'

const EVERY_MS = 100
const PATIENCE_MS = 4000

/**
 * Lets a stopping server end with its last answer. Node closes the connections that are idle when the stop begins; one
 * that becomes idle later, its request's body read to the end only then, would be kept for as long as an idle one is.
 * What has not ended after `patienceMs`, an upload say, is broken off: it is to be sent again, and nothing of it is kept.
 */
export function letGoOnStop(app: FastifyInstance, patienceMs = PATIENCE_MS): void {
  let stops = false
  app.addHook('onRequest', async () => {
    if (stops) throw new ProblemError(stopping, stopping.detail(), { headers: { 'retry-after': '30' } })
  })
  app.addHook('preClose', async () => {
    stops = true
    if (!app.server.listening) return
    const idle = setInterval(() => app.server.closeIdleConnections(), EVERY_MS)
    const late = setTimeout(() => app.server.closeAllConnections(), patienceMs)
    app.server.once('close', () => {
      clearInterval(idle)
      clearTimeout(late)
    })
  })
}
