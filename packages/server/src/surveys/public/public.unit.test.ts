import { describe, expect, test } from 'vitest'
import { testServer } from '../../platform/http/http.fixture.ts'
import { StoreSilent } from '../../platform/pulse/index.ts'
import { deviceOf } from './device.ts'
import { handleFailures } from './failures.ts'
import { pace } from './pace.ts'

test.each([
  ['Mozilla/5.0 (Linux; Android 9; Redmi 6) AppleWebKit/537.36 Chrome/80 Mobile Safari/537.36', 'phone'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 12_5 like Mac OS X) AppleWebKit/605 Mobile/15E148', 'phone'],
  ['Mozilla/5.0 (Linux; Android 11; SM-T500) AppleWebKit/537.36 Chrome/99 Safari/537.36', 'tablet'],
  ['Mozilla/5.0 (iPad; CPU OS 15_0 like Mac OS X) AppleWebKit/605 Mobile/15E148', 'tablet'],
  ['Mozilla/5.0 (Windows NT 6.1; rv:60.0) Gecko/20100101 Firefox/60.0', 'computer'],
  ['curl/8.5.0', 'unknown'],
  [undefined, 'unknown'],
])('%s is a %s', (said, device) => expect(deviceOf(said)).toBe(device))

describe('a pace', () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 10, 30, 9, 0, seconds))
  test('lets so many pass in a minute, then says how long to wait', () => {
    const limit = pace(2)
    const waits = [0, 10, 20, 59, 60].map((second) => limit('a', at(second)))
    expect(waits).toEqual([0, 0, 40, 1, 0])
  })

  test('counts each source by itself, however many there are', () => {
    const limit = pace(1)
    for (let source = 0; source < 20_000; source++) expect(limit(String(source), at(0))).toBe(0)
    expect(limit('19999', at(1))).toBe(59)
  })
})

describe('a failure of a store', () => {
  test.each([
    ['no room', Object.assign(new Error('could not extend file'), { code: '53100' }), 507, 'кончилось место'],
    ['a store that hangs', new StoreSilent('postgresql'), 503, 'через минуту отправьте страницу ещё раз'],
    ['a fault of ours', new Error('oh'), 500, 'ничего не записано'],
  ])('%s is a page that says that nothing was recorded', async (_name, error, status, says) => {
    const { app } = await testServer()
    await app.register(async (scope) => {
      handleFailures(scope, { assets: { style: '/s.css' } })
      scope.post('/r/x', () => {
        throw error
      })
    })
    const answer = await app.inject({ method: 'POST', url: '/r/x' })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8'])
    expect(answer.payload).toContain('data-otklik="error"')
    expect(answer.payload).toContain(says)
    const json = await app.inject({ method: 'POST', url: '/r/x', headers: { accept: 'application/json' } })
    expect(json.json().status).toBe(status)
    await app.close()
  })
})
