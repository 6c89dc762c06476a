import { expect, test } from 'vitest'
import { firstStartLink } from '../../src/access/index.ts'
import { callOf, named, pathOf, routes } from './contract.fixture.ts'
import { house, HOME } from './house.fixture.ts'

const server = house({
  OTKLIK_TRUST_PROXY: 'yes',
  OTKLIK_OIDC_ISSUER: 'http://127.0.0.1:9',
  OTKLIK_OIDC_CLIENT_ID: 'x',
  OTKLIK_OIDC_CLIENT_SECRET: 'x',
})

/** Everything that a request can say of the server’s own name. */
const POISON = {
  host: 'evil.test',
  'x-forwarded-host': 'evil.test',
  'x-forwarded-server': 'evil.test',
  'x-original-host': 'evil.test',
  'x-host': 'evil.test',
  forwarded: 'host=evil.test;proto=http',
  'x-original-url': '/evil.test',
  'x-rewrite-url': '/evil.test',
}
const reading = routes.filter(({ route }) => route.method === 'GET' && route.stream !== 'events')

test.each(named(reading))('%s repeats nothing of what a request calls the server', async (_, route) => {
  const { body, headers } = await server.admin({ ...callOf(route), headers: POISON })
  expect(JSON.stringify(headers) + body).not.toContain('evil.test')
})

test('links that leave the server are made of the setting', async () => {
  const payload = { name: 'Борис', mail: null, organisation: 1, role: 'working_group' }
  const answer = await server.admin({ method: 'POST', url: '/api/people', payload, headers: POISON })
  expect(answer.json().invitation.url).toMatch(/^https:\/\/otklik\.test\/invitation#[\w-]{43}$/)
  const link = await firstStartLink({ db: server.installation.db, config: server.installation.config })
  expect(link ?? HOME).toMatch(/^https:\/\/otklik\.test/)
})

test.each([
  '/',
  '/services',
  '/sign-in',
  '/assets',
  '/assets/',
  '/api',
  '/nothing',
  '//evil.test',
  '///evil.test/..',
  '/\\evil.test',
  '/%5cevil.test',
  '/%0d%0alocation:%20x',
])('%s leads to no other site', async (url) => {
  const { headers } = await server.ask({ url, headers: POISON })
  const to = headers.location === undefined ? HOME : new URL(String(headers.location), HOME).origin
  expect(to).toBe(HOME)
  expect(headers['set-cookie']).toBeUndefined()
})

test.each(['https://evil.test', '//evil.test', '/\\evil.test', 'javascript:alert(1)', '/%2f/evil.test'])(
  'the way back after an outside sign-in is no way to %s',
  async (back) => {
    const path = `/sign-in?back=${encodeURIComponent(back)}`
    expect((await server.ask({ url: path })).headers.location).toBeUndefined()
    const begun = await server.ask({ method: 'POST', url: '/api/outside-sign-in', payload: { back } })
    // Nobody answers there; what matters is what was kept of the wish.
    expect(begun.statusCode).toBe(503)
    const rows = await server.installation.db.selectFrom('access_outside_attempts').select('back').execute()
    for (const row of rows) expect(new URL(row.back ?? '/', HOME).origin).toBe(HOME)
  },
)

test.each(named(routes))('%s refuses a secret in its address', async (_, route) => {
  const call = callOf(route)
  for (const extra of ['token=x', 'access_token=x', 'ACCESS_TOKEN=x', 'api_key=x', 'authorization=Bearer%20x']) {
    const answer = await server.admin({ ...call, url: `${call.url}${call.url.includes('?') ? '&' : '?'}${extra}` })
    expect([answer.statusCode, answer.json().code], extra).toEqual([400, 'token_in_url'])
  }
  if (!route.params) return
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => String(name))
  const url = pathOf(route, Object.fromEntries(names.map((name) => [name, `otk_${'a'.repeat(43)}`])))
  expect((await server.admin({ ...call, url })).json().code).toBe('token_in_url')
})
