import type { Route } from '@otklik/model/api'
import { Compile } from 'typebox/compile'
import { describe, expect, test } from 'vitest'
import { closed } from '../../src/platform/http/validation/validation.ts'
import { callOf, named, plain, propertiesOf, routes, sampleOf, type Schema } from './contract.fixture.ts'
import { house } from './house.fixture.ts'

const server = house()
const bodies = routes.filter(({ route }) => route.body)

/** What an attacker would like to be taken along. */
const FOREIGN = ['role', 'isAdmin', 'rights', 'id', 'user_id', 'createdAt', 'password_hash', '__proto__', 'constructor']

describe('a body with a field of the attacker’s', () => {
  test('would be taken without it: the samples are good', () => {
    expect(bodies.length).toBeGreaterThan(25)
    for (const { name, route } of bodies) {
      const body = plain(route.body)
      expect(Compile(closed(route.body as never)).Check(sampleOf(body)), name).toBe(true)
    }
  })

  test.each(named(bodies))('is refused by %s', async (_, route) => {
    const body = plain(route.body)
    const fields = FOREIGN.filter((field) => !Object.hasOwn(body.properties ?? {}, field))
    for (const field of fields) await expectRefused(route, withField(sampleOf(body), field))
    for (const inner of objectsWithin(body)) {
      const changed = sampleOf(body)
      const object = inner.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], changed)
      Object.assign(object as object, { isAdmin: true })
      await expectRefused(route, JSON.stringify(changed))
    }
  })
})

/** As text: an object would lose its `__proto__`. */
function withField(sample: unknown, field: string): string {
  const text = JSON.stringify(sample)
  return `${text.slice(0, -1)}${text === '{}' ? '' : ','}${JSON.stringify(field)}:"administrator"}`
}

async function expectRefused(route: Route, payload: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await server.entitled(route, { ...callOf(route), payload, headers })
  expect(answer.statusCode, `${payload} → ${answer.body}`).toBe(400)
  // The calculator has its own form of errors, that of `otklik score`.
  const { code, error } = answer.json()
  expect(['invalid_request', 'invalid_json', 'bad_json'], payload).toContain(code ?? error.code)
}

/** Ways to the objects inside of a body. */
function objectsWithin(schema: Schema, way: readonly string[] = []): (readonly string[])[] {
  const inside = Object.entries(schema.properties ?? {}).flatMap(([name, child]) =>
    objectsWithin(child, [...way, name]),
  )
  const items = schema.items ? objectsWithin(schema.items, [...way, '0']) : []
  const own = way.length > 0 && schema.type === 'object' ? [way] : []
  return [...own, ...inside, ...items]
}

test.each(named(routes))('a query with a field of the attacker’s is refused by %s', async (_, route) => {
  // The protocol of outside sign-in wants unknown fields to be ignored; nothing is done with them.
  if (plain(route.query).additionalProperties === true) return
  for (const field of ['role', 'isAdmin', 'user_id', '__proto__', 'constructor']) {
    if (Object.hasOwn(propertiesOf(route.query), field)) continue
    const call = callOf(route)
    const url = `${call.url}${call.url.includes('?') ? '&' : '?'}${field}=administrator`
    const answer = await server.entitled(route, { ...call, url, ...(route.body && { payload: {} }) })
    expect([answer.statusCode, answer.json().code], url).toEqual([400, 'invalid_request'])
  }
})
