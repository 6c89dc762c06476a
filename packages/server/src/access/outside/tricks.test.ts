import type { ServerResponse } from 'node:http'
import { exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { attemptCookie, CALLBACK, hasSession, oidcOf, type OutsideServer, outsideServer } from './outside.fixture.ts'
import { CLIENT } from './real-provider.fixture.ts'
import { type TrickProvider, type Tricks, trickProvider } from './trick-provider.fixture.ts'

const databases = testDatabases()
let provider: TrickProvider
let server: OutsideServer
beforeAll(async () => {
  provider = await trickProvider()
  server = await outsideServer(databases.db, oidcOf(provider.issuer), { timeoutMs: 500, maxBytes: 20_000 })
})
afterEach(() => {
  provider.tricks = {}
})
afterAll(async () => {
  await server.app.close()
  await provider.stop()
})

const TRUSTED = '/sign-in?trouble=unknown_identity'
const REFUSED = '/sign-in?trouble=failed'

/** Goes out and comes back with a code; `more` is put over the way back. @returns where the browser is sent. */
async function attempt(tricks: Tricks = {}, more: Record<string, string> = {}) {
  const begun = await server.begin()
  expect(begun.statusCode, begun.body).toBe(200)
  const { searchParams } = new URL(begun.json().url)
  provider.nonce = searchParams.get('nonce') ?? ''
  provider.tricks = tricks
  const state = searchParams.get('state') ?? ''
  const query = new URLSearchParams({ code: 'c', state, iss: provider.issuer, ...more })
  const answer = await server.comeBack(new URL(`${CALLBACK}?${query}`), attemptCookie(begun))
  expect(hasSession(answer)).toBe(false)
  return answer.headers.location
}

test('a good token is believed: only its owner is not known here', async () => {
  expect(await attempt()).toBe(TRUSTED)
})

describe('a token is refused', () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const hs256 = (key: string | Uint8Array) => (claims: JWTPayload) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .sign(typeof key === 'string' ? Buffer.from(key) : key)

  test.each(['none', 'NONE', ''])('without a signature, alg %j', async (alg) => {
    const sign = (claims: JWTPayload) => `${encode({ alg })}.${encode(claims)}.`
    expect(await attempt({ sign })).toBe(REFUSED)
  })
  test('signed with the public key as a secret', async () => {
    expect(await attempt({ sign: hs256(await exportSPKI(provider.publicKey)) })).toBe(REFUSED)
  })
  test('signed with the client’s secret', async () => {
    expect(await attempt({ sign: hs256(CLIENT.clientSecret.padEnd(32)) })).toBe(REFUSED)
  })
  test('signed by another key of the same name, or one that the token brings along', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
    const jwk = await crypto.subtle.exportKey('jwk', publicKey)
    expect(await attempt({ sign: (claims) => provider.sign(claims, {}, privateKey) })).toBe(REFUSED)
    expect(await attempt({ sign: (claims) => provider.sign(claims, { jwk, kid: 'two' }, privateKey) })).toBe(REFUSED)
  })
  test('with its claims changed after signing', async () => {
    const sign = async (claims: JWTPayload) => {
      const [header, , signature] = (await provider.sign(claims)).split('.')
      return `${header}.${encode({ ...claims, sub: 'boris' })}.${signature}`
    }
    expect(await attempt({ sign })).toBe(REFUSED)
  })
  test('with demands that nobody here understands', async () => {
    const sign = (claims: JWTPayload) =>
      `${encode({ alg: 'RS256', kid: 'one', crit: ['x'], x: 1 })}.${encode(claims)}.AA`
    expect(await attempt({ sign })).toBe(REFUSED)
  })

  const seconds = Math.floor(Date.now() / 1000)
  test.each<[string, JWTPayload]>([
    ['for another client', { aud: 'another' }],
    ['for several, issued to another', { aud: [CLIENT.clientId, 'another'], azp: 'another' }],
    ['of another issuer', { iss: 'https://evil.test' }],
    ['without an issuer', { iss: undefined }],
    ['with the nonce of another attempt', { nonce: 'A'.repeat(43) }],
    ['without a nonce', { nonce: undefined }],
    ['that has expired', { iat: seconds - 7200, exp: seconds - 3600 }],
    ['without an end', { exp: undefined }],
    ['that is not good yet', { nbf: seconds + 3600 }],
    ['without a subject', { sub: undefined }],
    ['with an empty subject', { sub: '' }],
    ['with a subject that breaks lines', { sub: 'anna\nboris' }],
    ['with a zero in its subject', { sub: 'anna\0' }],
    ['with a subject without end', { sub: 'a'.repeat(10_000) }],
  ])('%s', async (_, claims) => {
    expect(await attempt({ claims })).toBe(REFUSED)
  })
  test('that is missing', async () => {
    const answer = { access_token: 'x', token_type: 'bearer' }
    expect(await attempt({ answers: { '/token': (_, response) => json(response, answer) } })).toBe(REFUSED)
  })
})

describe('the way back is refused', () => {
  test('with the mark of another issuer, or without the promised one', async () => {
    expect(await attempt({}, { iss: 'https://evil.test' })).toBe(REFUSED)
    expect(await attempt({}, { iss: '' })).toBe(REFUSED)
  })
  test('with another state', async () => {
    expect(await attempt({}, { state: 'A'.repeat(43) })).toBe('/sign-in?trouble=expired')
    expect(await attempt({}, { state: '' })).toBe('/sign-in?trouble=expired')
  })
  test('without a code', async () => {
    expect(await attempt({}, { code: '' })).toBe(REFUSED)
  })
  test('with two codes, two states, or a token instead', async () => {
    const begun = await server.begin()
    const state = new URL(begun.json().url).searchParams.get('state') ?? ''
    const twice = await server.comeBack(new URL(`${CALLBACK}?code=c&state=${state}&state=x`), attemptCookie(begun))
    expect(twice.statusCode).toBe(400)
    const token = new URL(`${CALLBACK}?access_token=x&id_token=y&state=${state}`)
    expect((await server.comeBack(token, attemptCookie(begun))).statusCode).toBe(400)
    const codes = new URL(`${CALLBACK}?code=c&code=d&state=${state}`)
    expect((await server.comeBack(codes, attemptCookie(begun))).statusCode).toBe(400)
  })
  test('and none of the provider’s words gets into the address', async () => {
    const told = await attempt({}, { error: '"><script>', error_description: '<img src=x onerror=alert(1)>', code: '' })
    expect(told).toMatch(/^\/sign-in\?trouble=(denied|failed)$/)
  })
})

describe('an answer of the provider', () => {
  const reached: string[] = []
  const redirect = (to: string) => (_: unknown, response: ServerResponse) =>
    void response.writeHead(307, { location: to }).end()

  test('that leads elsewhere is not followed', async () => {
    const { issuer } = provider
    const answers = { '/elsewhere': () => void reached.push('elsewhere') }
    expect(await attempt({ answers: { ...answers, '/token': redirect(`${issuer}/elsewhere`) } })).toBe(REFUSED)
    expect(reached).toEqual([])
    expect(await discovered({ answers: { ...answers, [ABOUT]: redirect(`${issuer}/elsewhere`) } })).toBe(503)
    expect(reached).toEqual([])
  })
  test('without end is not read to the end', async () => {
    const endless = (_: unknown, response: ServerResponse) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const more = () => void (response.destroyed || response.write(' '.repeat(65_536), () => setImmediate(more)))
      more()
    }
    expect(await discovered({ answers: { [ABOUT]: endless } })).toBe(503)
    expect(await attempt({ answers: { '/token': endless } })).toBe(REFUSED)
  })
  test.each([
    ['that does not come', () => undefined],
    [
      'that comes by the drop',
      (_: unknown, response: ServerResponse) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        const timer = setInterval(() => response.write(' '), 50)
        response.once('close', () => clearInterval(timer))
      },
    ],
  ])('%s is not waited for', async (_, slow) => {
    const begun = Date.now()
    expect(await discovered({ answers: { [ABOUT]: slow } })).toBe(503)
    expect(await attempt({ answers: { '/token': slow } })).toBe(REFUSED)
    expect(Date.now() - begun).toBeLessThan(5000)
  })
  test.each(['<html>', '[]', 'null', '{}', ''])('that is %j is no description', async (body) => {
    const page = (_: unknown, response: ServerResponse) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(body)
    expect(await discovered({ answers: { [ABOUT]: page } })).toBe(503)
  })
})

describe('a description is not believed', () => {
  test.each<[string, Record<string, unknown>]>([
    ['keys at a metadata service', { jwks_uri: 'http://169.254.169.254/latest/meta-data' }],
    ['keys at another port of the host', { jwks_uri: 'http://127.0.0.1:1/jwks' }],
    ['keys in a file', { jwks_uri: 'file:///etc/passwd' }],
    ['codes to another host', { token_endpoint: 'https://evil.test/token' }],
    ['people to another host', { authorization_endpoint: 'https://evil.test/authorize' }],
    ['people to a script', { authorization_endpoint: 'javascript:alert(1)' }],
    ['an endpoint that is not used', { userinfo_endpoint: 'https://evil.test/who' }],
    ['an endpoint that is no address', { token_endpoint: 7 }],
    ['another issuer', { issuer: 'https://evil.test' }],
    ['the issuer in another spelling', { issuer: 'HTTP://127.0.0.1.evil.test' }],
  ])('that sends %s', async (_, metadata) => {
    provider.paths.length = 0
    expect(await discovered({ metadata })).toBe(503)
    expect(provider.paths).toEqual([ABOUT])
  })
  test('about unsigned tokens', async () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const lax = { id_token_signing_alg_values_supported: ['none', 'HS256', 'RS256'] }
    provider.tricks = { metadata: lax }
    const before = server
    server = await outsideServer(databases.db, oidcOf(provider.issuer), { timeoutMs: 500, maxBytes: 20_000 })
    try {
      const answer = await attempt({ sign: (claims) => `${encode({ alg: 'none' })}.${encode(claims)}.` })
      expect(answer).toBe(REFUSED)
    } finally {
      await server.app.close()
      server = before
    }
  })
})

test('a provider that does not answer is told of, and tried again the next time', async () => {
  const fresh = await outsideServer(databases.db, oidcOf(provider.issuer), { timeoutMs: 500, maxBytes: 20_000 })
  provider.tricks = { answers: { [ABOUT]: (_, response) => void response.writeHead(500).end() } }
  const failed = await fresh.begin()
  expect([failed.statusCode, failed.json().code]).toEqual([503, 'outside_unavailable'])
  expect(failed.json().detail).toContain('«Портал»')
  provider.tricks = {}
  expect((await fresh.begin()).statusCode).toBe(200)
  await fresh.app.close()
})

const ABOUT = '/.well-known/openid-configuration'

/** How a sign-in begins at a server that hears of the provider for the first time. */
async function discovered(tricks: Tricks): Promise<number> {
  const fresh = await outsideServer(databases.db, oidcOf(provider.issuer), { timeoutMs: 500, maxBytes: 20_000 })
  provider.tricks = tricks
  const { statusCode } = await fresh.begin()
  provider.tricks = {}
  await fresh.app.close()
  return statusCode
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
