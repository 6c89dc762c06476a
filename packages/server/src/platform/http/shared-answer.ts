import { type Principal, reachOf, rightsOfPrincipal } from '@otklik/model/access'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { singleFlight } from '../single-flight.ts'

/** Gives equal calls that come at the same time one answer, worked out and written as JSON once. */
export type SharedAnswers = (
  request: FastifyRequest & { readonly who: Principal },
  reply: FastifyReply,
  work: () => unknown,
) => Promise<unknown>

/**
 * Calls are equal where address and query, reach and rights of who asks are. A file is sent while it is being made, to each
 * by itself.
 */
export function sharedAnswers(): SharedAnswers {
  const once = singleFlight<ReturnType<FastifyReply['serialize']>>()
  return async (request, reply, work) => {
    if (isFile(request.query)) return work()
    const { who } = request
    const key = JSON.stringify([request.url, rightsOfPrincipal(who), reachOf(who)])
    const text = await once(key, async () => reply.serialize(await work()))
    return reply.type('application/json; charset=utf-8').send(text)
  }
}

const isFile = (query: unknown): boolean => {
  const { format = 'json' } = query as { format?: string }
  return format !== 'json'
}
