import { type AnswerOf, type BodyOf, type ParamsOf, type QueryOf, type Route, UNATTENDED } from '@otklik/model/api'
import { isAttended } from './attended.ts'
import { failureOf, unreachable } from './problem.ts'

/** A part of the input: absent where the route knows no such part, optional where all its fields are. */
type Part<Name extends string, T> = unknown extends T
  ? { readonly [N in Name]?: undefined }
  : Record<string, never> extends T
    ? { readonly [N in Name]?: T }
    : { readonly [N in Name]: T }

export type Input<R> = Part<'params', ParamsOf<R>> & Part<'query', QueryOf<R>> & Part<'body', BodyOf<R>>

interface Address {
  readonly params?: object | undefined
  readonly query?: object | undefined
}

/** The address of a route with its parameters filled in: for links to files, uploads and event streams. */
export function urlOf(route: Pick<Route, 'path'>, { params, query }: Address): string {
  const values = new Map(Object.entries(params ?? {}))
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name) ?? '')))
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
  return search === '' ? path : `${path}?${search}`
}

/**
 * Asks the server. Throws a `Failure` with the server's own sentence and the request id, or one that says that the
 * server can't be reached; an aborted call throws what `fetch` throws.
 */
export async function call<R extends Route>(route: R, input: Input<R>, signal?: AbortSignal): Promise<AnswerOf<R>> {
  const { body, ...address }: Address & { body?: unknown } = input
  const response = await fetch(urlOf(route, address), {
    method: route.method,
    headers: {
      accept: 'application/json, application/problem+json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(isAttended() ? {} : { [UNATTENDED]: 'yes' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    credentials: 'same-origin',
    signal: signal ?? null,
  }).catch((error: unknown) => {
    throw signal?.aborted === true ? error : unreachable()
  })
  if (!response.ok) throw failureOf(response.status, await response.text(), response.headers.get('x-request-id'))
  // The contract says that there is no answer to a 204; what came is checked against it by the server.
  return response.status === 204 ? (undefined as AnswerOf<R>) : await response.json()
}
