import type { AnswerOf, ParamsOf, QueryOf, Route } from '@otklik/model/api'
import { urlOf } from './call.ts'
import { failureOf, unreachable } from './problem.ts'

interface Address<R> {
  readonly params?: ParamsOf<R> & object
  readonly query?: QueryOf<R> & object
}

/** Sends a file as it is: it is never held in memory whole here. Throws a `Failure` with the server's own sentence. */
export async function upload<R extends Route>(route: R, address: Address<R>, file: File): Promise<AnswerOf<R>> {
  const response = await fetch(urlOf(route, address), {
    method: route.method,
    headers: { 'content-type': 'application/octet-stream', accept: 'application/json, application/problem+json' },
    body: file,
    credentials: 'same-origin',
  }).catch(() => {
    throw unreachable()
  })
  if (!response.ok) throw failureOf(response.status, await response.text(), response.headers.get('x-request-id'))
  return await response.json()
}
