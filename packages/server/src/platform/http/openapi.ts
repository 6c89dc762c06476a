import { RIGHTS } from '@otklik/model/access'
import { type Access, Problem, type Route } from '@otklik/model/api'
import { ROUTES } from '@otklik/model/routes'
import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import { closed } from './validation/validation.ts'

/** Names of the calls that are described but that nobody has registered; the whole server must have none. */
export function unservedRoutes(app: FastifyInstance): string[] {
  const missing = ROUTES.filter(({ route }) => !app.hasRoute({ method: route.method, url: route.path }))
  return missing.map(({ name }) => name)
}

/** The OpenAPI 3.1 document of the whole contract; needs no server. */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { name, route } of ROUTES) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Отклик',
      version: '1',
      description: 'Приём пакетов, показатели, реестр. Ошибки – по RFC 9457 (application/problem+json).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(ROUTES.map(({ route }) => route.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: plain(Problem) },
      responses: { Problem: { description: 'Отказ или ошибка', content: problemContent() } },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'otklik_session', description: 'Вход по имени и паролю' },
        token: { type: 'http', scheme: 'bearer', description: 'Ключ поставщика: otk_…' },
      },
    },
  }
}

function operation(name: string, route: Route): Record<string, unknown> {
  return {
    operationId: name,
    tags: [route.tag],
    summary: route.summary,
    description: accessText(route.access),
    security: security(route.access),
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...requestBody(route),
    responses: { ...answers(route), default: { $ref: '#/components/responses/Problem' } },
  }
}

function accessText(access: Access): string {
  if (access === 'open') return 'Доступно без входа.'
  return access === 'signed_in' ? 'Доступно каждому, кто вошёл.' : `Право: ${RIGHTS[access].name} (${access}).`
}

/** Keys of machines have rights and no own access. */
function security(access: Access): Record<string, []>[] {
  if (access === 'open') return []
  return access === 'signed_in' ? [{ session: [] }] : [{ session: [] }, { token: [] }]
}

function parameters(schema: TSchema | undefined, place: 'path' | 'query'): Record<string, unknown>[] {
  if (!schema) return []
  const { properties = {}, required = [] } = plain(schema)
  // Pages show what a parameter is from its own description, not from its schema's.
  return Object.entries(properties).map(([name, { description, ...child }]) => ({
    name,
    in: place,
    ...(description !== undefined && { description }),
    required: required.includes(name),
    schema: child,
  }))
}

function requestBody(route: Route): Record<string, unknown> {
  if (route.stream === 'upload') {
    const types = ['text/csv', 'application/zip', 'application/octet-stream']
    return { requestBody: { required: true, content: Object.fromEntries(types.map((type) => [type, {}])) } }
  }
  if (!route.body) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema: closed(route.body) } } } }
}

function answers(route: Route): Record<string, unknown> {
  const status = String(route.status ?? (route.answer || route.stream ? 200 : 204))
  const content = answerContent(route)
  return { [status]: { description: 'Выполнено', ...(content && { content }) } }
}

function answerContent({ path, answer, stream, query }: Route): Record<string, unknown> | undefined {
  if (stream === 'download') return { [path.endsWith('.csv') ? 'text/csv' : 'application/zip']: {} }
  if (!answer) return undefined
  if (stream === 'events') return { 'text/event-stream': { schema: plain(answer) } }
  const tables = 'format' in (query ? (plain(query).properties ?? {}) : {}) ? { 'text/csv': {}, [XLSX]: {} } : {}
  return { 'application/json': { schema: plain(answer) }, ...tables }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const problemContent = () => ({ 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } })

interface PlainObject {
  properties?: Record<string, { description?: string }>
  required?: string[]
}

/** The schema as it is in JSON, without the library's own marks. */
function plain(schema: TSchema): PlainObject {
  return JSON.parse(JSON.stringify(schema))
}
