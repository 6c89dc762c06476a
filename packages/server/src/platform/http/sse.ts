import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { PROBLEM_EVENT } from '@otklik/model/api'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { asProblem } from './errors.ts'
import { problemBody } from '../problems/index.ts'

export interface ServerSentEvent {
  /** Comes back as Last-Event-ID when the browser reconnects. */
  readonly id?: string
  readonly event?: string
  readonly data: unknown
}
/** Opens the source; it should end its waiting when `signal` aborts (the reader went away or the server stops). */
export type EventSource = (asked: {
  signal: AbortSignal
  lastEventId: string | undefined
}) => AsyncIterable<ServerSentEvent>

declare module 'fastify' {
  interface FastifyInstance {
    openStreams: Set<AbortController>
  }
}

/** Lets a stopping server end the streams that would otherwise stay open for ever. */
export function trackStreams(app: FastifyInstance): void {
  app.decorate('openStreams', new Set<AbortController>())
  app.addHook('preClose', async () => {
    for (const stream of app.openStreams) stream.abort()
  })
}

/**
 * Answers with server-sent events until the source ends or the reader leaves. A comment line every `heartbeatMs`
 * keeps proxies from closing the connection. A failure of the source goes out as `PROBLEM_EVENT`.
 */
export function sse(reply: FastifyReply, open: EventSource, { heartbeatMs = 15_000 } = {}): FastifyReply {
  const out = new PassThrough()
  const stop = new AbortController()
  reply.server.openStreams.add(stop)
  const heartbeat = setInterval(() => out.writableNeedDrain || out.write(':\n\n'), heartbeatMs)
  out.once('close', () => stop.abort())
  reply.raw.once('close', () => stop.abort())
  stop.signal.addEventListener('abort', () => {
    clearInterval(heartbeat)
    reply.server.openStreams.delete(stop)
    out.end()
  })
  out.write('retry: 2000\n\n')
  void pump(out, open({ signal: stop.signal, lastEventId: lastEventId(reply) }), stop, reply)
  return reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .send(out)
}

async function pump(
  out: PassThrough,
  source: AsyncIterable<ServerSentEvent>,
  stop: AbortController,
  reply: FastifyReply,
): Promise<void> {
  const iterator = source[Symbol.asyncIterator]()
  const aborted = new Promise<undefined>((resolve) => stop.signal.addEventListener('abort', () => resolve(undefined)))
  try {
    while (!stop.signal.aborted) {
      const step = await Promise.race([iterator.next(), aborted])
      if (step === undefined || step.done) break
      if (!out.write(wire(step.value))) await Promise.race([once(out, 'drain', { signal: stop.signal }), aborted])
    }
  } catch (error) {
    const problem = asProblem(error)
    if (problem.status >= 500) reply.log.error({ err: problem.cause ?? error }, 'event stream failed')
    if (!stop.signal.aborted) out.write(wire({ event: PROBLEM_EVENT, data: problemBody(problem, reply.request.id) }))
  } finally {
    // A source that ignores the signal may never settle; nobody waits for it.
    void iterator.return?.()?.catch(() => undefined)
    stop.abort()
  }
}

function lastEventId(reply: FastifyReply): string | undefined {
  const id = reply.request.headers['last-event-id']
  return typeof id === 'string' ? id : undefined
}

function wire({ id, event, data }: ServerSentEvent): string {
  const head = [id !== undefined && `id: ${oneLine(id)}`, event !== undefined && `event: ${oneLine(event)}`]
  // JSON.stringify leaves no line break in its text, so one data line is enough.
  return `${[...head.filter(Boolean), `data: ${JSON.stringify(data)}`].join('\n')}\n\n`
}

const oneLine = (text: string) => text.replace(/[\r\n\0]/g, ' ')
