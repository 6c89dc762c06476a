import type { Problem } from '@otklik/model/api'
import type { FieldError } from '@otklik/model/shapes'

export type { FieldError }

/** One entry of the catalogue: a stable code, its HTTP status, and Russian texts made from the arguments. */
export interface ProblemKind<Args extends readonly unknown[] = readonly unknown[]> {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: (...args: Args) => string
}

/** All kinds, filled as the modules that define them are loaded, and never changed after that. */
const catalogue = new Map<string, ProblemKind>()

/** Where the page of a problem stands. */
export const PROBLEM_PAGES = '/api/problems/'

export const findProblem = (code: string): ProblemKind | undefined => catalogue.get(code)

/** Adds a kind of problem: every context keeps its own list beside its routes. */
export function defineProblem<Args extends readonly unknown[] = []>(
  code: string,
  status: number,
  title: string,
  detail: (...args: Args) => string,
): ProblemKind<Args> {
  const kind = { code, status, title, detail }
  // Whoever finds a kind in the catalogue does not know its arguments, and calls `detail` only where it takes none.
  catalogue.set(code, kind as unknown as ProblemKind)
  return kind
}

/** Thrown anywhere below a route; the answer is made of it and of nothing else, so it may hold only what anyone may read. */
export class ProblemError extends Error {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly errors: readonly FieldError[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    kind: Omit<ProblemKind, 'detail'>,
    detail: string,
    more: { errors?: readonly FieldError[]; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(`${kind.code}: ${detail}`, { cause: more.cause })
    this.name = 'ProblemError'
    this.code = kind.code
    this.status = kind.status
    this.title = kind.title
    this.detail = detail
    this.errors = more.errors
    this.headers = more.headers ?? {}
  }
}

/** `throw problem(KIND, …its arguments)` */
export function problem<Args extends readonly unknown[]>(kind: ProblemKind<Args>, ...args: Args): ProblemError {
  return new ProblemError(kind, kind.detail(...args))
}

/** The body of an answer by RFC 9457; `type` is the address of its page, `instance` the request's number, the same as in the log. */
export function problemBody(error: ProblemError, requestId: string): Problem {
  return {
    type: `${PROBLEM_PAGES}${error.code}`,
    title: error.title,
    status: error.status,
    detail: error.detail,
    code: error.code,
    instance: `urn:uuid:${requestId}`,
    ...(error.errors && { errors: [...error.errors] }),
  }
}
