import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { guardedFetch } from './guarded-fetch.ts'

const server = createServer((_, response) => {
  connections.push('asked')
  response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'a=b' }).end('{}')
})
const connections: string[] = []
let port = 0
beforeAll(async () => {
  server.on('connection', () => connections.push('connected'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
beforeEach(() => {
  connections.length = 0
})
afterAll(() => server.close())

function fetchFor(issuer: string, origins: string[] = [], privateNetwork = false) {
  const own = new URL(issuer)
  const all = new Set([own.origin, ...origins.map((origin) => new URL(origin).origin)])
  const fetch = guardedFetch({ issuer: own, origins: all, privateNetwork, timeoutMs: 1000, maxBytes: 1000 })
  return (url: string) => fetch(url, { method: 'GET', headers: {}, body: undefined, redirect: 'manual' })
}

test('the operator may name this very machine', async () => {
  for (const host of ['127.0.0.1', 'localhost']) {
    const answer = await fetchFor(`http://${host}:${port}`)(`http://${host}:${port}/x`)
    expect(answer.status).toBe(200)
    expect([...answer.headers.keys()]).toEqual(['content-type'])
  }
})

test('an origin that the operator has not named is not asked', async () => {
  await expect(fetchFor('https://id.example')(`http://127.0.0.1:${port}`)).rejects.toThrow('not an origin')
  await expect(fetchFor(`http://127.0.0.1:1`)(`http://127.0.0.1:${port}`)).rejects.toThrow('not an origin')
  expect(connections).toEqual([])
})

test.each([
  'http://127.0.0.1',
  'http://localhost',
  'http://[::1]',
  'http://0.0.0.0',
  'http://2130706433',
  'http://0x7f000001',
  'http://169.254.169.254',
  'http://[::ffff:169.254.169.254]',
  'http://10.0.0.1',
  'http://192.168.0.1',
])('%s stays out of reach of a provider elsewhere, even when it is listed', async (host) => {
  const url = `${host}:${port}/x`
  await expect(fetchFor('https://id.example', [url])(url)).rejects.toThrow('inner address')
  expect(connections).toEqual([])
})

test('a name is refused by the address it has when it is connected to', async () => {
  const url = `http://localhost:${port}/x`
  await expect(fetchFor('https://id.example', [url])(url)).rejects.toThrow('localhost has an inner address')
  await expect(fetchFor('https://id.example', [url], true)(url)).rejects.toThrow('localhost has an inner address')
  expect(connections).toEqual([])
})

test('an inner network is open to a provider that stands there, its nearest surroundings are not', async () => {
  const inner = (url: string) => fetchFor('https://id.example', [url], true)(url)
  await expect(inner('http://169.254.169.254/x')).rejects.toThrow('inner address')
  await expect(inner(`http://127.0.0.1:${port}/x`)).rejects.toThrow('inner address')
  const refused = await inner('http://10.255.255.1:9/x').catch((error: unknown) => error)
  expect(String(refused)).not.toContain('inner address')
})
