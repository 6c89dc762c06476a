import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { type AccessServer, accessServer, administrator } from '../access.fixture.ts'

const databases = testDatabases()
let server: AccessServer
let cookie: string
beforeAll(async () => {
  server = await accessServer(databases.db)
  cookie = await administrator(server)
})
afterAll(() => server.app.close())

const text = fc.string({ unit: 'binary', maxLength: 40 })
const word = fc.oneof(text, fc.constantFrom('mfc', '..', '%00', '\0', '\ud800', "' OR 1=1 --", '2027-01-01T00:00:00Z'))
const call = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
  path: fc.oneof(
    fc.constantFrom('/api/session', '/api/first-administrator', '/api/suppliers'),
    fc.constantFrom('/api/session/second-factor', '/api/session/membership', '/api/password-resets/completion'),
    fc.constantFrom('/api/password-resets', '/api/my/access', '/api/my/password', '/api/my/second-factor'),
    fc.constantFrom('/api/my/second-factor/removal', '/api/my/recovery-codes'),
    word.map((id) => `/api/my/sessions/${encode(id)}`),
    word.map((code) => `/api/suppliers/${encode(code)}`),
    fc.tuple(word, word).map(([code, id]) => `/api/suppliers/${encode(code)}/tokens/${encode(id)}`),
    word.map((code) => `/api/suppliers/${encode(code)}/tokens`),
    text.map((rest) => `/${rest.replace(/[^\x21-\x7e]/g, '%')}`),
  ),
  body: fc.option(
    fc.oneof(
      fc.jsonValue(),
      fc.record({ login: word, password: word }),
      fc.record({ token: word, login: word, name: word, password: word }),
      fc.record({ name: word }),
      fc.record({ code: word }),
      fc.record({ membership: word }),
      fc.record({ current: word, password: word }),
      fc.record({ label: word, expiresAt: word }, { requiredKeys: ['label'] }),
    ),
  ),
  authorization: fc.option(word.map((token) => `Bearer ${token.replace(/[^\x20-\x7e]/g, '?')}`)),
})

function encode(word: string): string {
  return encodeURIComponent(word.toWellFormed())
}

test('nothing that anyone sends makes the server fail', async () => {
  await fc.assert(
    fc.asyncProperty(call, async ({ method, path, body, authorization }) => {
      const headers = { cookie, ...(authorization && { authorization }), 'content-type': 'application/json' }
      const payload = body === null ? undefined : JSON.stringify(body)
      const answer = await server.ask({ method, url: path, payload, headers })
      expect(answer.statusCode, answer.body).toBeLessThan(500)
      if (answer.statusCode >= 400)
        expect(answer.json()).toMatchObject({ status: answer.statusCode, detail: expect.any(String) })
      // Signing out is among the calls.
      if (method === 'DELETE' && path === '/api/session') cookie = await administrator(server)
    }),
    { numRuns: 400 },
  )
}, 120_000)
