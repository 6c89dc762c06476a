import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { problem } from '../problems/index.ts'
import { noSuchPath } from '../problems/common.ts'

/** Where contexts hang their own counters: `new Counter({ …, registers: [metrics] })`. One per server, no global. */
export type Metrics = Registry

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600]

/** Durations by route (its pattern, never the address itself) and the page `/metrics` for machines of the inner network. */
export function serveMetrics(app: FastifyInstance, registry: Metrics, trustProxy: boolean): void {
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }
    durations.observe(labels, reply.elapsedTime / 1000)
  })
  app.get('/metrics', async (request, reply) => {
    if (!isInner(request, trustProxy)) throw problem(noSuchPath)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

const INNER = /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)|^::1$|^f[cd][\da-f]{2}:|^fe80:/i

/** A request handed on by a proxy that we do not trust may come from anywhere. */
function isInner(request: FastifyRequest, trustProxy: boolean): boolean {
  const handedOn = request.headers['x-forwarded-for'] ?? request.headers.forwarded
  if (handedOn !== undefined && !trustProxy) return false
  return INNER.test(request.ip)
}
