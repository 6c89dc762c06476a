import { NOBODY } from '@otklik/model/access'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { verifyAudit } from '../../platform/audit/index.ts'
import { buildHttp } from '../../platform/http/index.ts'
import { silentLog } from '../../platform/log.ts'
import { cookieOf, PASSWORD } from '../access.fixture.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { INVITATION_MS } from './invitations.ts'
import { type Caller, lastAudit, type PeopleServer, peopleServer, problemOf } from './people.fixture.ts'

const databases = testDatabases()
let server: PeopleServer
let regionA: Caller & { id: string }
let local: Caller & { id: string }
beforeAll(async () => {
  server = await peopleServer(databases.db)
  regionA = await server.signedIn({ login: 'ada', roles: [[10, 'administrator']] })
  local = await server.signedIn({ login: 'local', roles: [[13, 'administrator']] })
})
beforeEach(() => {
  server.sent.length = 0
})
afterAll(() => server.app.close())

const VERA = { name: ' Вера  Иванова ', mail: 'vera@example.org', organisation: 11, role: 'authority_head' }
const invite = (more: object = {}, who: Caller = regionA) => who.post('/api/people', { ...VERA, ...more })
const invited = async (more: object = {}) => {
  const { person, invitation } = (await invite(more)).json()
  return { id: String(person.id), token: tokenOf(invitation) }
}
const tokenOf = ({ url }: { url: string }) => url.split('#')[1] ?? ''
const lookUp = (token: string) => server.as().post('/api/invitations/lookup', { token })
const accept = (token: string, login: string, password = PASSWORD, cookie?: string) =>
  server.as(cookie).post('/api/invitations/acceptance', { token, login, password })
/** The database holds neither a link nor an address as it is. */
const expectUnwritten = async (secret: string) => {
  for (const table of ['access_invitations', 'access_users', 'access_sessions', 'audit_log']) {
    const { rows } = await databases.pool.query(`SELECT * FROM ${table}`)
    expect(JSON.stringify(rows), table).not.toContain(secret)
  }
}

describe('inviting', () => {
  test('makes a person with a role and a link that is shown once', async () => {
    const answer = await invite()
    expect(answer.statusCode).toBe(201)
    const { person, invitation } = answer.json()
    expect(person).toMatchObject({ name: 'Вера Иванова', login: null, mail: VERA.mail, state: 'invited', whole: true })
    expect(person.memberships).toMatchObject([{ role: 'authority_head', organisation: { id: 11, name: 'Орган А' } }])
    expect(invitation.url).toMatch(/^http:\/\/otklik\.test\/invitation#[\w-]{43}$/)
    expect(Date.parse(invitation.expiresAt)).toBe(server.clock.now.getTime() + INVITATION_MS)
    expect(invitation.mailed).toBe(true)
    expect(server.sent).toMatchObject([{ kind: 'invitation', userId: person.id }])
    await expectUnwritten(tokenOf(invitation))
    await expectUnwritten('vera@')
    expect(await lastAudit(databases.db)).toMatchObject({
      what: 'user.invited',
      after: { name: 'Вера Иванова', mail: 'v***@example.org', role: 'authority_head', organisation: 11 },
    })
    expect((await regionA.get(`/api/people/${person.id}`)).body).not.toContain(tokenOf(invitation))
  })

  test('without an address sends nothing', async () => {
    const { invitation } = (await invite({ mail: null })).json()
    expect([invitation.mailed, server.sent]).toEqual([false, []])
  })

  test.each([
    ['a neighbour’s organisation', { organisation: 21 }, 404, 'not_found'],
    ['a made-up organisation', { organisation: 4242 }, 404, 'not_found'],
    ['a role that does not fit', { role: 'methodologist' }, 409, 'role_unfit'],
    ['an unknown role', { role: '__proto__' }, 400, 'unknown_role'],
    ['a blank name', { name: ' \u200b\u202e ' }, 400, 'invalid_request'],
    ['no address of mail', { mail: 'vera' }, 400, 'invalid_request'],
    ['an address with a second line', { mail: 'a@x.ru\nbcc:b@x.ru' }, 400, 'invalid_request'],
    ['a field that is not asked for', { state: 'active' }, 400, 'invalid_request'],
    ['a password from outside', { password_hash: 'x' }, 400, 'invalid_request'],
    ['a second factor from outside', { secondFactor: true }, 400, 'invalid_request'],
    ['a login chosen for somebody', { login: 'vera' }, 400, 'invalid_request'],
  ])('%s is refused and adds nobody', async (_name, more, status, code) => {
    const count = () => databases.db.selectFrom('access_users').select('id').execute()
    const before = await count()
    const answer = await invite(more)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(await count()).toHaveLength(before.length)
  })

  test('reaches no further than who invites', async () => {
    const answer = await invite({ organisation: 13, role: 'monitoring_coordinator' }, local)
    expect(answer.json().code).toBe('role_beyond_reach')
  })

  test('is not for those who may only read', async () => {
    const head = await server.signedIn({ login: 'head', roles: [[11, 'authority_head']] })
    expect((await invite({}, head)).json()).toMatchObject({ status: 403, code: 'not_allowed' })
    expect((await invite({}, server.as())).statusCode).toBe(401)
  })
})

describe('inviting again', () => {
  test('voids the old link', async () => {
    const { id, token } = await invited()
    const again = await regionA.post(`/api/people/${id}/invitation`)
    expect(again.statusCode).toBe(201)
    expect((await lookUp(token)).json().code).toBe('invitation_void')
    expect((await lookUp(tokenOf(again.json()))).statusCode).toBe(200)
    expect(server.sent).toHaveLength(2)
  })

  test('so does another address: the old letter may lie with a stranger', async () => {
    const { id, token } = await invited()
    const kept = await regionA.put(`/api/people/${id}`, { name: 'Вера', mail: VERA.mail })
    expect(kept.json().name).toBe('Вера')
    expect((await lookUp(token)).statusCode).toBe(200)
    expect((await regionA.put(`/api/people/${id}`, { name: 'Вера', mail: 'other@example.org' })).statusCode).toBe(200)
    expect((await lookUp(token)).json().code).toBe('invitation_void')
    expect((await lastAudit(databases.db)).after).toEqual({ name: 'Вера', mail: 'o***@example.org', mailChanged: true })
  })

  test('is refused for whoever has accepted, is closed, or has more than the caller', async () => {
    const again = (who: Caller, id: string) => who.post(`/api/people/${id}/invitation`)
    expect((await again(regionA, local.id)).json().code).toBe('not_invited')
    const { id, token } = await invited()
    const close = { reason: 'уволена', successor: null, passRoles: false }
    expect((await regionA.post(`/api/people/${id}/deactivation`, close)).statusCode).toBe(200)
    expect((await again(regionA, id)).json().code).toBe('access_closed')
    expect((await lookUp(token)).json().code).toBe('invitation_void')
    // Invited by the region to reach all of it: the department's administrator must not get that link.
    const wide = await invited({ organisation: 13, role: 'monitoring_coordinator' })
    expect((await local.get(`/api/people/${wide.id}`)).json().whole).toBe(false)
    expect((await again(local, wide.id)).json().code).toBe('not_whole')
  })
})

describe('accepting', () => {
  test('says whom the link invites, and where to', async () => {
    const { token } = await invited()
    const answer = await lookUp(token)
    expect(answer.json()).toMatchObject({
      name: 'Вера Иванова',
      memberships: [{ role: 'authority_head', organisation: { name: 'Орган А' } }],
      outside: null,
    })
    expect(answer.body).not.toContain('example.org')
  })

  test('gives a login, a password and a session, once', async () => {
    const { id, token } = await invited()
    const old = await server.signedIn({ login: 'before', roles: [[11, 'authority_analyst']] })
    const answer = await accept(token, 'Vera.1', PASSWORD, old.cookie)
    expect(answer.statusCode).toBe(200)
    expect(answer.json().session).toMatchObject({
      user: { id, login: 'Vera.1', name: 'Вера Иванова' },
      membership: { role: 'authority_head' },
    })
    expect((await server.api.session(cookieOf(answer))).json().session.user.id).toBe(id)
    expect(await lastAudit(databases.db)).toMatchObject({ what: 'session.opened', subject: `user:${id}` })
    // The session that the browser came with has ended, and its number was not taken over.
    expect(cookieOf(answer)).not.toBe(old.cookie)
    expect((await old.get('/api/session')).json().session).toBeNull()
    expect((await server.api.signIn({ login: 'vera.1', password: PASSWORD })).statusCode).toBe(200)
    expect((await regionA.get('/api/people?find=vera.1')).json().rows).toMatchObject([{ id, state: 'active' }])
    expect((await accept(token, 'vera.2')).json().code).toBe('invitation_void')
    for (const secret of [PASSWORD, token, 'vera@']) await expectUnwritten(secret)
    expect(await verifyAudit(databases.db)).toMatchObject({ ok: true })
  })

  test('a used, an expired, a replaced and a made-up link are the same answer', async () => {
    const used = await invited()
    await accept(used.token, 'used.link')
    const replaced = await invited()
    await regionA.post(`/api/people/${replaced.id}/invitation`)
    const expired = await invited()
    const fresh = { ...server.clock }
    server.clock.now = new Date(server.clock.now.getTime() + INVITATION_MS)
    const answers = []
    for (const token of [used.token, replaced.token, expired.token, 'a'.repeat(43), '', "' OR 1=1 --"])
      for (const answer of [await lookUp(token), await accept(token, 'somebody')]) answers.push(problemOf(answer))
    server.clock.now = fresh.now
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'invitation_void' } })
  })

  test('two at once: one succeeds', async () => {
    const { token } = await invited()
    const answers = await Promise.all(['racer.one', 'racer.two', 'racer.three'].map((login) => accept(token, login)))
    expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 404, 404])
  })

  test('two people can’t take one login at once', async () => {
    const links = [await invited(), await invited()]
    const answers = await Promise.all(links.map(({ token }) => accept(token, 'same.login')))
    const codes = answers.map((answer) => (answer.statusCode === 200 ? 'fine' : answer.json().code))
    expect(codes.toSorted((a, b) => a.localeCompare(b))).toEqual(['fine', 'login_taken'])
  })

  test.each([
    ['the same login', 'LOCAL', 'login_taken'],
    ['one of other letters of the same shape', '1oca1', 'login_taken'],
    ['mixed scripts', 'аnna', 'bad_login'],
    ['an invisible sign', 'anna\u200b', 'bad_login'],
    ['a short one', 'an', 'invalid_request'],
  ])('%s is refused, and the link stays good', async (_name, login, code) => {
    const { token } = await invited()
    const answer = await accept(token, login)
    expect(answer.json().code).toBe(code)
    expect(answer.body).not.toContain(local.id)
    expect((await lookUp(token)).statusCode).toBe(200)
  })

  test('a Cyrillic login that looks like a Latin one of somebody else is taken', async () => {
    await server.add({ login: 'copa' })
    const { token } = await invited()
    expect((await accept(token, 'сора')).json().code).toBe('login_taken')
  })

  test.each(['короткий', '121212121212', 'fresh.login-fresh.login', 'password1234'])(
    'the password «%s» is refused',
    async (password) => {
      const { token } = await invited()
      const answer = await accept(token, 'fresh.login', password)
      expect(['weak_password', 'invalid_request']).toContain(answer.json().code)
      expect((await lookUp(token)).statusCode).toBe(200)
    },
  )

  test('takes no fields besides', async () => {
    const { token } = await invited()
    for (const more of [{ role: 'administrator' }, { name: 'Другая' }, { organisation: 1 }]) {
      const payload = { token, login: 'extra.fields', password: PASSWORD, ...more }
      expect((await server.as().post('/api/invitations/acceptance', payload)).json().code).toBe('invalid_request')
    }
  })
})

test('links are not guessed: the calls of one address are counted', async () => {
  const app = await buildHttp({
    config: server.deps.config,
    log: silentLog(),
    authenticate: async () => NOBODY,
  })
  invitationRoutes(app, { ...server.deps, attemptsPerMinute: 2 })
  const headers = { origin: 'http://otklik.test' }
  const codes = []
  for (let n = 0; n < 3; n++) {
    const payload = { token: 'a'.repeat(43) }
    codes.push((await app.inject({ method: 'POST', url: '/api/invitations/lookup', payload, headers })).statusCode)
  }
  await app.close()
  expect(codes).toEqual([404, 404, 429])
})
