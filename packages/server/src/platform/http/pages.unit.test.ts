import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServer } from './http.fixture.ts'
import type { App } from './index.ts'
import { ROUTES } from '@otklik/model/routes'
import { openApiDocument } from './openapi.ts'

let app: App
const folder = mkdtempSync(join(tmpdir(), 'otklik-desk-'))
const ready = { postgres: async () => undefined, clickhouse: async () => undefined as unknown }
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__"><div id="root">')
  writeFileSync(join(folder, 'assets', 'main-1a2b3c.js'), 'export {}')
  writeFileSync(join(folder, '.env'), 'SECRET=1')
  ;({ app } = await testServer({ deskFolder: folder, ready }))
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

describe('the desk', () => {
  test.each(['/', '/packages', '/services/12-34/x', '/requests/12.345'])(
    '%s is its page, with a nonce of its own each time',
    async (url) => {
      const [first, second] = [await app.inject(url), await app.inject(url)]
      const nonce = /nonce="([^"]{20,})"/.exec(first.body)?.[1]
      expect(nonce).toBeDefined()
      expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
      expect(second.body).not.toBe(first.body)
      expect(first.headers['cache-control']).toBe('no-cache')
    },
  )

  test('keeps hashed files for ever and shows no hidden ones', async () => {
    const file = await app.inject('/assets/main-1a2b3c.js')
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    for (const url of ['/.env', '/assets/gone.js', '/assets/..%2f.env', '/index.php'])
      expect((await app.inject(url)).statusCode, url).toBe(404)
  })

  test('never stands in for a missing call', async () => {
    for (const url of ['/api/nothing', '/api'])
      expect((await app.inject(url)).headers['content-type'], url).not.toContain('id="root"')
    expect((await app.inject({ method: 'POST', url: '/packages' })).statusCode).toBe(404)
  })
})

test('every answer carries the security headers', async () => {
  for (const url of ['/', '/api/nothing', '/api/', '/health', '/assets/main-1a2b3c.js']) {
    const { headers } = await app.inject(url)
    const policy = String(headers['content-security-policy'])
    expect(policy, url).toContain(`script-src 'self';`)
    expect(policy.replace("style-src-attr 'unsafe-inline'", ''), url).not.toMatch(/unsafe|\*/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    })
    expect(headers).not.toHaveProperty('x-powered-by')
  }
})

test('https is kept once it was used', async () => {
  const { app: secure } = await testServer({ config: { publicUrl: 'https://otklik.test', trustProxy: false } })
  const { headers } = await secure.inject('/health')
  expect(headers['strict-transport-security']).toBe('max-age=31536000')
  expect(headers['content-security-policy']).toContain('upgrade-insecure-requests')
  await secure.close()
})

describe('pages for machines', () => {
  test('health and readiness', async () => {
    expect((await app.inject('/health')).json()).toEqual({ alive: true })
    expect((await app.inject('/ready')).json()).toEqual({ ready: true, parts: { postgres: true, clickhouse: true } })
    const { app: broken } = await testServer({
      ready: { ...ready, clickhouse: () => Promise.reject(new Error('secret')) },
    })
    const answer = await broken.inject('/ready')
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      { ready: false, parts: { postgres: true, clickhouse: false } },
    ])
    await broken.close()
  })

  test('metrics count by route, for the inner network only', async () => {
    await app.inject('/api/packages/123')
    const inner = await app.inject({ url: '/metrics', remoteAddress: '10.1.2.3' })
    expect(inner.body).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/health",status="200"\} \d/)
    expect(inner.body).not.toContain('/123')
    expect((await app.inject({ url: '/metrics', remoteAddress: '203.0.113.5' })).statusCode).toBe(404)
    const handedOn = { 'x-forwarded-for': '203.0.113.5' }
    expect((await app.inject({ url: '/metrics', headers: handedOn })).statusCode).toBe(404)
  })
})

test('behind a balancer the caller is whom the balancer names, not whom the caller claims to be', async () => {
  const { app: behind } = await testServer({ config: { publicUrl: 'https://otklik.test', trustProxy: true } })
  const from = (chain: string) => behind.inject({ url: '/metrics', headers: { 'x-forwarded-for': chain } })
  expect((await from('203.0.113.9, 10.0.0.1')).statusCode).toBe(200)
  expect((await from('10.0.0.1, 203.0.113.9')).statusCode).toBe(404)
  await behind.close()
})

describe('the API’s description', () => {
  const document = openApiDocument()
  const paths = document.paths as Record<string, Record<string, Record<string, unknown>>>

  test('holds every call of the contract once, with its parameters', () => {
    const operations = Object.values(paths).flatMap((path) => Object.values(path))
    const ids = operations.map((operation) => String(operation.operationId))
    expect(ids.toSorted()).toEqual(ROUTES.map(({ name }) => name).toSorted())
    for (const [path, methods] of Object.entries(paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name))
      for (const { parameters } of Object.values(methods)) {
        const described = (parameters as { in: string; name: string }[]).filter((one) => one.in === 'path')
        expect(described.map(({ name }) => name).toSorted(), path).toEqual(named.toSorted())
      }
    }
  })

  test('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '')
    expect(references.length).toBeGreaterThan(0)
    for (const path of new Set(references)) {
      const found = path.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document)
      expect(found, path).toBeDefined()
    }
  })

  test('is served, with a page whose parts come from here', async () => {
    expect((await app.inject('/api/openapi.json')).json()).toEqual(JSON.parse(JSON.stringify(document)))
    const page = await app.inject('/api/')
    const links = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? '')
    expect(links.length).toBeGreaterThan(4)
    for (const link of links)
      expect((await app.inject(new URL(link, 'http://x/api/').pathname)).statusCode, link).toBe(200)
    expect(page.body).not.toMatch(/https?:\/\//)
  })
})
