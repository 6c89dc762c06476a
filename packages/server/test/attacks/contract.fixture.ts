import type { Route } from '@otklik/model/api'
import { ROUTES } from '@otklik/model/routes'

export interface Schema {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: unknown
  minimum?: number
  exclusiveMinimum?: number
  minItems?: number
  minLength?: number
  maxLength?: number
  pattern?: string
}

export const routes = ROUTES
export const writing = routes.filter(({ route }) => route.method !== 'GET')

/** The schema as it is on the wire. */
export const plain = (schema: unknown): Schema => JSON.parse(JSON.stringify(schema ?? {}))

export const propertiesOf = (schema: unknown): Record<string, Schema> => plain(schema).properties ?? {}

const TEXTS = [
  'строка',
  'word',
  '2026-06',
  '2026-06-30',
  '2026-Q2',
  '1',
  'a@b.test',
  '1027700132195',
  '0'.repeat(64),
  '31',
  '00000000-0000-4000-8000-000000000000',
  'https://a.test',
  'text-of-some-length',
]

/** The smallest value that a schema allows; an error where this file knows none. */
export function sampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return sampleOf(schema.anyOf[0] ?? {})
  if (schema.type === 'object') {
    const entries = Object.entries(schema.properties ?? {})
    return Object.fromEntries(entries.map(([name, child]) => [name, sampleOf(child)]))
  }
  if (schema.type === 'array')
    return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sampleOf(schema.items ?? {}))
  if (schema.type === 'integer') return schema.minimum ?? 1
  if (schema.type === 'number') return (schema.exclusiveMinimum ?? schema.minimum ?? 0) + 1
  if (schema.type === 'boolean') return true
  if (schema.type === 'null') return null
  return textFor(schema)
}

function textFor({ pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Schema): string {
  const fits = (text: string) =>
    text.length >= minLength &&
    text.length <= maxLength &&
    (pattern === undefined || new RegExp(pattern, 'u').test(text))
  const found = TEXTS.find(fits)
  if (found === undefined) throw new Error(`no text for ${pattern} of ${minLength} to ${maxLength}`)
  return found
}

/** The route's path with every parameter in place. @param values by name; else the smallest that the schema allows */
export function pathOf(route: Route, values: Readonly<Record<string, string>> = {}): string {
  const schemas = propertiesOf(route.params)
  return route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name] ?? String(sampleOf(schemas[name] ?? { type: 'string' }))
    return encodeURIComponent(value)
  })
}

/** Required fields of the query, and no more. */
export function queryOf(route: Route): Record<string, string> {
  const { required = [] } = plain(route.query)
  const entries = Object.entries(propertiesOf(route.query)).filter(([name]) => required.includes(name))
  return Object.fromEntries(entries.map(([name, schema]) => [name, String(sampleOf(schema))]))
}

/** Everything that a call needs to be well-formed; whether what it names exists is another question. */
export function callOf(route: Route, values: Readonly<Record<string, string>> = {}) {
  const query = new URLSearchParams(queryOf(route)).toString()
  const url = pathOf(route, values) + (query === '' ? '' : `?${query}`)
  return { method: route.method, url, ...(route.body && { payload: sampleOf(plain(route.body)) as object }) }
}

export const named = (list: typeof routes) => list.map(({ name, route }) => [name, route] as const)
