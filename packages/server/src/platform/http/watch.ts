import type { Principal } from '@otklik/model/access'
import type { Route } from '@otklik/model/api'
import type { FastifyRequest } from 'fastify'

/** A call as the audit remembers it. */
export interface WatchedCall {
  readonly who: Principal
  readonly from: { readonly address: string; readonly request: string }
  readonly method: string
  /** The route's path with its parameters by name. */
  readonly route: string
  /** The path that was asked for, without its query. */
  readonly path: string
  readonly query: unknown
}
/**
 * Hears of what is looked at, before the answer is sent: where it can't write that down and throws, nothing is answered.
 * Writes are recorded by the use cases themselves, in their transactions.
 */
export interface Watch {
  refused(call: WatchedCall, code: string): Promise<void>
  viewed(call: WatchedCall): Promise<void>
  exported(call: WatchedCall): Promise<void>
}

/** For servers that keep no audit: tests of single parts. */
export const NO_WATCH: Watch = {
  refused: async () => undefined,
  viewed: async () => undefined,
  exported: async () => undefined,
}

/** What of a call is written down: a file that leaves, records about people that are looked at, or nothing. */
export function watchedAs({ stream, primary }: Route, query: unknown): keyof Pick<Watch, 'viewed' | 'exported'> | null {
  if (stream === 'download' || isFile(query)) return 'exported'
  return primary ? 'viewed' : null
}

const isFile = (query: unknown): boolean =>
  typeof query === 'object' &&
  query !== null &&
  'format' in query &&
  query.format !== undefined &&
  query.format !== 'json'

export function watchedCall(request: FastifyRequest): WatchedCall {
  const [path = ''] = request.url.split('?')
  return {
    who: request.who,
    from: { address: request.ip, request: request.id },
    method: request.method,
    route: request.routeOptions.url ?? path,
    path: decoded(path),
    query: request.query,
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
