import { fieldErrors, knowFormats } from '@otklik/model/shapes'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { type FieldError, ProblemError } from '../../problems/index.ts'
import { invalidRequest } from '../../problems/common.ts'

knowFormats()

/** Plain JSON Schema, as the API's types are on the wire. */
interface JsonSchema {
  type?: string
  properties?: Record<string, JsonSchema>
  additionalProperties?: unknown
  anyOf?: JsonSchema[]
  items?: JsonSchema
  const?: unknown
  enum?: unknown[]
  default?: unknown
  format?: string
}

/** `body`, `params` or `querystring`; the framework says so by a plain string. */
export type RequestPart = string

/** The same schema with every object closed: a field that is not named is refused instead of being lost in silence. */
export function closed(schema: TSchema): TSchema {
  // A JSON copy drops the library's own marks; the validator reads JSON Schema only.
  return close(JSON.parse(JSON.stringify(schema)))
}

function close(schema: JsonSchema): JsonSchema {
  const { properties, anyOf, items } = schema
  // A choice of words as one `enum`: one error for the field instead of one for each word.
  if (anyOf?.every((option) => option.const !== undefined)) {
    const { anyOf: _, ...rest } = schema
    return { ...rest, enum: anyOf.map((option) => option.const) }
  }
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, child]) => [name, close(child)])),
      additionalProperties: schema.additionalProperties ?? false,
    }),
    ...(anyOf && { anyOf: anyOf.map(close) }),
    ...(items && { items: close(items) }),
  }
}

/** A validator for one part of a request; its error is the problem to answer with. */
export function validatorCompiler({ schema, httpPart }: { schema: TSchema; httpPart?: RequestPart }) {
  const strict: JsonSchema = closed(schema)
  const check = Compile(strict)
  const fromStrings = httpPart !== 'body'
  return (given: unknown): { value: unknown } | { error: Error } => {
    const value = fromStrings ? readStrings(strict, given) : given
    if (!check.Check(value)) return { error: refusal(fieldErrors(check.Errors(value))) }
    const zero = pathOfNul(value)
    if (zero !== undefined) return { error: refusal([{ path: zero, message: 'Знак с кодом 0 не принимается.' }]) }
    if (runsBackwards(strict, value))
      return { error: refusal([{ path: 'to', message: 'Конец периода раньше начала.' }]) }
    return { value }
  }
}

/** Of days and of months alike, `from` and `to` are a period, both ends included. */
function runsBackwards({ properties = {} }: JsonSchema, value: unknown): boolean {
  const { from, to } = properties
  if (from?.format === undefined || from.format !== to?.format || typeof value !== 'object' || value === null)
    return false
  const { from: first, to: last } = value as { from?: string; to?: string } // checked against the schema before
  return first !== undefined && last !== undefined && first > last
}

function refusal(errors: readonly FieldError[]): ProblemError {
  const [first] = errors
  const detail = first ? `${first.path === '' ? 'Тело запроса' : `Поле «${first.path}»`}: ${lower(first.message)}` : ''
  return new ProblemError(invalidRequest, invalidRequest.detail(detail), { errors })
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** Numbers and yes/no out of a query, by its schema; what does not read as one stays a string and is refused. */
function readStrings(schema: JsonSchema, given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given
  const read: Record<string, unknown> = { ...given }
  for (const [name, child] of Object.entries(schema.properties ?? {})) {
    const value = Object.hasOwn(read, name) ? read[name] : child.default
    if (value !== undefined) read[name] = typeof value === 'string' ? readString(child, value) : value
  }
  return read
}

function readString({ type }: JsonSchema, text: string): unknown {
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  if (type !== 'integer' && type !== 'number') return text
  const number = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : text
}

/** PostgreSQL keeps no zero characters in texts, so they are refused at the door. */
function pathOfNul(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, child] of Object.entries(value)) {
    const found = pathOfNul(child, path === '' ? name : `${path}.${name}`)
    if (found !== undefined) return found
  }
  return undefined
}
