import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { verifyAudit } from '../../platform/audit/index.ts'
import { ADMIN, type AccessServer, accessServer, administrator, cookieOf, PASSWORD } from '../access.fixture.ts'
import { createAdministrator } from '../index.ts'
import { caller, codeAt, enrol } from '../signing-in/second-factor/second-factor.fixture.ts'

const databases = testDatabases()
const BORIS = { login: 'boris', name: 'Борис', password: 'синий-чайник-поёт' }
const NEW_PASSWORD = 'слон-идёт-за-тучей'
let server: AccessServer
let cookie: string
let call: ReturnType<typeof caller>
beforeAll(async () => {
  server = await accessServer(databases.db)
})
beforeEach(async () => {
  await databases.db.deleteFrom('access_roles').execute()
  cookie = await administrator(server)
  call = caller(server, cookie)
})
afterAll(() => server.app.close())

const signIn = async (password = PASSWORD, login = ADMIN.login) =>
  cookieOf(await server.api.signIn({ login, password }, { 'user-agent': 'Браузер/1.0' }))
const isIn = async (of: string) => (await server.api.session(of)).json().session !== null
const demand = () =>
  databases.db.insertInto('access_roles').values({ role: 'administrator', second_factor: true }).execute()
const lastAudit = async (count: number) => {
  const rows = await databases.db.selectFrom('audit_log').select('what').orderBy('seq', 'desc').limit(count).execute()
  return rows.map(({ what }) => what)
}
const userId = async () =>
  (await databases.db.selectFrom('access_users').select('id').where('login_key', '=', 'anna').executeTakeFirstOrThrow())
    .id
/** Another role of Анна, in an organisation of its own. */
async function secondRole(): Promise<string> {
  const at = { name: 'Министерство труда', created_at: server.clock.now, folded: '' }
  const { id } = await databases.db
    .insertInto('access_organisations')
    .values({ parent_id: 1, path: `/1/${Math.floor(Math.random() * 1e6) + 100}/`, kind: 'federal_body', ...at })
    .returning('id')
    .executeTakeFirstOrThrow()
  const held = { user_id: await userId(), organisation_id: id, role: 'authority_head' as const }
  const membership = await databases.db
    .insertInto('access_memberships')
    .values({ ...held, since: new Date(server.clock.now.getTime() + 1000) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return membership.id
}

test('nobody, no token and no command has an own access', async () => {
  for (const url of ['/api/my/access', '/api/my/sessions']) {
    expect((await server.ask({ url })).statusCode).toBe(401)
    const headers = { authorization: 'Bearer operator-token-of-this-run-0123456789' }
    expect((await server.ask({ url, headers })).json().code).toBe('people_only')
  }
})

describe('the own access', () => {
  test('tells roles, reach and ways in', async () => {
    const access = (await call('GET', '/api/my/access')).json()
    expect(access).toMatchObject({
      memberships: [{ role: 'administrator', organisation: { id: 1 }, kind: 'system', since: expect.any(String) }],
      reach: { everything: true, regions: [], authorities: [], offices: [], suppliers: [] },
      hasPassword: true,
      passwordChangedAt: server.clock.now.toISOString(),
      secondFactor: { required: false, since: null, recoveryCodesLeft: 0 },
      identities: [],
      outside: null,
    })
    expect(access.memberships[0].rights).toContain('people.manage')
    expect(access.reach.organisations).toBeGreaterThan(0)
  })

  test('tells the reach of the role acted in, in words', async () => {
    const membership = await secondRole()
    await call('PUT', '/api/session/membership', { membership })
    const { reach, memberships } = (await call('GET', '/api/my/access')).json()
    expect(reach).toMatchObject({ everything: false, organisations: 1, suppliers: [] })
    expect(memberships).toHaveLength(2)
  })
})

describe('roles', () => {
  test('are switched within the own ones, and rights go with them', async () => {
    const membership = await secondRole()
    const answer = await call('PUT', '/api/session/membership', { membership })
    expect(answer.json().session).toMatchObject({ membership: { id: membership, role: 'authority_head' } })
    expect(answer.json().session.rights).not.toContain('people.manage')
    expect((await server.api.session(cookie)).json().session.membership.id).toBe(membership)
    expect(await lastAudit(1)).toEqual(['session.role_switched'])
  })

  test('of others, past ones and none at all do not exist', async () => {
    await createAdministrator(server.deps, BORIS)
    const boris = (await server.api.session(await signIn(BORIS.password, BORIS.login))).json().session.membership.id
    const past = await secondRole()
    await databases.db
      .updateTable('access_memberships')
      .set({ ended_at: server.clock.now })
      .where('id', '=', past)
      .execute()
    for (const membership of [boris, past, '1', "'", '00000000-0000-4000-8000-000000000000'])
      expect((await call('PUT', '/api/session/membership', { membership })).statusCode, membership).toBe(404)
  })
})

describe('sessions', () => {
  test('are listed with the one that asks, and none of anyone else', async () => {
    await createAdministrator(server.deps, BORIS)
    await signIn(BORIS.password, BORIS.login)
    server.pass(1000)
    await signIn()
    const { sessions } = (await call('GET', '/api/my/sessions')).json()
    expect(sessions).toHaveLength(2)
    expect(sessions[0]).toMatchObject({ current: false, userAgent: 'Браузер/1.0', by: 'password' })
    expect(sessions[1]).toMatchObject({ current: true, address: '192.0.2.1' })
  })

  test('are closed one by one or all others at once', async () => {
    const [one, two] = [await signIn(), await signIn()]
    const { sessions } = (await call('GET', '/api/my/sessions')).json<{
      sessions: { id: string; current: boolean }[]
    }>()
    const other = sessions.find(({ current }) => !current)
    expect((await call('DELETE', `/api/my/sessions/${other?.id}`)).statusCode).toBe(204)
    expect([await isIn(one), await isIn(two)].filter(Boolean)).toHaveLength(1)
    expect((await call('DELETE', '/api/my/sessions')).statusCode).toBe(204)
    expect([await isIn(one), await isIn(two), await isIn(cookie)]).toEqual([false, false, true])
    expect(await lastAudit(2)).toEqual(['session.others_closed', 'session.closed'])
  })

  test('of others do not exist', async () => {
    await createAdministrator(server.deps, BORIS)
    const boris = await signIn(BORIS.password, BORIS.login)
    const { sessions } = (await caller(server, boris)('GET', '/api/my/sessions')).json()
    for (const id of [sessions[0].id, 'x', '00000000-0000-4000-8000-000000000000'])
      expect((await call('DELETE', `/api/my/sessions/${id}`)).statusCode).toBe(404)
    expect(await isIn(boris)).toBe(true)
  })
})

describe('the password', () => {
  const change = (current: string, password = NEW_PASSWORD) => call('PUT', '/api/my/password', { current, password })

  test('is changed by who knows it; other sessions end', async () => {
    const other = await signIn()
    expect((await change(PASSWORD)).statusCode).toBe(204)
    expect([await isIn(other), await isIn(cookie)]).toEqual([false, true])
    expect((await server.api.signIn({ login: ADMIN.login, password: PASSWORD })).statusCode).toBe(401)
    expect((await server.api.signIn({ login: ADMIN.login, password: NEW_PASSWORD })).statusCode).toBe(200)
    expect(await lastAudit(3)).toEqual(['session.opened', 'session.refused', 'password.changed'])
  })

  test('stays when the new one is weak', async () => {
    expect((await change(PASSWORD, 'пароль123456')).json().code).toBe('weak_password')
    expect((await change(PASSWORD, 'xKanna!82hVq')).json().code).toBe('weak_password')
    expect((await change(PASSWORD, 'коротко')).statusCode).toBe(400)
    expect((await server.api.signIn({ login: ADMIN.login, password: PASSWORD })).statusCode).toBe(200)
  })

  test('is not guessed here any faster than at the sign-in', async () => {
    for (let n = 0; n < 5; n++) expect((await change('не тот пароль')).json().code).toBe('wrong_current_password')
    const closed = await change(PASSWORD)
    expect([closed.statusCode, closed.json().code]).toEqual([429, 'attempts_closed'])
    server.pass(900_000)
    expect((await change(PASSWORD)).statusCode).toBe(204)
  })

  test('that does not exist is not changed', async () => {
    await databases.db.updateTable('access_users').set({ password: null }).execute()
    expect((await change('')).json().code).toBe('no_password')
    expect((await call('GET', '/api/my/access')).json().hasPassword).toBe(false)
  })
})

describe('the second factor', () => {
  const begin = (password?: string) => call('POST', '/api/my/second-factor', password === undefined ? {} : { password })
  const finish = (code: string) => call('PUT', '/api/my/second-factor', { code })
  const remove = (code: string) => call('POST', '/api/my/second-factor/removal', { code })
  const renew = (code: string) => call('POST', '/api/my/recovery-codes', { code })

  test('begins with the password and is on once a code has come; other sessions end', async () => {
    const other = await signIn()
    for (const wrong of [undefined, '', 'не тот пароль'])
      expect((await begin(wrong)).json().code).toBe('wrong_current_password')
    expect((await finish('123456')).json().code).toBe('second_factor_not_begun')
    const { secret, uri } = (await begin(PASSWORD)).json()
    const url = new URL(uri)
    expect([url.protocol, url.host]).toEqual(['otpauth:', 'totp'])
    expect([url.searchParams.get('issuer'), url.searchParams.get('secret')]).toEqual(['Отклик', secret])
    expect(decodeURIComponent(url.pathname)).toBe('/Отклик:Anna')
    expect((await finish(codeAt(server, secret, 5))).json().code).toBe('wrong_code')
    expect((await server.api.signIn({ login: ADMIN.login, password: PASSWORD })).json().secondFactor).toBe(false)
    const on = await finish(codeAt(server, secret))
    expect(on.json().recoveryCodes).toHaveLength(10)
    expect([await isIn(other), await isIn(cookie)]).toEqual([false, true])
    expect((await call('GET', '/api/my/access')).json().secondFactor).toEqual({
      required: false,
      since: server.clock.now.toISOString(),
      recoveryCodesLeft: 10,
    })
    for (const again of [await begin(PASSWORD), await finish(codeAt(server, secret, 1))])
      expect(again.json().code).toBe('second_factor_on')
    expect(await lastAudit(1)).toEqual(['second_factor.on'])
  })

  test('begun again has another secret; the first is no good', async () => {
    const first = (await begin(PASSWORD)).json().secret
    const second = (await begin(PASSWORD)).json().secret
    expect((await finish(codeAt(server, first))).statusCode).toBe(403)
    expect((await finish(codeAt(server, second))).statusCode).toBe(200)
  })

  test('is removed by a code or a recovery code, not without', async () => {
    expect((await remove('123456')).json().code).toBe('second_factor_off')
    const { recoveryCodes } = await enrol(server, cookie)
    expect((await remove('0000-0000-0000-0000')).json().code).toBe('wrong_code')
    expect((await remove(recoveryCodes[3] ?? '')).statusCode).toBe(204)
    expect((await server.api.signIn({ login: ADMIN.login, password: PASSWORD })).json().secondFactor).toBe(false)
    expect(await databases.db.selectFrom('access_recovery_codes').selectAll().execute()).toEqual([])
    const { secret } = await enrol(server, cookie)
    expect((await remove(codeAt(server, secret))).statusCode).toBe(204)
    expect(await lastAudit(1)).toEqual(['second_factor.off'])
  })

  test('has its recovery codes renewed by a code; the old ones are no good', async () => {
    const { secret, recoveryCodes } = await enrol(server, cookie)
    const renewed = (await renew(codeAt(server, secret))).json().recoveryCodes
    expect(renewed).toHaveLength(10)
    expect((await renew(recoveryCodes[0] ?? '')).statusCode).toBe(403)
    expect((await renew(renewed[0])).statusCode).toBe(200)
    expect(await lastAudit(2)).toEqual(['second_factor.recovery_codes_renewed', 'second_factor.refused'])
  })

  test('that a role demands comes first and cannot be removed', async () => {
    await demand()
    expect((await server.api.session(cookie)).json().session).toMatchObject({ mustEnrol: true, rights: [] })
    expect((await server.api.suppliers(cookie)).json().code).toBe('second_factor_first')
    expect((await call('GET', '/api/my/access')).json()).toMatchObject({
      reach: { everything: false, organisations: 0 },
      secondFactor: { required: true, since: null },
    })
    const { secret } = await enrol(server, cookie)
    expect((await server.api.suppliers(cookie)).statusCode).toBe(200)
    expect((await remove(codeAt(server, secret))).json().code).toBe('second_factor_needed')
  })
})

test('after all of it the audit holds', async () => {
  expect(await verifyAudit(databases.db)).toMatchObject({ ok: true })
})
