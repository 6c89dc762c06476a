import type { Problem } from '@otklik/model/api'

export interface FailureFields {
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly code: string
  /** The server's sentence for people; empty when it sent none. */
  readonly detail: string
  readonly requestId: string | null
  readonly fields: readonly { readonly path: string; readonly message: string }[]
}

/** A call that did not give what was asked for. */
export class Failure extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly requestId: string | null
  readonly fields: FailureFields['fields']

  constructor(given: FailureFields) {
    super(given.detail || given.code)
    this.name = 'Failure'
    this.status = given.status
    this.code = given.code
    this.detail = given.detail
    this.requestId = given.requestId
    this.fields = given.fields
  }
}

/** Turns an answer that is not 2xx into a failure; understands RFC 9457 and survives anything else (a proxy's page). */
export function failureOf(status: number, text: string, requestId: string | null): Failure {
  const problem = problemIn(text)
  return new Failure({
    status,
    code: problem?.code ?? `http_${status}`,
    detail: problem?.detail ?? '',
    // As the server's log writes it, for whoever looks it up there.
    requestId: problem?.instance?.replace(/^urn:uuid:/, '') ?? requestId,
    fields: problem?.errors ?? [],
  })
}

export const unreachable = (): Failure =>
  new Failure({ status: 0, code: 'unreachable', detail: '', requestId: null, fields: [] })

function problemIn(text: string): Partial<Problem> | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? read : null
  } catch {
    return null
  }
}
