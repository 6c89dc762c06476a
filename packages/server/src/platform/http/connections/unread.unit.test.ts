import type { IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { echo, testServer, upload } from '../http.fixture.ts'
import { type App, serve, serveUpload } from '../index.ts'

const MIB = 1024 ** 2
let app: App
let stopped: Promise<unknown> | undefined
let connections: Socket[] = []
afterEach(async () => {
  await (stopped ?? app.close())
  stopped = undefined
})

async function start(patience: { unreadMs?: number; stopMs?: number } = {}): Promise<number> {
  ;({ app } = await testServer({ patience }))
  connections = []
  app.server.on('connection', (socket) => connections.push(socket))
  serveUpload(
    app,
    upload,
    async ({ body }) => {
      let bytes = 0
      for await (const chunk of body) bytes += (chunk as Buffer).length
      return { bytes }
    },
    { maxBytes: 100 * MIB },
  )
  serve(app, echo, ({ params, body }) => ({ id: params.id, size: 5, name: body.name }))
  return Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
}

interface Sender {
  readonly socket: Socket
  readonly said: () => string
  readonly closed: Promise<void>
}

function sender(port: number, head: string): Sender {
  const socket = connect(port, '127.0.0.1')
  socket.write(head)
  let said = ''
  socket.on('data', (bytes) => {
    said += String(bytes)
  })
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  return { socket, said: () => said, closed }
}

const head = (path: string, length: number, type = 'text/csv') =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`
const REFUSED = [
  ['a wrong query', `${upload.path}?zzz=1`, 'text/csv', 400],
  ['a form', upload.path, 'multipart/form-data; boundary=x', 415],
  ['no such path', '/api/nowhere', 'text/csv', 404],
  ['JSON that is too large', '/api/test/echo/1', 'application/json', 413],
] as const

test.each(REFUSED)('who sends all of it first finds the refusal after it: %s', async (_, path, type, status) => {
  const { socket, said } = sender(await start(), head(path, 8 * MIB, type))
  const piece = Buffer.alloc(MIB, 'a')
  for (let n = 0; n < 8; n++) await new Promise((sent) => socket.write(piece, sent))
  await until(() => said() !== '')
  expect(said()).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  // The same connection takes the next request.
  socket.write('GET /health HTTP/1.1\r\nHost: x\r\n\r\n')
  await until(() => said().includes('HTTP/1.1 200'))
  socket.destroy()
})

test.each([...REFUSED, ['an address that is none', '/%', 'text/csv', 400] as const])(
  'a refused body that does not end is not listened to for long: %s',
  async (_, path, type, status) => {
    const { said, closed } = sender(await start({ unreadMs: 100 }), `${head(path, 90 * MIB, type)}a`)
    expect(await Promise.race([closed, sleep(5000, 'open')])).toBeUndefined()
    expect(said()).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  },
)

test('who leaves after a refusal leaves nothing behind that would keep the process', async () => {
  const port = await start()
  const asked = new Promise<IncomingMessage>((resolve) => app.server.once('request', resolve))
  const { socket, said } = sender(port, head(`${upload.path}?zzz=1`, 90 * MIB))
  socket.write(Buffer.alloc(MIB, 'a'))
  await until(() => said() !== '')
  socket.destroy()
  const request = await asked
  await until(() => request.closed)
})

test('a stopping server waits only so long for a body that is on its way', async () => {
  const port = await start({ stopMs: 300 })
  const { socket } = sender(port, head(upload.path, 100))
  const slow = setInterval(() => socket.write('a'), 50)
  await heard(1)
  stopped = app.close()
  expect(await Promise.race([stopped, sleep(5000, 'still there')])).toBeUndefined()
  clearInterval(slow)
})

test('a stopping server finishes what ends in time, and refuses what begins only then in words', async () => {
  const port = await start()
  const uploading = sender(port, `${head(upload.path, 10)}12345`)
  const idle = sender(port, 'GET /api/test/echo/1 HTTP/1.1\r\nHost: x\r\nX-Slow')
  await heard(2)
  stopped = app.close()
  await until(() => !app.server.listening)
  idle.socket.write(': 1\r\n\r\n')
  uploading.socket.write('67890')
  await Promise.all([uploading.closed, idle.closed])
  expect(uploading.said()).toMatch(/^HTTP\/1.1 202 .*"bytes":10/s)
  expect(idle.said()).toMatch(/^HTTP\/1.1 503 .*retry-after: .*application\/problem\+json.*"code":"stopping"/is)
})

/** The server has the first bytes of so many senders. */
const heard = (senders: number) => until(() => connections.filter(({ bytesRead }) => bytesRead > 0).length === senders)

async function until(condition: () => boolean): Promise<void> {
  for (let n = 0; n < 1500; n++) {
    if (condition()) return
    await sleep(10)
  }
  throw new Error('waited fifteen seconds in vain')
}
