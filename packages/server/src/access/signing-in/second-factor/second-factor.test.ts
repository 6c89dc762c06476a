import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../../test/support/databases.ts'
import { ADMIN, type AccessServer, accessServer, administrator, cookieOf, PASSWORD } from '../../access.fixture.ts'
import { caller, codeAt, enrol } from './second-factor.fixture.ts'
import { AWAITING_MS } from '../sessions.ts'

const databases = testDatabases()
let server: AccessServer
let secret: string
let recoveryCodes: string[]
beforeAll(async () => {
  server = await accessServer(databases.db)
})
beforeEach(async () => {
  const enrolled = await enrol(server, await administrator(server))
  secret = enrolled.secret
  recoveryCodes = enrolled.recoveryCodes
})
afterAll(() => server.app.close())

const good = { login: ADMIN.login, password: PASSWORD }
const half = async (from?: string) => cookieOf(await server.api.signIn(good, {}, from))
const confirm = (cookie: string, code: string, from?: string) =>
  caller(server, cookie, from)('POST', '/api/session/second-factor', { code })
const wrong = () => (codeAt(server, secret) === '123456' ? '654321' : '123456')
const audit = async (what: string) => {
  const rows = await databases.db.selectFrom('audit_log').select('entry').where('what', '=', what).execute()
  return rows.length
}

describe('the right password', () => {
  test('alone opens a session that is nobody until the code has come', async () => {
    const answer = await server.api.signIn(good)
    expect(answer.json()).toMatchObject({ session: null, secondFactor: true, firstStart: false })
    const cookie = cookieOf(answer)
    expect((await server.api.session(cookie)).json()).toMatchObject({ session: null, secondFactor: true })
    expect((await server.api.suppliers(cookie)).statusCode).toBe(401)
    expect((await caller(server, cookie)('GET', '/api/my/access')).statusCode).toBe(401)
    expect((await caller(server, cookie)('DELETE', '/api/my/second-factor/removal')).statusCode).toBe(404)
  })

  test('with the code opens a whole session under a new secret; the old one is gone', async () => {
    const before = await half()
    const answer = await confirm(before, codeAt(server, secret))
    expect(answer.json()).toMatchObject({ session: { user: { login: ADMIN.login } }, secondFactor: false })
    const after = cookieOf(answer)
    expect(after).not.toBe(before)
    expect((await server.api.session(before)).json()).toMatchObject({ session: null, secondFactor: false })
    expect((await server.api.suppliers(after)).statusCode).toBe(200)
    expect((await confirm(before, codeAt(server, secret, 1))).json().code).toBe('sign_in_again')
  })

  test('is asked for again when the code does not come within ten minutes', async () => {
    const cookie = await half()
    server.pass(AWAITING_MS)
    expect((await server.api.session(cookie)).json()).toMatchObject({ session: null, secondFactor: false })
    const late = await confirm(cookie, codeAt(server, secret))
    expect([late.statusCode, late.json().code]).toEqual([401, 'sign_in_again'])
  })
})

describe('a code', () => {
  test('is good once, also in two sessions at the same moment', async () => {
    const cookies = [await half(), await half('198.51.100.1'), await half('198.51.100.2')]
    const code = codeAt(server, secret)
    const answers = await Promise.all(cookies.map((cookie) => confirm(cookie, code)))
    expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 403, 403])
    expect((await confirm(await half(), code)).statusCode).toBe(403)
    server.pass(30_000)
    expect((await confirm(await half(), codeAt(server, secret))).statusCode).toBe(200)
  })

  test('is good a step early and a step late, not more; spaces do not matter', async () => {
    const spaced = codeAt(server, secret).replace(/(...)/, '$1 ')
    expect((await confirm(await half(), spaced)).statusCode).toBe(200)
    server.pass(600_000)
    for (const [steps, status] of [
      [-2, 403],
      [2, 403],
      [-1, 200],
      [1, 200],
    ] as const)
      expect((await confirm(await half(), codeAt(server, secret, steps))).statusCode, `${steps}`).toBe(status)
  })

  test('older than the last used one is no good', async () => {
    expect((await confirm(await half(), codeAt(server, secret, 1))).statusCode).toBe(200)
    expect((await confirm(await half(), codeAt(server, secret, 0))).statusCode).toBe(403)
  })

  test('for recovery is good once, however it was written down', async () => {
    expect(new Set(recoveryCodes).size).toBe(10)
    const [code = ''] = recoveryCodes
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/)
    const written = code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'I')
    expect((await confirm(await half(), written)).statusCode).toBe(200)
    expect((await confirm(await half(), code)).json().code).toBe('wrong_code')
  })

  test('of another person is no good', async () => {
    const [code = ''] = recoveryCodes
    await databases.db.deleteFrom('access_recovery_codes').execute()
    expect((await confirm(await half(), code)).statusCode).toBe(403)
    expect((await confirm(await half(), '')).statusCode).toBe(403)
  })
})

describe('guessing codes', () => {
  test('is slowed after five attempts, in a new session as well, and stands in the audit', async () => {
    const before = await audit('second_factor.refused')
    const cookie = await half()
    for (let n = 0; n < 5; n++) expect((await confirm(cookie, wrong())).json().code).toBe('wrong_code')
    const closed = await confirm(await half(), codeAt(server, secret))
    expect([closed.statusCode, closed.json().code]).toEqual([429, 'attempts_closed'])
    expect(closed.headers['retry-after']).toBe('1')
    expect(await audit('second_factor.refused')).toBe(before + 5)
    expect((await confirm(await half('198.51.100.9'), codeAt(server, secret), '198.51.100.9')).statusCode).toBe(200)
  })

  test('in one session is slowed from whatever address', async () => {
    const cookie = await half()
    for (let n = 0; n < 5; n++) await confirm(cookie, wrong(), `203.0.113.${n}`)
    expect((await confirm(cookie, codeAt(server, secret), '203.0.113.99')).statusCode).toBe(429)
  })

  test('side by side gets no more attempts than one after another', async () => {
    const cookie = await half()
    const answers = await Promise.all(Array.from({ length: 12 }, () => confirm(cookie, wrong())))
    expect(answers.filter(({ statusCode }) => statusCode === 403)).toHaveLength(5)
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(7)
  })

  test('shuts nobody out: a quarter of an hour at most', async () => {
    for (let n = 0; n < 16; n++) {
      await confirm(await half(), wrong())
      server.pass(900_000)
    }
    expect((await confirm(await half(), codeAt(server, secret))).statusCode).toBe(200)
  })
})

test('no secret and no code stands readable in the database', async () => {
  await confirm(await half(), recoveryCodes[0] ?? '')
  for (const table of ['access_users', 'access_recovery_codes', 'access_sessions', 'audit_log']) {
    const { rows } = await databases.pool.query(`SELECT * FROM ${table}`)
    for (const hidden of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
      expect(JSON.stringify(rows)).not.toContain(hidden)
  }
})
