import type { FastifyReply } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { echo, fail, testServer } from './http.fixture.ts'
import { Readable } from 'node:stream'
import { type App, asDownload, sendTable, serve } from './index.ts'

let app: App
let lines: Record<string, unknown>[]
let failure: unknown
beforeAll(async () => {
  ;({ app, lines } = await testServer())
  serve(app, { ...echo, access: 'progress.read' }, ({ params, query, body }) => ({
    id: params.id,
    size: query.size ?? 0,
    name: body.name,
    secret: 'не для всех',
  }))
  serve(app, fail, () => {
    throw failure
  })
})
beforeEach(() => {
  lines.length = 0
})
afterAll(() => app.close())

const own = { origin: 'http://otklik.test', 'x-who': 'user', cookie: 'x=1' }
const post = (url: string, payload: unknown, headers: Record<string, string> = own) =>
  app.inject({ method: 'POST', url, payload: payload as object, headers })

const noDay = 'Нужен день, который есть в календаре, вида ГГГГ-ММ-ДД, с 2000 по 2099 год.'
const noMonth = 'Нужен месяц вида ГГГГ-ММ, с 2000 по 2099 год.'

describe('a call of the contract', () => {
  test('gets typed parameters and defaults, and answers with the contract’s fields only', async () => {
    const answer = await post('/api/test/echo/7?word=a', { name: 'x' })
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toEqual({ id: 7, size: 5, name: 'x' })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('takes a leap day and a period of one month', async () => {
    const answer = await post('/api/test/echo/7?day=2028-02-29&from=2026-02&to=2026-02', { name: 'x' })
    expect(answer.statusCode).toBe(201)
  })

  test.each([
    ['an unknown field of the body', '/1', { name: 'x', extra: 1 }, [['extra', 'Такого поля нет.']]],
    ['an unknown field inside', '/1', { name: 'x', inner: { n: 1, m: 2 } }, [['inner.m', 'Такого поля нет.']]],
    ['an unknown field of the query', '/1?sizes=3', { name: 'x' }, [['sizes', 'Такого поля нет.']]],
    ['a missing field', '/1', {}, [['name', 'Обязательное поле.']]],
    ['a wrong type', '/1', { name: 5 }, [['name', 'Нужно: строка.']]],
    ['an empty text', '/1', { name: '' }, [['name', 'Не может быть пустым.']]],
    ['a long text', '/1', { name: 'x'.repeat(11) }, [['name', 'Не длиннее 10 знаков.']]],
    ['a choice', '/1?word=c', { name: 'x' }, [['word', 'Допустимо: «a», «b».']]],
    ['a number out of range', '/1?size=11', { name: 'x' }, [['size', 'Не больше 10.']]],
    ['no number', '/1?size=ten', { name: 'x' }, [['size', 'Нужно: целое число.']]],
    ['half a number', '/1?size=1.5', { name: 'x' }, [['size', 'Нужно: целое число.']]],
    ['a repeated parameter', '/1?size=1&size=2', { name: 'x' }, [['size', 'Нужно: целое число.']]],
    ['a bad path', '/0', { name: 'x' }, [['id', 'Не меньше 1.']]],
    ['a nullable number', '/1', { name: 'x', inner: { n: -1 } }, [['inner.n', 'Не меньше 0.']]],
    ['a zero character', '/1', { name: 'a\0b' }, [['name', 'Знак с кодом 0 не принимается.']]],
    ['a day that is none', '/1?day=2026-02-30', { name: 'x' }, [['day', noDay]]],
    ['a day of no month', '/1?day=2026-13-40', { name: 'x' }, [['day', noDay]]],
    ['a day of another form', '/1?day=22.11.2026', { name: 'x' }, [['day', noDay]]],
    ['a day of the first year', '/1?day=0001-01-01', { name: 'x' }, [['day', noDay]]],
    ['a month that is none', '/1?from=2026-13', { name: 'x' }, [['from', noMonth]]],
    ['a month of the first year', '/1?from=0001-01', { name: 'x' }, [['from', noMonth]]],
    ['a period that ends first', '/1?from=2026-03&to=2026-02', { name: 'x' }, [['to', 'Конец периода раньше начала.']]],
    ['no object', '/1', [1], [['', 'Нужно: объект.']]],
  ])('refuses %s', async (_name, url, body, errors) => {
    const answer = await post(`/api/test/echo${url}`, body)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors).toEqual(errors.map(([path, message]) => ({ path, message })))
    expect(answer.json().code).toBe('invalid_request')
  })

  test('asks who comes before it reads what was sent', async () => {
    const broken = { ...own, 'content-type': 'application/json' }
    const nobody = await app.inject({
      method: 'POST',
      url: '/api/test/echo/0',
      payload: '{',
      headers: { ...broken, 'x-who': '' },
    })
    expect(nobody.json().code).toBe('sign_in_first')
    const user = await app.inject({ method: 'POST', url: '/api/test/echo/1', payload: '{', headers: broken })
    expect(user.json().code).toBe('invalid_json')
  })

  test('refuses other content types, too large bodies and keys that would change prototypes', async () => {
    expect((await post('/api/test/echo/1', { name: 'x'.repeat(1024 ** 2) })).json()).toMatchObject({
      status: 413,
      detail: 'Принимается не больше 1 МБ.',
    })
    const xml = { ...own, 'content-type': 'application/xml' }
    expect(
      (await app.inject({ method: 'POST', url: '/api/test/echo/1', payload: '<a/>', headers: xml })).statusCode,
    ).toBe(415)
    const json = { ...own, 'content-type': 'application/json' }
    const payload = '{"name":"x","__proto__":{"admin":true}}'
    expect((await app.inject({ method: 'POST', url: '/api/test/echo/1', payload, headers: json })).statusCode).toBe(400)
  })
})

describe('a write from another site', () => {
  const body = { name: 'x' }
  test.each([
    ['another origin', { ...own, origin: 'http://evil.test' }, 403],
    ['no origin but a cookie', { 'x-who': 'user', cookie: 'x=1' }, 403],
    ['an origin of null', { ...own, origin: 'null' }, 403],
    ['a sibling site', { ...own, 'sec-fetch-site': 'same-site' }, 403],
    ['cross-site, whatever the origin says', { ...own, 'sec-fetch-site': 'cross-site' }, 403],
    ['this site', { ...own, 'sec-fetch-site': 'same-origin' }, 201],
    [
      'the same host behind another port of the public address',
      { ...own, host: 'inner:8080', origin: 'http://inner:8080' },
      201,
    ],
    ['a token, which no browser adds by itself', { 'x-who': 'user', authorization: 'Bearer x' }, 201],
  ])('%s', async (_name, headers, status) => {
    const answer = await post('/api/test/echo/1', body, headers)
    expect(answer.statusCode).toBe(status)
    if (status === 403) expect(answer.json().code).toBe('foreign_origin')
  })
})

describe('a problem', () => {
  test('has the shape of RFC 9457 and the number of the log line', async () => {
    const answer = await app.inject('/api/nothing')
    const id = String(answer.headers['x-request-id'])
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.json()).toEqual({
      type: '/api/problems/no_such_path',
      title: 'Нет такого адреса',
      status: 404,
      detail: 'Проверьте адрес и метод запроса.',
      code: 'no_such_path',
      instance: `urn:uuid:${id}`,
    })
    expect(lines).toContainEqual(expect.objectContaining({ reqId: id, path: '/api/nothing', status: 404 }))
  })

  test('has a page where its type leads', async () => {
    const page = await app.inject('/api/problems/no_such_path')
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.body).toContain('<h1>Нет такого адреса</h1>')
    expect(page.body).toContain('Проверьте адрес и номер.')
    expect((await app.inject('/api/problems/nothing')).statusCode).toBe(404)
  })

  test('of ours tells the caller nothing and the log everything', async () => {
    failure = new Error('password=hunter2 at /srv/otklik/db.ts')
    const answer = await app.inject('/api/test/fail')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toMatch(/hunter2|srv|Error/)
    expect(JSON.stringify(lines)).toContain('hunter2')
  })

  test('of a lost database says that it is for a while', async () => {
    failure = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    const answer = await app.inject('/api/test/fail')
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '30'])
  })

  test.each(['ENOSPC', '53100'])('of a full disk says so, to the log with its cause: %s', async (code) => {
    failure = Object.assign(new Error('write'), { code })
    const answer = await app.inject('/api/test/fail')
    expect([answer.statusCode, answer.json().code]).toEqual([507, 'no_space'])
    expect(JSON.stringify(lines)).toContain(code)
  })

  test.each(['/%', '/api/%zz', '/api/test/echo/1/..%2f..%2fetc'])('answers %s as well', async (url) => {
    const answer = await app.inject(url)
    expect(answer.headers['content-type']).toContain('problem+json')
    expect([400, 404]).toContain(answer.statusCode)
  })

  test('of a bad token is told even where nobody need sign in', async () => {
    const answer = await app.inject({ url: '/api/test/fail', headers: { authorization: 'Bearer bad' } })
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'invalid_token'])
    expect(answer.headers['www-authenticate']).toBe('Bearer')
  })
})

describe('an answer that a handler sends by itself, after it waited for something', () => {
  const sent: [string, (reply: FastifyReply) => FastifyReply, number][] = [
    [
      'a table',
      (reply) => sendTable(reply, { name: 'x', columns: [{ key: 'n', title: 'n' }], rows: [{ n: 1 }] }, 'csv'),
      200,
    ],
    ['a file', (reply) => asDownload(reply, 'x.zip', 'application/zip').send(Readable.from(['x'])), 200],
    ['an address to go to', (reply) => reply.redirect('/there', 303), 303],
  ]
  test.each(sent)('%s leaves no warning in the log', async (_name, send, status) => {
    const { app: own, lines: logged } = await testServer()
    const { answer: _, ...fileRoute } = fail
    serve(own, { ...fileRoute, stream: 'download' }, async ({ reply }) => {
      await Promise.resolve()
      return send(reply)
    })
    expect((await own.inject(fail.path)).statusCode).toBe(status)
    await own.close()
    expect(logged.filter(({ level }) => Number(level) >= 40)).toEqual([])
  })
})

test('the log holds no query, no cookie and no token', async () => {
  await app.inject({ url: '/api/test/fail?q=secret-search', headers: { cookie: 'otklik_session=secret-cookie' } })
  await app.inject({ url: '/api/otk_0123456789abcdef0123/x', headers: { authorization: 'Bearer secret-token' } })
  expect(JSON.stringify(lines)).not.toMatch(/secret-|otk_0/)
})

test('too many calls from one address are put off', async () => {
  const { app: limited } = await testServer()
  serve(limited, fail, () => ({}), { perMinute: 2 })
  const codes = []
  for (let n = 0; n < 3; n++) codes.push((await limited.inject('/api/test/fail')).statusCode)
  expect(codes).toEqual([200, 200, 429])
  const answer = await limited.inject('/api/test/fail')
  expect(answer.json()).toMatchObject({ code: 'too_many_requests', title: 'Слишком много запросов' })
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  await limited.close()
})
