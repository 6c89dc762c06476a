import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { cipherOf } from '../../platform/cipher.ts'
import { type Caller, lastAudit, type PeopleServer, peopleServer, problemOf } from './people.fixture.ts'

const databases = testDatabases()
let server: PeopleServer
let root: Caller & { id: string }
let regionA: Caller & { id: string }
let local: Caller & { id: string }
let neighbour: Caller & { id: string }
let both: string
let wide: string
beforeAll(async () => {
  server = await peopleServer(databases.db)
  root = await server.signedIn({ login: 'root', roles: [[1, 'administrator']] })
  regionA = await server.signedIn({ login: 'ada', roles: [[10, 'administrator']] })
  local = await server.signedIn({ login: 'local', roles: [[13, 'administrator']] })
  neighbour = await server.signedIn({ login: 'boris', roles: [[20, 'administrator']], mail: 'b@example.org' })
  both = await server.add({
    login: 'both',
    roles: [
      [11, 'authority_analyst'],
      [21, 'authority_analyst'],
    ],
  })
  wide = await server.add({ login: 'wide', roles: [[13, 'monitoring_coordinator']] })
})
afterAll(() => server.app.close())

const MADE_UP = '00000000-0000-4000-8000-000000000001'
const CLOSE = { reason: 'уволен', successor: null, passRoles: false }

/** Every call on one person. */
const calls: [method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body: object | undefined][] = [
  ['GET', '', undefined],
  ['GET', '/holdings', undefined],
  ['GET', '/sessions', undefined],
  ['PUT', '', { name: 'Новое', mail: null }],
  ['POST', '/invitation', undefined],
  ['POST', '/memberships', { organisation: 11, role: 'authority_head' }],
  ['PUT', `/memberships/${MADE_UP}`, { organisation: 11, role: 'authority_head' }],
  ['DELETE', `/memberships/${MADE_UP}`, undefined],
  ['POST', '/deactivation', CLOSE],
  ['DELETE', '/deactivation', undefined],
  ['DELETE', '/sessions', undefined],
  ['DELETE', '/second-factor', undefined],
]

describe('a person elsewhere', () => {
  test.each(calls)('%s %s is as absent as a made-up one', async (method, path, body) => {
    const answers = []
    for (const id of [neighbour.id, root.id, MADE_UP, 'nonsense', '1', `${MADE_UP}0`, "'--"])
      answers.push(problemOf(await regionA.call(method, `/api/people/${encodeURIComponent(id)}${path}`, body)))
    for (const answer of answers) expect(answer).toEqual(answers[2])
    expect(answers[2]).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  test.each(calls)('%s %s asks who comes first', async (method, path, body) => {
    expect((await server.as().call(method, `/api/people/${both}${path}`, body)).statusCode).toBe(401)
    const clerk = await server.signedIn({ login: null, roles: [[11, 'authority_analyst']] })
    const answer = await clerk.call(method, `/api/people/${both}${path}`, body)
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'not_allowed'])
  })
})

describe('a person who is not whole', () => {
  const whole = calls.filter(
    ([method, path]) => !path.startsWith('/memberships') && path !== '/holdings' && `${method}${path}` !== 'GET',
  )
  test.each(whole)('%s %s is refused in a part of it', async (method, path, body) => {
    // One has roles elsewhere, the other reaches further than the caller does.
    for (const [who, id] of [
      [regionA, both],
      [local, wide],
    ] as const) {
      expect((await who.get(`/api/people/${id}`)).json().whole).toBe(false)
      const answer = await who.call(method, `/api/people/${id}${path}`, body)
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'not_whole'])
      expect(answer.body).not.toContain('Орган Б')
    }
  })

  test('is changed by those who see all of it', async () => {
    const answer = await root.put(`/api/people/${both}`, { name: 'Оба', mail: 'both@example.org' })
    expect(answer.json()).toMatchObject({ name: 'Оба', mail: 'both@example.org', memberships: [{}, {}] })
  })
})

describe('changing', () => {
  test('takes name and mail and nothing else', async () => {
    const url = `/api/people/${local.id}`
    const good = { name: 'Лев', mail: 'lev@example.org' }
    for (const more of [
      { login: 'x' },
      { state: 'deactivated' },
      { memberships: [] },
      { id: root.id },
      { totp_sealed: '' },
    ]) {
      const answer = await regionA.put(url, { ...good, ...more })
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request'])
    }
    expect((await regionA.put(url, good)).json()).toMatchObject({ name: 'Лев', login: 'local', state: 'active' })
    expect((await regionA.get('/api/people?find=лев+local')).json().total).toBe(1)
    const audit = await lastAudit(databases.db)
    expect(audit).toMatchObject({
      before: { name: 'local', mail: null },
      after: { name: 'Лев', mail: 'l***@example.org' },
    })
    expect(audit.text).not.toContain('lev@')
    const { rows } = await databases.pool.query('SELECT * FROM access_users')
    expect(JSON.stringify(rows)).not.toContain('lev@')
  })

  test('another address voids the ways to a new password that went to the old one', async () => {
    const id = await server.add({ login: 'forgetful', roles: [[11, 'authority_head']], mail: 'old@example.org' })
    const asked = { user_id: id, hash: 'h', asked_at: server.clock.now, expires_at: new Date('2027-01-01') }
    await databases.db.insertInto('access_password_resets').values(asked).execute()
    await regionA.put(`/api/people/${id}`, { name: 'Х', mail: 'new@example.org' })
    expect(await databases.db.selectFrom('access_password_resets').selectAll().execute()).toEqual([])
  })
})

describe('ways in', () => {
  test('sessions are listed and closed', async () => {
    const person = await server.signedIn({ login: 'twice', roles: [[11, 'authority_head']] })
    const second = server.as(await server.cookieOf(person.id))
    const url = `/api/people/${person.id}/sessions`
    const { sessions } = (await regionA.get(url)).json()
    expect(sessions).toMatchObject([{ by: 'password', current: false, address: '192.0.2.7' }, {}])
    expect(JSON.stringify(sessions)).not.toContain(person.cookie?.split('=')[1])
    expect((await regionA.remove(url)).statusCode).toBe(204)
    for (const one of [person, second]) expect((await one.get('/api/people')).statusCode).toBe(401)
    expect(await lastAudit(databases.db)).toMatchObject({ what: 'user.sessions_closed', before: { sessions: 2 } })
  })

  test('a lost second factor is taken off with its codes, and whoever is in is out', async () => {
    const person = await server.signedIn({ login: 'lost', roles: [[11, 'authority_head']] })
    const { db } = databases
    const factor = { totp_sealed: 'sealed', totp_since: server.clock.now, totp_step: 7 }
    await db.updateTable('access_users').set(factor).where('id', '=', person.id).execute()
    await db.insertInto('access_recovery_codes').values({ user_id: person.id, hash: 'code' }).execute()
    expect((await regionA.get(`/api/people/${person.id}`)).json().secondFactor).toBe(true)
    expect((await regionA.remove(`/api/people/${person.id}/second-factor`)).statusCode).toBe(204)
    const after = await db.selectFrom('access_users').selectAll().where('id', '=', person.id).executeTakeFirstOrThrow()
    expect(after).toMatchObject({ totp_sealed: null, totp_since: null, totp_step: 0 })
    expect(await db.selectFrom('access_recovery_codes').selectAll().execute()).toEqual([])
    expect((await person.get('/api/people')).statusCode).toBe(401)
    expect((await lastAudit(db)).text).not.toContain('sealed')
  })

  test('nobody takes off the own', async () => {
    const answer = await regionA.remove(`/api/people/${regionA.id.toUpperCase()}/second-factor`)
    expect(answer.json().code).toBe('own_person')
  })
})

test('a field that is too long, or a name of nothing but marks, is told', async () => {
  const url = `/api/people/${local.id}`
  expect((await regionA.put(url, { name: 'я'.repeat(201), mail: null })).statusCode).toBe(400)
  expect((await regionA.put(url, { name: '<img src=x onerror=alert(1)>', mail: null })).json().name).toContain('<img')
})

test('whose address was sealed with a lost key is still seen, and can be given another', async () => {
  const id = await server.add({ login: 'sealed', roles: [[11, 'authority_head']] })
  const lost = { mail_sealed: cipherOf('another key').seal('lost@example.org') }
  await databases.db.updateTable('access_users').set(lost).where('id', '=', id).execute()
  const url = `/api/people/${id}`
  expect((await regionA.get(url)).json().mail).toBeNull()
  expect((await regionA.put(url, { name: 'Х', mail: 'new@example.org' })).json().mail).toBe('new@example.org')
})
