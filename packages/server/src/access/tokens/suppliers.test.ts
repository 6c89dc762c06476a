import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { reachOf } from '@otklik/model/access'
import { serve } from '../../platform/http/index.ts'
import { readCalendar } from '@otklik/model/exchange/api'
import { type AccessServer, accessServer, administrator, OPERATOR_TOKEN } from '../access.fixture.ts'

const databases = testDatabases()
let server: AccessServer
let cookie: string
beforeAll(async () => {
  server = await accessServer(databases.db)
  // A call that a supplier's token may make: its answer says for whom the token acts.
  serve(server.app, readCalendar, ({ who }) => ({
    suppliers: reachOf(who).suppliers.map((code) => ({ code, name: code })),
    cells: [],
  }))
  cookie = await administrator(server)
  await put('mfc', { name: 'МФЦ области' })
})
afterAll(() => server.app.close())

const put = (code: string, payload: object) =>
  server.ask({ method: 'PUT', url: `/api/suppliers/${code}`, payload, headers: { cookie } })
const issue = (code: string, payload: object) =>
  server.ask({ method: 'POST', url: `/api/suppliers/${code}/tokens`, payload, headers: { cookie } })
const revoke = (code: string, id: string) =>
  server.ask({ method: 'DELETE', url: `/api/suppliers/${code}/tokens/${id}`, headers: { cookie } })
const bearer = (token: string, url = '/api/packages/calendar?from=2026-01-01&to=2026-01-31') =>
  server.ask({ url, headers: { authorization: `Bearer ${token}` } })
const tokens = async () => (await server.api.suppliers(cookie)).json().suppliers[0].tokens

describe('without the right', () => {
  const calls = [
    ['GET', '/api/suppliers'],
    ['PUT', '/api/suppliers/mfc'],
    ['POST', '/api/suppliers/mfc/tokens'],
    ['DELETE', '/api/suppliers/mfc/tokens/1'],
  ] as const

  test.each(calls)('%s %s is refused to nobody, to a supplier and to a role without rights', async (method, url) => {
    expect((await server.ask({ method, url })).statusCode).toBe(401)
    const { token } = (await issue('mfc', { label: 'проба' })).json()
    const headers = { authorization: `Bearer ${token}` }
    expect((await server.ask({ method, url, headers })).statusCode).toBe(403)
    await databases.db.updateTable('access_memberships').set({ role: 'interviewer' }).execute()
    const refused = await server.ask({ method, url, headers: { cookie } })
    await databases.db.updateTable('access_memberships').set({ role: 'administrator' }).execute()
    expect(refused.json()).toMatchObject({ status: 403, code: 'not_allowed' })
    expect(refused.json().detail).toMatch(/(вести|смотреть) поставщиков и ключи/)
  })
})

describe('a token', () => {
  test('is shown once, stored as a hash, and acts for its supplier', async () => {
    const issued = await issue('mfc', { label: 'выгрузка' })
    expect(issued.statusCode).toBe(201)
    const { id, token } = issued.json()
    expect(token).toMatch(/^otk_[\w-]{43}$/)
    expect((await bearer(token)).json().suppliers).toEqual([{ code: 'mfc', name: 'mfc' }])
    expect((await server.api.suppliers(cookie)).body).not.toContain(token)
    for (const table of ['access_tokens', 'audit_log'])
      expect(JSON.stringify((await databases.pool.query(`SELECT * FROM ${table}`)).rows)).not.toContain(token)
    const [listed] = (await tokens()).filter((one: { id: string }) => one.id === id)
    expect(listed).toMatchObject({ label: 'выгрузка', lastUsedAt: server.clock.now.toISOString(), revokedAt: null })
  })

  test('is refused after revoking, which may be repeated', async () => {
    const { id, token } = (await issue('mfc', { label: 'x' })).json()
    expect((await revoke('mfc', id)).statusCode).toBe(204)
    expect((await revoke('mfc', id)).statusCode).toBe(204)
    const answer = await bearer(token)
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'invalid_token'])
  })

  test('is refused after its term', async () => {
    const expiresAt = new Date(server.clock.now.getTime() + 60_000).toISOString()
    const { token } = (await issue('mfc', { label: 'x', expiresAt })).json()
    expect((await bearer(token)).statusCode).toBe(200)
    server.pass(60_000)
    expect((await bearer(token)).statusCode).toBe(401)
    expect((await bearer(token, '/api/session')).statusCode).toBe(401)
  })

  test.each([
    'yesterday',
    '2020-01-01T00:00:00Z',
    '2027-13-01T00:00:00Z',
    '2027-02-31T00:00:00Z',
    '2027-01-01',
    '2028-03-02T00:00:00Z',
  ])('cannot be issued until %s', async (expiresAt) => {
    expect((await issue('mfc', { label: 'x', expiresAt })).json().code).toBe('bad_expiry')
  })

  test.each(['otk_unknown-unknown-unknown-unknown', 'x', '', '../../etc'])('«%s» is nobody’s', async (token) => {
    expect((await bearer(token)).json().code).toBe('invalid_token')
  })

  test('in the address is refused, whoever asks', async () => {
    const { token } = (await issue('mfc', { label: 'x' })).json()
    for (const query of [`token=${token}`, `access_token=${token}`, `from=${token}`]) {
      const answer = await server.ask({ url: `/api/packages/calendar?${query}`, headers: { cookie } })
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'token_in_url'])
    }
  })

  test('of another supplier, or with a made-up id, is not found', async () => {
    await put('other', { name: 'Другой' })
    const { id } = (await issue('mfc', { label: 'x' })).json()
    for (const wrong of [await revoke('other', id), await revoke('mfc', 'nonsense')])
      expect(wrong.json().code).toBe('not_found')
    expect((await issue('unknown', { label: 'x' })).json().code).toBe('no_such_supplier')
  })
})

test('the token of a command on this machine may do everything', async () => {
  const answer = await bearer(OPERATOR_TOKEN, '/api/suppliers')
  expect(answer.statusCode).toBe(200)
  expect((await bearer(OPERATOR_TOKEN.replace('0', '1'), '/api/suppliers')).statusCode).toBe(401)
})

test('a supplier is renamed, with the old name in the audit', async () => {
  await put('mfc', { name: 'МФЦ' })
  const row = await databases.db
    .selectFrom('audit_log')
    .select('entry')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  expect(JSON.parse(row?.entry ?? '')).toMatchObject({
    what: 'supplier.saved',
    actor: { login: 'Anna' },
    before: { name: 'МФЦ области' },
    after: { name: 'МФЦ' },
    from: { address: '127.0.0.1' },
  })
})
