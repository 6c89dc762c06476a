import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { callOf, pathOf, routes } from './contract.fixture.ts'
import { credentials, house, HOME, sendRaw } from './house.fixture.ts'

const server = house()
const statusesOf = (said: string) => [...said.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))

describe('a method that the contract does not know', () => {
  const paths = [...new Set(routes.map(({ route }) => route.path))]
  test.each(paths)('of %s is refused', async (path) => {
    const own = routes.filter(({ route }) => route.path === path).map(({ route }) => route)
    const url = own[0] ? pathOf(own[0], { id: '1' }) : path
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const) {
      if (own.some((route) => route.method === method)) continue
      const answer = await server.admin({ method, url })
      // Another route may have a parameter where this one has a word.
      expect([400, 403, 404, 405], `${method} ${url} → ${answer.statusCode} ${answer.body}`).toContain(
        answer.statusCode,
      )
    }
  })
  test.each(['TRACE', 'CONNECT', 'PROPFIND', 'GARBAGE', 'get'])('%s does nothing', async (method) => {
    const said = await sendRaw(
      server.port,
      `${method} /api/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      500,
    )
    for (const status of statusesOf(said)) expect(status).toBeGreaterThanOrEqual(400)
    expect(said).not.toContain('firstStart')
  })
  test('is not slipped in by a header or a field', async () => {
    const headers = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' }
    const answer = await server.admin({ url: '/api/session', headers })
    expect(answer.json().session.user.login).toBe('admin')
    expect((await server.admin({ url: '/api/session?_method=DELETE' })).statusCode).toBe(400)
  })
})

describe('two readings of where a request ends', () => {
  const inner = 'GET /api/session?smuggled HTTP/1.1\r\nHost: x\r\n\r\n'
  const head = 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
  test.each([
    ['both lengths', `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`],
    ['two lengths', `${head}Content-Length: 4\r\nContent-Length: 40\r\n\r\n{}  ${inner}`],
    ['a list of lengths', `${head}Content-Length: 4, 40\r\n\r\n{}  ${inner}`],
    ['a length with a sign', `${head}Content-Length: +4\r\n\r\n{}  ${inner}`],
    ['a length in hexadecimal', `${head}Content-Length: 0x4\r\n\r\n{}  ${inner}`],
    ['a negative length', `${head}Content-Length: -1\r\n\r\n${inner}`],
    ['a space before the colon', `${head}Transfer-Encoding : chunked\r\nContent-Length: 4\r\n\r\n{}  ${inner}`],
    ['an unknown encoding', `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${inner}`],
    ['an encoding after chunked', `${head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${inner}`],
    ['two encodings', `${head}Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n${inner}`],
    ['a folded header', `${head}X: y\r\n Content-Length: 40\r\nContent-Length: 4\r\n\r\n{}  ${inner}`],
    ['a zero in a header', `${head}X: a\0b\r\nContent-Length: 4\r\n\r\n{}  ${inner}`],
    ['a chunk with a wrong size', `${head}Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n${inner}`],
    [
      'a chunk whose size overflows',
      `${head}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff2\r\n{}\r\n0\r\n\r\n${inner}`,
    ],
    ['lines ended by line feeds alone', `${head}Transfer-Encoding: chunked\n\n0\n\n${inner}`],
  ])('%s: the request is refused and nothing after it is heard', async (_, bytes) => {
    const said = await sendRaw(server.port, bytes, 1500)
    expect(said).not.toContain('firstStart')
    expect(statusesOf(said).filter((status) => status < 400)).toEqual([])
    expect(statusesOf(said).length).toBeLessThanOrEqual(1)
  })
  test('one after another over one connection they are two', async () => {
    const two = `GET /health HTTP/1.1\r\nHost: x\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`
    expect(statusesOf(await sendRaw(server.port, two))).toEqual([200, 200])
  })
})

describe('too much', () => {
  test('of a JSON body is refused by every call before it is sent', async () => {
    const bodies = routes.filter((one) => one.route.body)
    const refused = bodies.map(async ({ name, route }) => {
      const { method, url } = callOf(route, { id: '1' })
      const shown = Object.entries(credentials(route, server.cookie)).map(([name, value]) => `${name}: ${value}\r\n`)
      const from = `Host: x\r\n${shown.join('')}Origin: ${HOME}\r\n`
      const head = `${method} ${url} HTTP/1.1\r\n${from}Content-Type: application/json\r\nContent-Length: 1100000\r\n\r\n`
      const said = await sendRaw(server.port, head, 2000)
      expect(statusesOf(said), name).toEqual([413])
    })
    await Promise.all(refused)
  })
  test('of a JSON body that does not tell its length is cut off', async () => {
    const head = `POST /api/session HTTP/1.1\r\nHost: x\r\nOrigin: ${HOME}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`
    const pieces = Array.from({ length: 40 }, () => `8000\r\n${' '.repeat(0x8000)}\r\n`)
    expect(statusesOf(await sendRaw(server.port, [head, ...pieces], 2000))).toEqual([413])
  })
  test('of a file is refused, also when it is packed', async () => {
    await server.admin({ method: 'PUT', url: '/api/suppliers/mfc', payload: { name: 'МФЦ' } })
    const url = '/api/packages?supplier=mfc&date=2026-06-30&name=a.csv'
    const headers = { 'content-type': 'text/csv' }
    const answer = await server.admin({ method: 'POST', url, payload: 'a'.repeat(1_100_000), headers })
    expect(answer.statusCode).toBe(413)
  })
  test('of nesting, of fields and of unpacked bytes ends in a refusal', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const wide = `{${Array.from({ length: 50_000 }, (_, n) => `"f${n}":1`).join(',')}}`
    for (const payload of [deep, `{"login":${deep},"password":"x"}`, wide]) {
      const answer = await server.ask({
        method: 'POST',
        url: '/api/session',
        payload,
        headers: { 'content-type': 'application/json' },
      })
      expect(answer.statusCode).toBe(400)
    }
    const packed = gzipSync(Buffer.alloc(50_000_000, ' '))
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    const answer = await server.ask({ method: 'POST', url: '/api/session', payload: packed, headers })
    expect([400, 415]).toContain(answer.statusCode)
  })
  test('of an address and of headers ends in a refusal', async () => {
    const long = await sendRaw(server.port, `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)
    const many = await sendRaw(server.port, `GET / HTTP/1.1\r\nHost: x\r\n${'X-A: b\r\n'.repeat(20_000)}\r\n`)
    for (const said of [long, many]) expect(statusesOf(said)[0]).toBeGreaterThanOrEqual(400)
    const query = Array.from({ length: 1000 }, (_, n) => `a${n}=1`).join('&')
    expect((await server.admin({ url: `/api/people?${query}` })).statusCode).toBe(400)
  })
})

describe('too slowly', () => {
  test.concurrent('sent headers end their connections, others are served meanwhile', { timeout: 60_000 }, async () => {
    const begun = Date.now()
    const slow = Array.from({ length: 50 }, () => drip('GET / HTTP/1.1\r\nHost: x\r\n', 'X-a: b\r\n'))
    await sleep(1000)
    expect((await fetch(`http://127.0.0.1:${server.port}/health`)).status).toBe(200)
    await Promise.all(slow)
    expect(Date.now() - begun).toBeLessThan(40_000)
  })
  test.concurrent('sent bodies end their connections', { timeout: 120_000 }, async () => {
    const head = `POST /api/session HTTP/1.1\r\nHost: x\r\nOrigin: https://otklik.test\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n`
    const begun = Date.now()
    await drip(head, ' ')
    expect(Date.now() - begun).toBeLessThan(45_000)
  })
})

/** Sends a little every second until the server ends the connection. */
function drip(head: string, piece: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(head))
    const timer = setInterval(() => socket.write(piece), 1000)
    socket.on('data', () => undefined)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearInterval(timer)
      resolve()
    })
  })
}
