import type { Static, TSchema } from 'typebox'
import type { Right } from '../contexts/rights.ts'

/**
 * Who may call a route: everyone (`open`), people who have signed in (`signed_in`), or people with the right. Which records
 * they get is decided in the use case, by the caller's reach.
 */
export type Access = 'open' | 'signed_in' | Right

/** How the audit log names a view or download of the answer, in Russian: «список запросов», «пакет 12». */
export interface AuditLabel {
  readonly label: string
  /** The path parameter that identifies the record; none where there is only one. */
  readonly subject?: string
}

/**
 * A route of the HTTP API. The server registers it, the desk calls it, and the OpenAPI document is generated from it.
 * `stream` marks routes whose body or answer is not JSON (uploads, downloads, server-sent events).
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
  readonly access: Access
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
  /** For whatever is in the audit by being looked at: primary data, files, tables that leave as files. */
  readonly audit?: AuditLabel
}

/** Checks the shape of a route and keeps the types of its schemas. */
export function defineRoute<P extends TSchema, Q extends TSchema, B extends TSchema, A extends TSchema>(
  route: Route<P, Q, B, A>,
): Route<P, Q, B, A> {
  return route
}

export type ParamsOf<R> = R extends Route<infer P, TSchema, TSchema, TSchema> ? Static<P> : never
export type QueryOf<R> = R extends Route<TSchema, infer Q, TSchema, TSchema> ? Static<Q> : never
export type BodyOf<R> = R extends Route<TSchema, TSchema, infer B, TSchema> ? Static<B> : never
export type AnswerOf<R> = R extends Route<TSchema, TSchema, TSchema, infer A> ? Static<A> : never
