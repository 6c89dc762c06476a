import type { Static, TSchema } from 'typebox'

/**
 * One call of the HTTP API: the server registers it, the desk calls it and the OpenAPI page is made from it.
 * `stream` marks calls whose body or answer is not JSON (uploads, downloads, server-sent events).
 */
export interface Route<
  Params extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Body extends TSchema = TSchema,
  Answer extends TSchema = TSchema,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path with `:name` parameters, from the root: `/api/packages/:id`. */
  readonly path: string
  /** One sentence in Russian for the API page. */
  readonly summary: string
  readonly tag: string
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly answer?: Answer
  readonly status?: 200 | 201 | 202 | 204 | 303
  readonly stream?: 'upload' | 'download' | 'events'
  /** Shows records about single requests of people: every look at them is in the audit. */
  readonly primary?: true
  /**
   * Figures, which many screens ask for at the same moment: they depend on the address and on the reach and rights of who
   * asks alone, so that equal calls that come together get one answer.
   */
  readonly figures?: true
}

/** Keeps the schema types of a route while checking its shape. */
export function defineRoute<P extends TSchema, Q extends TSchema, B extends TSchema, A extends TSchema>(
  route: Route<P, Q, B, A>,
): Route<P, Q, B, A> {
  return route
}

export type ParamsOf<R> = R extends Route<infer P, TSchema, TSchema, TSchema> ? Static<P> : never
export type QueryOf<R> = R extends Route<TSchema, infer Q, TSchema, TSchema> ? Static<Q> : never
export type BodyOf<R> = R extends Route<TSchema, TSchema, infer B, TSchema> ? Static<B> : never
export type AnswerOf<R> = R extends Route<TSchema, TSchema, TSchema, infer A> ? Static<A> : never
