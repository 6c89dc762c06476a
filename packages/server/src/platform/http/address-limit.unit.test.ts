import { defineRoute } from '@otklik/model/api'
import { Type } from 'typebox'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { problem, problems } from '../problems/index.ts'
import { networkOf } from './address-limit.ts'
import { testServer } from './http.fixture.ts'
import { type App, FAILURES, serve } from './index.ts'

const tryOne = defineRoute({
  method: 'GET',
  path: '/api/test/try',
  tag: 'Проверка',
  summary: 'Попытка',
  access: 'open',
  query: Type.Object({ right: Type.Optional(Type.Boolean()) }),
  answer: Type.Object({}),
})

let app: App
let address = 0
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  app = (await testServer()).app
  const limit = { perMinute: 3, counts: FAILURES }
  serve(app, tryOne, ({ query }) => (query.right ? {} : Promise.reject(problem(problems.notFound))), limit)
})
afterAll(async () => {
  vi.useRealTimers()
  await app.close()
})
beforeEach(() => {
  address++
})
const ask = async (right: boolean, remoteAddress = `192.0.2.${address}`, headers = {}) =>
  app.inject({ url: `/api/test/try?right=${right}`, remoteAddress, headers })
const statuses = async (asks: readonly boolean[]) => {
  const found: number[] = []
  for (const right of asks) found.push((await ask(right)).statusCode)
  return found
}

test('what succeeds uses nothing up, what fails does', async () => {
  expect(await statuses([true, true, false, true, false, true, true, false])).toEqual([
    200, 200, 404, 200, 404, 200, 200, 404,
  ])
  // Over the limit nobody can tell a right try from a wrong one.
  expect(await statuses([true, false])).toEqual([429, 429])
  expect((await ask(true, '198.51.100.1')).statusCode).toBe(200)
  vi.advanceTimersByTime(60_000)
  expect(await statuses([true, false])).toEqual([200, 404])
})

test('ten times as many are taken of what succeeds', async () => {
  expect(new Set(await statuses(Array.from({ length: 30 }, () => true)))).toEqual(new Set([200]))
  const refused = await ask(true)
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, expect.stringMatching(/^[1-9]\d?$/)])
})

test('tries side by side do not all pass as the first', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(false)))
  expect(answers.filter(({ statusCode }) => statusCode === 404)).toHaveLength(3)
})

test('a person whose browser has come here gets a page, a program what it always gets', async () => {
  await statuses([false, false, false])
  const page = await ask(true, undefined, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })
  expect([page.statusCode, page.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8'])
  expect(page.body).toMatch(/<h1>Слишком много запросов<\/h1><p>Повторите через \d+ с\.<\/p>/)
  expect(page.body).toContain('<a href="/">')
  expect((await ask(true)).json()).toMatchObject({ code: 'too_many_requests' })
})

test('a subscriber of IPv6 is one, whatever the address within the network', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2:ffff::1'))
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
})
