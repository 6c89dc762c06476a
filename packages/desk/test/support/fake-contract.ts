import type { Route } from '@otklik/model/api'
import { ROUTES as ALL } from '@otklik/model/routes'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { FakeState } from './fake-state.ts'

export interface Reply {
  readonly status?: number
  readonly json?: unknown
  readonly text?: string
  readonly headers?: Record<string, string>
}

interface NamedRoute extends Route {
  readonly name: string
  readonly pattern: RegExp
}

/** Fixed paths before those with a parameter: `/api/packages/calendar` is not a package. */
const ROUTES: readonly NamedRoute[] = ALL.map(({ name, route }) => ({
  ...route,
  name,
  pattern: patternOf(route.path),
})).sort((a, b) => a.path.split(':').length - b.path.split(':').length)

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
}

export interface Found {
  readonly name: string
  readonly params: Record<string, string>
  readonly query: Record<string, string>
  /** Passes an answer on if it keeps the contract; else an error that says where it does not. */
  checked(reply: Reply): Reply
}

export function findRoute(method: string, url: URL): Found | null {
  for (const route of ROUTES) {
    const match = route.method === method ? route.pattern.exec(url.pathname) : null
    if (match === null) continue
    const params = Object.fromEntries(
      Object.entries(match.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]),
    )
    const query = Object.fromEntries(url.searchParams)
    const refusal = wrong(route.query, query) ?? wrong(route.params, params)
    return { name: route.name, params, query, checked: (reply) => refusal ?? checkedAnswer(route, reply) }
  }
  return null
}

function wrong(schema: TSchema | undefined, given: unknown): Reply | null {
  if (schema === undefined) return null
  const [error] = Value.Errors(schema, Value.Convert(schema, structuredClone(given)))
  if (error === undefined) return null
  return problem(422, 'bad_input', `${error.instancePath}: ${error.message}`)
}

function checkedAnswer({ name, answer }: NamedRoute, reply: Reply): Reply {
  if (answer === undefined || reply.json === undefined || (reply.status ?? 200) >= 400) return reply
  const [error] = Value.Errors(answer, reply.json)
  if (error === undefined) return reply
  return problem(
    500,
    'fixture',
    `The fixture of ${name} breaks the contract at ${error.instancePath}: ${error.message}`,
  )
}

export const problem = (status: number, code: string, detail: string): Reply => ({
  status,
  json: { type: `/api/problems/${code}`, title: code, status, detail, code, instance: 'req-7f3a' },
})

/** One call as a handler of the fake server gets it. */
export interface Asked {
  readonly params: Record<string, string>
  readonly query: Record<string, string>
  readonly body: Buffer
  readonly state: FakeState
}
export type Handler = (asked: Asked) => Reply
/** Answers to routes of the contract, under the routes' names. */
export type Handlers = Record<string, Handler>

export const fields = (body: Buffer): Record<string, unknown> => JSON.parse(body.toString())
export const isFile = ({ format }: Record<string, string>): boolean => format === 'csv' || format === 'xlsx'
export const csv = (name: string): Reply => ({
  text: 'a;b\r\n1;2\r\n',
  headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` },
})
