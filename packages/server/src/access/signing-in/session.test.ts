import { rightsOf } from '@otklik/model/access'
import { UNATTENDED } from '@otklik/model/api'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { verifyAudit } from '../../platform/audit/index.ts'
import { ADMIN, type AccessServer, accessServer, administrator, cookieOf, PASSWORD } from '../access.fixture.ts'
import { ABSOLUTE_MS, IDLE_MS } from './sessions.ts'

const databases = testDatabases()
let server: AccessServer
let cookie: string
beforeAll(async () => {
  server = await accessServer(databases.db)
})
beforeEach(async () => {
  cookie = await administrator(server)
})
afterAll(() => server.app.close())

const good = { login: ADMIN.login, password: PASSWORD }
const bad = { login: ADMIN.login, password: 'не тот пароль' }

describe('signing in', () => {
  test('gives a session with the rights of the role, under any spelling of the login', async () => {
    const answer = await server.api.signIn({ login: ' aNNA ', password: PASSWORD })
    expect(answer.statusCode).toBe(200)
    const membership = {
      id: expect.any(String),
      role: 'administrator',
      organisation: { id: 1, name: 'Вся система' },
    }
    expect(answer.json()).toMatchObject({ firstStart: false, secondFactor: false })
    expect(answer.json().session).toEqual({
      user: { id: expect.any(String), login: 'Anna', name: 'Анна' },
      membership,
      memberships: [membership],
      rights: rightsOf('administrator'),
      everything: true,
      mustEnrol: false,
    })
    expect((await server.api.session(cookieOf(answer))).json().session.user.name).toBe('Анна')
  })

  test('sets a cookie that scripts and other sites cannot use', async () => {
    const [plain] = [(await server.api.signIn(good)).headers['set-cookie']].flat()
    expect(plain).toMatch(/^otklik_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const secure = await accessServer(databases.db, 'https://otklik.test')
    const [line] = [(await secure.api.signIn(good)).headers['set-cookie']].flat()
    expect(line).toMatch(/^__Host-otklik_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    await secure.app.close()
  })

  test('right passwords use up none of the tries that an address has', async () => {
    const office = await accessServer(databases.db, undefined, { attemptsPerMinute: 2 })
    const codes: number[] = []
    for (const body of [good, good, good, bad, bad, good]) codes.push((await office.api.signIn(body)).statusCode)
    expect(codes).toEqual([200, 200, 200, 401, 401, 429])
    await office.app.close()
  })

  test('says the same of a wrong password and of an unknown login', async () => {
    const [wrong, unknown] = [await server.api.signIn(bad), await server.api.signIn({ ...bad, login: 'nobody' })]
    const body = ({ instance: _, ...rest }: Record<string, unknown>) => rest
    expect(wrong.statusCode).toBe(401)
    expect(body(unknown.json())).toEqual(body(wrong.json()))
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })

  test('takes no login for another that looks like it', async () => {
    // The first letter is a Cyrillic one.
    expect((await server.api.signIn({ login: '\u0430nna', password: PASSWORD })).statusCode).toBe(401)
  })

  test('takes a new id every time and ends the session the browser came with', async () => {
    const answer = await server.api.signIn(good, { cookie })
    expect(cookieOf(answer)).not.toBe(cookie)
    expect((await server.api.session(cookie)).json().session).toBeNull()
  })

  test('never adopts an id that was put into the browser', async () => {
    const planted = `otklik_session=${'a'.repeat(43)}`
    expect(cookieOf(await server.api.signIn(good, { cookie: planted }))).not.toBe(planted)
    expect((await server.api.session(planted)).json().session).toBeNull()
  })

  test('keeps no secret in the database', async () => {
    const [, secret = ''] = cookie.split('=')
    for (const table of ['access_sessions', 'access_users', 'audit_log']) {
      const { rows } = await databases.pool.query(`SELECT * FROM ${table}`)
      expect(JSON.stringify(rows)).not.toContain(secret)
      expect(JSON.stringify(rows)).not.toContain(PASSWORD)
    }
  })
})

describe('a session', () => {
  test('ends half an hour after its last call', async () => {
    server.pass(IDLE_MS - 1000)
    expect((await server.api.session(cookie)).json().session).not.toBeNull()
    server.pass(IDLE_MS - 1000)
    expect((await server.api.session(cookie)).json().session).not.toBeNull()
    server.pass(IDLE_MS + 1000)
    expect((await server.api.session(cookie)).json().session).toBeNull()
    expect((await server.api.suppliers(cookie)).statusCode).toBe(401)
  })

  test('is not kept awake by what the desk asks for by itself', async () => {
    const poll = () => server.ask({ url: '/api/suppliers', headers: { cookie, [UNATTENDED]: 'yes' } })
    server.pass(IDLE_MS / 2)
    expect((await poll()).statusCode).toBe(200)
    server.pass(IDLE_MS / 2 + 1000)
    expect((await poll()).statusCode).toBe(401)
  })

  test('ends twelve hours after its beginning, however busy', async () => {
    for (let passed = 0; passed < ABSOLUTE_MS; passed += IDLE_MS / 2) {
      expect((await server.api.session(cookie)).json().session).not.toBeNull()
      server.pass(IDLE_MS / 2)
    }
    expect((await server.api.session(cookie)).json().session).toBeNull()
  })

  test('ends at sign-out on the server, not only in the browser', async () => {
    const answer = await server.ask({ method: 'DELETE', url: '/api/session', headers: { cookie } })
    expect(answer.statusCode).toBe(204)
    expect(answer.headers['set-cookie']).toMatch(/otklik_session=;.*Expires=Thu, 01 Jan 1970/)
    expect((await server.api.suppliers(cookie)).statusCode).toBe(401)
  })

  test('of a disabled person is nobody', async () => {
    await databases.db.updateTable('access_users').set({ disabled_at: new Date() }).execute()
    expect((await server.api.suppliers(cookie)).statusCode).toBe(401)
    expect((await server.api.signIn(good)).statusCode).toBe(401)
  })
})

describe('guessing', () => {
  test('is slowed where it happens, and the owner still gets in from elsewhere', async () => {
    for (let n = 0; n < 5; n++) expect((await server.api.signIn(bad)).statusCode).toBe(401)
    const closed = await server.api.signIn(good)
    expect(closed.statusCode).toBe(429)
    expect(closed.json().code).toBe('sign_in_closed')
    expect(Number(closed.headers['retry-after'])).toBeGreaterThan(0)
    expect((await server.api.signIn(good, {}, '198.51.100.7')).statusCode).toBe(200)
    server.pass(1000)
    expect((await server.api.signIn(good)).statusCode).toBe(200)
  })

  test('waits longer after each failure, a quarter of an hour at most', async () => {
    for (let n = 0; n < 15; n++) {
      await server.api.signIn(bad)
      server.pass(900_000)
    }
    await server.api.signIn(bad)
    const { headers } = await server.api.signIn(good)
    expect(headers['retry-after']).toBe('900')
    server.pass(900_000)
    expect((await server.api.signIn(good)).statusCode).toBe(200)
  })

  test('side by side gets no more attempts than one after another', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => server.api.signIn(bad)))
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5)
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(7)
  })

  test('from many addresses makes everyone wait a little, and shuts nobody out', async () => {
    for (let n = 0; n < 21; n++) await server.api.signIn(bad, {}, `203.0.113.${n}`)
    server.clock.pauses.length = 0
    expect((await server.api.signIn(good, {}, '198.51.100.8')).statusCode).toBe(200)
    expect(server.clock.pauses[0]).toBeGreaterThan(0)
    expect(server.clock.pauses[0]).toBeLessThanOrEqual(5000)
  })
})

test('what people do with sessions stands in the audit', async () => {
  await server.api.signIn(bad)
  await server.ask({ method: 'DELETE', url: '/api/session', headers: { cookie } })
  const rows = await databases.db.selectFrom('audit_log').select('what').orderBy('seq', 'desc').limit(4).execute()
  expect(rows.map(({ what }) => what)).toEqual(['session.closed', 'session.refused', 'session.opened', 'user.created'])
  expect(await verifyAudit(databases.db)).toMatchObject({ ok: true })
})
