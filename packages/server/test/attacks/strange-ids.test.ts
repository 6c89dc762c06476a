import type { Route } from '@otklik/model/api'
import { expect, test } from 'vitest'
import { callOf, named, propertiesOf, routes } from './contract.fixture.ts'
import { house } from './house.fixture.ts'

const server = house()

const IDS = [
  '0',
  '-1',
  '1.5',
  '1e3',
  '0x10',
  '01',
  '+1',
  ' 1',
  'NaN',
  'Infinity',
  '2147483648',
  '9223372036854775808',
  '9'.repeat(400),
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'a',
  'a'.repeat(499),
  'a'.repeat(600),
  '\0',
  'a\0b',
  '..',
  '../../etc/passwd',
  '..\\..\\windows',
  '%2e%2e%2f',
  "' OR 1=1 --",
  "{'a':1}",
  '[1]',
  '00000000-0000-0000-0000-000000000000',
  '{00000000-0000-4000-8000-000000000000}',
  '00000000-0000-4000-8000-00000000000g',
  '１',
  '١',
  '\u202E1',
  '\uD83D\uDE00',
  'ё'.repeat(200),
  '<script>alert(1)</script>',
  '\r\nset-cookie: a=b',
]
const WORDS = [
  '-1',
  '1.5',
  '9223372036854775808',
  'a\0b',
  "' OR 1=1 --",
  '%_\\',
  '\uD83D\uDE00',
  '<script>',
  'a'.repeat(600),
]
const withIds = routes.filter(({ route }) => route.params)

test.each(named(withIds))('%s answers every id with a word of its own', async (_, route) => {
  for (const name of Object.keys(propertiesOf(route.params)))
    await Promise.all(IDS.map((id) => expectCalm(route, callOf(route, { [name]: id }))))
})

// Broken encodings never reach a route's parameters.
test.each(named(withIds))('%s answers broken encodings', async (_, route) => {
  for (const id of ['%', '%zz', '%c0%ae%c0%ae', '%ff', '%ed%a0%80', '%u0041', '..%2f..%2f', '..;', '%00'])
    await expectCalm(route, { ...callOf(route), url: route.path.replaceAll(/:\w+/g, id) })
})

test.each(named(routes))('%s answers every query with a word of its own', async (_, route) => {
  const [path, given] = callOf(route).url.split('?')
  for (const field of Object.keys(propertiesOf(route.query)))
    await Promise.all(
      WORDS.map((word) => {
        const query = new URLSearchParams(given)
        query.set(field, word)
        return expectCalm(route, { ...callOf(route), url: `${path}?${query}` })
      }),
    )
})

async function expectCalm(route: Route, call: ReturnType<typeof callOf>): Promise<void> {
  // An open stream of events would not end; it asks the same way as the receipt does.
  if (route.stream === 'events' && /\/\d+\/progress/.test(call.url)) return
  const { statusCode, headers, body } = await server.admin(call)
  const where = `${call.method} ${call.url} → ${body.slice(0, 300)}`
  expect(statusCode, where).toBeLessThan(500)
  expect(headers['set-cookie']?.includes('a=b'), where).not.toBe(true)
  expect(headers['x-content-type-options'], where).toBe('nosniff')
  if (statusCode >= 400) expect(headers['content-type'], where).toContain('application/problem+json')
  if (String(headers['content-type']).includes('html')) expect(body, where).not.toContain('<script>alert')
}
