import type { LightMyRequestResponse } from 'fastify'
import { beforeEach, describe, expect, test } from 'vitest'
import { callOf, named, writing } from './contract.fixture.ts'
import { ADMIN, house, HOME, sessionCookie } from './house.fixture.ts'

const server = house({
  OTKLIK_OIDC_ISSUER: 'http://127.0.0.1:9',
  OTKLIK_OIDC_CLIENT_ID: 'x',
  OTKLIK_OIDC_CLIENT_SECRET: 'x',
})
const post = (url: string, payload: object, more: { headers?: Record<string, string>; remoteAddress?: string } = {}) =>
  server.ask({ method: 'POST', url, payload, ...more })

/** Ways in: whoever has not signed in may try them. */
const ways = writing.filter(
  ({ route }) => route.tag === 'Вход' && route.body && route.path !== '/api/session/membership',
)

describe('one address', () => {
  test.each(named(ways))('gets no more than twenty tries a minute at %s', async (_, route) => {
    const remoteAddress = `192.0.2.${ways.findIndex((one) => one.route === route) + 1}`
    const statuses: number[] = []
    for (let n = 0; n < 25; n++) statuses.push((await server.ask({ ...callOf(route), remoteAddress })).statusCode)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5)
    expect(statuses.slice(0, 5)).not.toContain(429)
    expect(statuses.filter((status) => status >= 500 && status !== 503)).toEqual([])
  })

  test('with one password for many logins gets no further', async () => {
    const answers: LightMyRequestResponse[] = []
    for (let n = 0; n < 25; n++) {
      const body = { login: `person${n}`, password: 'корова-летит-на-юг' }
      answers.push(await post('/api/session', body, { remoteAddress: '203.0.113.1' }))
    }
    expect(answers.at(-1)?.statusCode).toBe(429)
    expect(answers.at(-1)?.headers['retry-after']).toMatch(/^\d+$/)
  })

  test('is not changed by what a caller says of it', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 25; n++) {
      const headers = {
        'x-forwarded-for': `198.51.100.${n}`,
        'x-real-ip': `198.51.100.${n}`,
        forwarded: `for=198.51.100.${n}`,
      }
      const answer = await post(
        '/api/session',
        { login: 'nobody', password: 'x' },
        { headers, remoteAddress: '203.0.113.2' },
      )
      statuses.push(answer.statusCode)
    }
    expect(statuses.at(-1)).toBe(429)
  })
})

test('many addresses against one login do not shut its owner out', async () => {
  for (let n = 0; n < 12; n++)
    await post('/api/session', { login: ADMIN.login, password: 'x' }, { remoteAddress: `198.51.100.${n}` })
  const { login, password } = ADMIN
  expect((await post('/api/session', { login, password }, { remoteAddress: '192.0.2.200' })).statusCode).toBe(200)
})

test('asking for a new password says the same of every login', async () => {
  const told = new Set<string>()
  for (const login of [ADMIN.login, 'nobody', '', ' ', 'a'.repeat(200), '\u202Enimda']) {
    const { statusCode, body, headers } = await post('/api/password-resets', { login })
    told.add(JSON.stringify([statusCode, body.replace(/urn:uuid:[\da-f-]+/, ''), headers['content-type']]))
  }
  expect(told.size).toBe(1)
})

describe('a session that was put into the browser', () => {
  const planted = `__Host-otklik_session=${'a'.repeat(43)}`
  let invitation = ''
  beforeEach(async () => {
    const payload = { name: 'Борис', mail: null, organisation: 1, role: 'working_group' }
    const answer = await server.admin({ method: 'POST', url: '/api/people', payload })
    invitation = answer.json().invitation.url.split('#')[1]
  })
  const isOpen = async (cookie: string) =>
    (await server.ask({ url: '/api/session', headers: { cookie } })).json().session !== null

  test('is not the one that a password opens', async () => {
    const { login, password } = ADMIN
    const answer = await post('/api/session', { login, password }, { headers: { cookie: planted } })
    expect(sessionCookie(answer)).not.toBe(planted)
    expect(await isOpen(planted)).toBe(false)
  })
  test('is not the one that an invitation opens; one that was open before ends', async () => {
    const { login, password } = ADMIN
    const before = sessionCookie(await post('/api/session', { login, password }))
    const body = { token: invitation, login: 'boris', password: 'ёлка-на-крыше-поёт' }
    const answer = await post('/api/invitations/acceptance', body, { headers: { cookie: before } })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(sessionCookie(answer)).not.toBe(before)
    expect([await isOpen(before), await isOpen(sessionCookie(answer))]).toEqual([false, true])
  })
  test('under the name that only plain http uses is not looked at', async () => {
    const secret = server.cookie.split('=')[1]
    expect(await isOpen(`otklik_session=${secret}`)).toBe(false)
    expect(await isOpen(`__host-otklik_session=${secret}`)).toBe(false)
    expect(await isOpen(server.cookie)).toBe(true)
  })
  test('is told to stay with this host, this way and encrypted', async () => {
    const { login, password } = ADMIN
    const answer = await post('/api/session', { login, password })
    expect([answer.headers['set-cookie']].flat()).toEqual([
      expect.stringMatching(/^__Host-otklik_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    ])
  })
})

describe('a login that looks like another', () => {
  const accept = async (login: string) => {
    const payload = { name: 'Борис', mail: null, organisation: 1, role: 'working_group' }
    const { invitation } = (await server.admin({ method: 'POST', url: '/api/people', payload })).json()
    const body = { token: invitation.url.split('#')[1], login, password: 'ёлка-на-крыше-поёт' }
    const answer = await post('/api/invitations/acceptance', body)
    return [answer.statusCode, answer.json().code]
  }

  // Of two alphabets, with invisible or turning signs, in letters that only look like letters.
  test.each(['аdmin', 'admіn', 'ad\u200Bmin', 'ad\u00ADmin', '\u202Enimda', 'admin\u0301', 'ad min', 'αdmin'])(
    '%j is refused',
    async (login) => {
      expect(await accept(login)).toEqual([400, 'bad_login'])
    },
  )
  test.each(['ADMIN', 'Admin', 'adm1n', 'ａｄｍｉｎ', '𝐚𝐝𝐦𝐢𝐧'])('%j is taken', async (login) => {
    expect(await accept(login)).toEqual([409, 'login_taken'])
  })
  test('of one alphabet is told from the same in another', async () => {
    expect((await accept('copa'))[0]).toBe(200)
    expect(await accept('сора')).toEqual([409, 'login_taken'])
  })
})

test('a guessed session, link or key opens nothing', async () => {
  const guesses = ['', 'a', 'b'.repeat(43), '../x', 'null', `${'A'.repeat(42)}=`]
  for (const guess of guesses) {
    const cookie = `__Host-otklik_session=${guess}`
    expect((await server.ask({ url: '/api/people', headers: { cookie } })).statusCode).toBe(401)
    expect((await post('/api/invitations/lookup', { token: guess })).json().code).toBe('invitation_void')
    for (const authorization of [`Bearer ${guess}`, `Basic ${guess}`, `bearer otk_${guess}`, guess])
      expect((await server.ask({ url: '/api/people', headers: { authorization, origin: HOME } })).statusCode).toBe(401)
  }
})
