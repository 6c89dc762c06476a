import type { Route } from '@otklik/model/api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServer } from './http.fixture.ts'
import { type App, serve } from './index.ts'
import { ROUTES } from '@otklik/model/routes'
import { unservedRoutes } from './openapi.ts'

interface Schema {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  patternProperties?: Record<string, Schema>
  minimum?: number
  pattern?: string
}

/** Any value that the schema of an answer allows. */
function anyValue(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern))
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(anyValue))
  if (schema.type === 'array') return fc.array(anyValue(schema.items ?? {}), { maxLength: 3 })
  if (schema.type === 'object' && schema.patternProperties) {
    const [child = {}] = Object.values(schema.patternProperties)
    return fc.dictionary(fc.string({ maxLength: 5 }), anyValue(child), { maxKeys: 3, noNullPrototype: true })
  }
  if (schema.type === 'object') {
    const entries = Object.entries(schema.properties ?? {}).map(([name, child]) => [name, anyValue(child)] as const)
    return fc.record(Object.fromEntries(entries), { requiredKeys: schema.required ?? [], noNullPrototype: true })
  }
  if (schema.type === 'integer') return fc.integer({ min: schema.minimum ?? -1e9, max: Number.MAX_SAFE_INTEGER })
  if (schema.type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
  if (schema.type === 'string') return fc.string({ unit: 'grapheme' })
  if (schema.type === 'boolean') return fc.boolean()
  return schema.type === 'null' ? fc.constant(null) : fc.jsonValue()
}

const FOREIGN = 'не для всех'

/** The same value with one more field in every object whose fields the schema names. */
function withForeignFields(schema: Schema, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (schema.anyOf) return withForeignFields(schema.anyOf.find(({ type }) => type === 'object') ?? {}, value)
  if (Array.isArray(value)) return value.map((item) => withForeignFields(schema.items ?? {}, item))
  if (!schema.properties) return value
  const inner = Object.entries(value).map(([key, child]) => [
    key,
    withForeignFields(schema.properties?.[key] ?? {}, child),
  ])
  return { ...Object.fromEntries(inner), passwordHash: FOREIGN }
}

const jsonRoutes = ROUTES.filter(({ route }) => route.answer && route.stream === undefined)
const answers = new Map<string, unknown>()
let app: App
beforeAll(async () => {
  ;({ app } = await testServer())
  // Each answer's schema on a bare path of its own: here only what goes out is in question.
  for (const { name, route } of jsonRoutes) {
    const bare: Route = {
      method: 'GET',
      path: `/api/answers/${name}`,
      tag: '',
      summary: '',
      access: 'open',
      answer: route.answer,
    }
    serve(app, bare, () => answers.get(name))
  }
})
afterAll(() => app.close())

describe('the filter of answers keeps every value that the contract allows', () => {
  test.each(jsonRoutes.map(({ name, route }) => [name, route] as const))('%s', async (name, route) => {
    const schema: Schema = JSON.parse(JSON.stringify(route.answer))
    await fc.assert(
      fc.asyncProperty(anyValue(schema), async (value) => {
        answers.set(name, value)
        const answer = await app.inject(`/api/answers/${name}`)
        expect(answer.statusCode).toBe(200)
        expect(answer.json()).toEqual(JSON.parse(JSON.stringify(value)))
        answers.set(name, withForeignFields(schema, value))
        expect((await app.inject(`/api/answers/${name}`)).body).not.toContain(FOREIGN)
      }),
      { numRuns: 25 },
    )
  })
})

test('calls of the contract that nobody serves are named', () => {
  expect(unservedRoutes(app)).toEqual(ROUTES.map(({ name }) => name))
})
