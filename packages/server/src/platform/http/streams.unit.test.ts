import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { events, testServer, upload } from './http.fixture.ts'
import { type App, type ServerSentEvent, serve, serveUpload, sse } from './index.ts'

const MAX = 3 * 1024 ** 2
let app: App
let url: string
let received: number
let endings: string[]
let source: (asked: { signal: AbortSignal; lastEventId: string | undefined }) => AsyncIterable<ServerSentEvent>
let ended: Promise<void>

beforeEach(async () => {
  ;({ app } = await testServer())
  received = 0
  endings = []
  serveUpload(
    app,
    upload,
    async ({ body, request }) => {
      if (request.headers['x-unread'] !== undefined) return { bytes: -1 }
      received = 0
      try {
        for await (const chunk of body) received += (chunk as Buffer).length
      } catch (error) {
        endings.push(error instanceof Error && 'code' in error ? String(error.code) : 'unknown')
        throw error
      }
      return { bytes: received }
    },
    { maxBytes: MAX, idleMs: 300 },
  )
  serve(app, events, ({ reply }) => sse(reply, (asked) => source(asked), { heartbeatMs: 20 }))
  url = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterEach(() => app.close())

const send = (body: BodyInit, type?: string, headers: Record<string, string> = {}) =>
  fetch(`${url}${upload.path}`, {
    method: 'POST',
    body,
    headers: { ...(type && { 'content-type': type }), ...headers },
    duplex: 'half',
  } as RequestInit)

describe('an upload', () => {
  test.each([
    'text/csv',
    'application/zip',
    'application/octet-stream',
    'application/json',
    'text/csv; charset=windows-1251',
  ])('of %s comes as bytes', async (type) => {
    const answer = await send(Buffer.from('{"не":"json"'), type)
    expect([answer.status, await answer.json()]).toEqual([202, { bytes: 14 }])
  })

  test('without a type, and without a body', async () => {
    expect(await (await send(new Uint8Array([1, 2, 3]))).json()).toEqual({ bytes: 3 })
    expect(await (await send('')).json()).toEqual({ bytes: 0 })
  })

  test('past the limit is refused at once by its length, and in the stream without one', async () => {
    const long = new Uint8Array(MAX + 1)
    expect((await send(long, 'text/csv')).status).toBe(413)
    expect(received).toBe(0)
    const chunks = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 4; n++) controller.enqueue(new Uint8Array(1024 ** 2))
        controller.close()
      },
    })
    const answer = await send(chunks, 'text/csv')
    expect([answer.status, (await answer.json()).code]).toEqual([413, 'too_large'])
    expect(received).toBeLessThanOrEqual(MAX)
  })

  test('as a form is refused with a word on how to send it', async () => {
    const form = new FormData()
    form.append('file', new Blob(['x']))
    const answer = await send(form)
    expect([answer.status, (await answer.json()).code]).toEqual([415, 'unsupported_media'])
  })

  test('that nobody reads does not hold the connection', async () => {
    const answer = await send(new Uint8Array(MAX), 'text/csv', { 'x-unread': 'yes' })
    expect(await answer.json()).toEqual({ bytes: -1 })
    expect((await send('abc', 'text/csv')).status).toBe(202)
  })

  test('that ends after its answer, while the server stops, does not keep it', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    const head = `POST ${upload.path} HTTP/1.1\r\nhost: x\r\nx-unread: yes\r\ncontent-length: 20\r\n\r\n`
    const answer = new Promise<string>((resolve) => socket.once('data', (bytes) => resolve(String(bytes))))
    socket.write(`${head}0123456789`)
    expect(await answer).toContain('202')
    const stopped = app.close().then(() => 'stopped')
    await sleep(50)
    socket.write('0123456789')
    expect(await Promise.race([stopped, sleep(5000, 'still there')])).toBe('stopped')
    socket.destroy()
  })

  test('that stops without ending is told so', async () => {
    const asked = httpRequest(`${url}${upload.path}`, { method: 'POST', headers: { 'content-length': '100' } })
    asked.write('part')
    const status = await new Promise((resolve, reject) => {
      asked.once('response', (answer) => resolve(answer.statusCode))
      asked.once('error', reject)
    })
    expect([status, endings]).toEqual([408, ['too_slow']])
    asked.destroy()
  })

  test('whose sender goes away is not taken for a whole file', async () => {
    const asked = httpRequest(`${url}${upload.path}`, { method: 'POST', headers: { 'content-length': '100' } })
    asked.on('error', () => undefined)
    asked.write('part')
    await until(() => received === 4)
    asked.destroy()
    await until(() => endings.length === 1)
    expect(endings).toEqual(['client_gone'])
  })
})

describe('events', () => {
  /** Reads until the text matches; then leaves, as a closed page does. */
  async function read(pattern: RegExp, headers: Record<string, string> = {}): Promise<string> {
    const leave = new AbortController()
    const answer = await fetch(`${url}${events.path}`, { headers, signal: leave.signal })
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    let text = ''
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      if (pattern.test(text)) break
    }
    leave.abort()
    return text
  }

  test('come as they happen, with heartbeats between, and the source hears of the leaving', async () => {
    let told = () => {}
    ended = new Promise((resolve) => {
      told = resolve
    })
    source = async function* ({ signal }) {
      signal.addEventListener('abort', () => told())
      yield { id: '1', data: { n: 1, text: 'строка\nвторая' } }
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
    }
    const text = await read(/:\n\n.*:\n\n/s)
    expect(text).toContain('retry: 2000\n\nid: 1\ndata: {"n":1,"text":"строка\\nвторая"}\n\n')
    await ended
    expect(app.openStreams.size).toBe(0)
  })

  test('are resumed after the last one seen', async () => {
    source = async function* ({ lastEventId }) {
      yield { id: String(Number(lastEventId) + 1), data: {} }
    }
    expect(await read(/data/, { 'last-event-id': '41' })).toContain('id: 42\n')
  })

  test('end with a problem when the source fails, without its inner words', async () => {
    source = async function* () {
      yield { data: 1 }
      throw new Error('secret')
    }
    const text = await read(/never/)
    expect(text).toMatch(/event: problem\ndata: \{.*"code":"internal"/)
    expect(text).not.toContain('secret')
  })

  test('do not keep a stopping server', async () => {
    source = async function* () {
      yield { data: 1 }
      await new Promise(() => undefined)
    }
    const reading = read(/never/)
    await until(() => app.openStreams.size === 1)
    await app.close()
    expect(await reading).toContain('data: 1')
  })
})

test('bytes that are no HTTP are answered and the server goes on', async () => {
  const { port, hostname } = new URL(url)
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write('\u0016\u0003\u0001nonsense\r\n\r\n'))
    let text = ''
    socket.on('data', (chunk) => {
      text += String(chunk)
    })
    socket.on('close', () => resolve(text))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400/)
  expect((await fetch(`${url}/health`)).status).toBe(200)
})

async function until(condition: () => boolean): Promise<void> {
  for (let n = 0; n < 200; n++) {
    if (condition()) return
    await sleep(10)
  }
  throw new Error('waited two seconds in vain')
}
