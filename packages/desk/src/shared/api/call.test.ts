import { readReceipt } from '@otklik/model/exchange/api'
import { listServices } from '@otklik/model/register/api'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { call, urlOf } from './call.ts'
import { Failure } from './problem.ts'

const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status, headers })))
const failure = async (): Promise<Failure> => {
  const error: unknown = await call(readReceipt, { params: { id: 7 } }).catch((caught: unknown) => caught)
  if (error instanceof Failure) return error
  throw new Error('The call did not fail')
}

afterEach(() => vi.unstubAllGlobals())

describe('addresses', () => {
  test('parameters are escaped, absent ones left out', () => {
    expect(urlOf({ path: '/api/things/:id/of/:kind' }, { params: { id: 'а/б', kind: 3 } })).toBe(
      '/api/things/%D0%B0%2F%D0%B1/of/3',
    )
    expect(urlOf(listServices, { query: { find: 'два слова', limit: 5, offset: undefined } })).toBe(
      '/api/register/services?find=%D0%B4%D0%B2%D0%B0+%D1%81%D0%BB%D0%BE%D0%B2%D0%B0&limit=5',
    )
  })
})

describe('what does not come', () => {
  test('a problem of the server keeps its sentence and its id', async () => {
    answer(404, JSON.stringify({ code: 'no_package', detail: 'Такого пакета нет.', instance: 'urn:uuid:req-1' }))
    expect(await failure()).toMatchObject({
      status: 404,
      code: 'no_package',
      detail: 'Такого пакета нет.',
      requestId: 'req-1',
    })
  })
  test("a proxy's page is not taken for a sentence; the id comes from the header", async () => {
    answer(502, '<html>Bad gateway</html>', { 'x-request-id': 'req-2' })
    expect(await failure()).toMatchObject({ status: 502, detail: '', requestId: 'req-2' })
  })
  test('no answer at all has status 0', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
    expect(await failure()).toMatchObject({ status: 0, code: 'unreachable' })
  })
})
