import { expect, test } from 'vitest'
import { house } from './house.fixture.ts'

const server = house()

/** One of every kind of answer. */
const ANSWERS: readonly [string, Parameters<typeof server.ask>[0]][] = [
  ['the desk', { url: '/' }],
  ['a page of the desk', { url: '/services/1' }],
  ['an answer of the API', { url: '/api/session' }],
  ['a refusal', { url: '/api/people', headers: { cookie: '' } }],
  ['a path that is not there', { url: '/api/nothing' }],
  ['a file that is not there', { url: '/assets/nothing.js' }],
  ['an address that can’t be read', { url: '/%' }],
  [
    'a wrong body',
    { method: 'POST', url: '/api/session', payload: '{', headers: { 'content-type': 'application/json' } },
  ],
  ['a write from another site', { method: 'DELETE', url: '/api/session', headers: { 'sec-fetch-site': 'cross-site' } }],
  ['a table', { url: '/api/register/regions?format=csv' }],
  ['a redirect', { url: '/api/outside-sign-in/callback?state=x' }],
  ['the API’s page', { url: '/api/' }],
  ['health', { url: '/health' }],
  ['metrics', { url: '/metrics', remoteAddress: '127.0.0.1' }],
]

test.each(ANSWERS)('%s carries what keeps a browser safe', async (_, call) => {
  const { headers } = await server.admin(call)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': expect.stringMatching(/^max-age=(\d{8,})/),
    'cross-origin-resource-policy': 'same-origin',
  })
  const policy = policyOf(headers['content-security-policy'])
  for (const word of ['unsafe-inline', 'unsafe-eval', 'unsafe-hashes', 'http:', 'https:', '*', 'data:', 'blob:'])
    expect(policy['script-src'] ?? policy['default-src'], word).not.toContain(word)
  expect(policy).toMatchObject({ 'frame-ancestors': ["'none'"] })
  expect(headers['x-powered-by']).toBeUndefined()
  expect(headers.server).toBeUndefined()
})

test('pages stand alone, load from here only, and may use nothing of the device', async () => {
  const { headers } = await server.ask({ url: '/' })
  expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  expect(headers['permissions-policy']).toBe('camera=(), microphone=(), geolocation=(), payment=(), usb=()')
  expect(policyOf(headers['content-security-policy'])).toEqual({
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'script-src-attr': ["'none'"],
    'style-src': ["'self'", expect.stringMatching(/^'nonce-[\w+/]{22}=='$/)],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'upgrade-insecure-requests': [],
  })
})

test('no page is given the same nonce twice, and no script is written into one', async () => {
  const pages = await Promise.all(Array.from({ length: 5 }, () => server.ask({ url: '/' })))
  const nonces = pages.map(({ headers }) => policyOf(headers['content-security-policy'])['style-src']?.[1])
  expect(new Set(nonces).size).toBe(5)
  for (const { body } of pages) {
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/)
    expect(body).not.toMatch(/\son\w+=|javascript:/i)
  }
})

test('people’s data stays in no cache', async () => {
  for (const url of ['/api/session', '/api/people', '/api/people?format=csv', '/api/audit'])
    expect((await server.admin({ url })).headers['cache-control'], url).toContain('no-store')
})

function policyOf(header: unknown): Record<string, string[]> {
  const rules = String(header)
    .split(';')
    .map((rule) => rule.trim().split(/\s+/))
  return Object.fromEntries(rules.map(([name = '', ...values]) => [name, values]))
}
