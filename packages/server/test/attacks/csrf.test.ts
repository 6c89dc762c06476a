import { expect, test } from 'vitest'
import { callOf, named, writing } from './contract.fixture.ts'
import { house, HOME } from './house.fixture.ts'

const server = house()

const FOREIGN: readonly Record<string, string>[] = [
  { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' },
  { origin: 'https://evil.otklik.test', 'sec-fetch-site': 'same-site' },
  // A page of ours could not be the sender, whatever it says of its origin.
  { origin: HOME, 'sec-fetch-site': 'cross-site' },
]
/** Browsers that do not say where a request comes from. */
const OLD: readonly (string | undefined)[] = [
  'https://evil.test',
  'http://otklik.test',
  'https://otklik.test.evil.test',
  'https://otklik.test:8443',
  'null',
  '',
  undefined,
]

test.each(named(writing))('%s is not made from another site', async (_, route) => {
  for (const headers of FOREIGN) {
    const answer = await server.admin({ ...callOf(route), headers })
    expect([answer.statusCode, answer.json().code], JSON.stringify(headers)).toEqual([403, 'foreign_origin'])
  }
  for (const origin of OLD) {
    const headers = { cookie: server.cookie, host: 'otklik.test', ...(origin !== undefined && { origin }) }
    const answer = await server.app.inject({ ...callOf(route), headers })
    expect([answer.statusCode, answer.json().code], `origin ${origin}`).toEqual([403, 'foreign_origin'])
  }
})

test('the session of whom it was tried on goes on', async () => {
  const { session } = (await server.admin({ url: '/api/session' })).json()
  expect(session.user.login).toBe('admin')
})

test('a form of another site has no content type that is read as JSON', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const payload = '{"login":"admin","password":"x"}'
    const answer = await server.ask({ method: 'POST', url: '/api/session', payload, headers: { 'content-type': type } })
    expect(answer.statusCode, type).toBe(415)
  }
})

test('no other site is told that it may read', async () => {
  const headers = { origin: 'https://evil.test', 'access-control-request-method': 'PUT' }
  for (const method of ['GET', 'OPTIONS'] as const) {
    const answer = await server.admin({ method, url: '/api/session', headers })
    const told = Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))
    expect(told, method).toEqual([])
  }
})
