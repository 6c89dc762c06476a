import type { Route } from '@otklik/model/api'
import { failureOf, unreachable } from './problem.ts'

/** Sends a file as it is: it is never held in memory whole here. Throws the server's refusal. @param url of the call, with its path and query */
export async function sendFile({ method }: Pick<Route, 'method'>, url: string, file: File): Promise<void> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
    credentials: 'same-origin',
  }).catch(() => {
    throw unreachable()
  })
  if (!response.ok) throw failureOf(response.status, await response.text(), response.headers.get('x-request-id'))
}
