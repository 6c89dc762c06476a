import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { verifyAudit } from '../../platform/audit/index.ts'
import { ADMIN } from '../access.fixture.ts'
import { caller, codeAt, enrol } from '../signing-in/second-factor/second-factor.fixture.ts'
import { ATTEMPT_MS } from './attempts.ts'
import {
  attemptCookie,
  CALLBACK,
  emptied,
  hasSession,
  HOME,
  invited,
  oidcOf,
  type OutsideServer,
  outsideServer,
  sessionCookie,
} from './outside.fixture.ts'
import { realProvider, throughProvider } from './real-provider.fixture.ts'

const databases = testDatabases()
let provider: Awaited<ReturnType<typeof realProvider>>
let server: OutsideServer
/** An administrator's session. */
let cookie = ''
beforeAll(async () => {
  provider = await realProvider(CALLBACK)
  server = await outsideServer(databases.db, oidcOf(provider.issuer))
})
beforeEach(async () => {
  provider.signedIn.subject = 'anna'
  cookie = await emptied(server)
})
afterAll(async () => {
  await server.app.close()
  await provider.stop()
})

/** The whole way: out, through the provider, back. */
async function walk(begun: Awaited<ReturnType<OutsideServer['begin']>>) {
  expect(begun.statusCode, begun.body).toBe(200)
  const back = await throughProvider(begun.json().url, HOME)
  return { back, attempt: attemptCookie(begun), answer: await server.comeBack(back, attemptCookie(begun)) }
}
const linked = async () => walk(await server.link(cookie))
const whats = async () => (await server.audit()).map(({ what }) => what)

describe('linking', () => {
  test('gives the own account an identity, by which it can be entered', async () => {
    const { answer } = await linked()
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/access'])
    expect(await server.identities()).toMatchObject([{ issuer: provider.issuer, subject: 'anna' }])
    const { answer: entered } = await walk(await server.begin({ back: '/services?from=2026-01' }))
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/services?from=2026-01'])
    const { session } = (await server.session(sessionCookie(entered))).json()
    expect(session.user).toMatchObject({ name: ADMIN.name, login: ADMIN.login })
    const rows = await databases.db.selectFrom('access_sessions').select('signed_in_by').orderBy('created_at').execute()
    expect(rows.map((row) => row.signed_in_by)).toContain('outside')
    expect((await whats()).slice(-2)).toEqual(['identity.linked', 'session.opened'])
    expect(await verifyAudit(databases.db)).toMatchObject({ ok: true })
  })

  test('of one identity to two people is refused', async () => {
    await linked()
    const { token } = await invited(server)
    const { answer } = await walk(await server.begin({ invitation: token }))
    expect(answer.headers.location).toBe('/sign-in?trouble=taken')
    expect(hasSession(answer)).toBe(false)
    expect(await server.identities()).toHaveLength(1)
  })

  test('needs a session, and one that still lasts when the identity comes', async () => {
    expect((await server.link('')).statusCode).toBe(401)
    const begun = await server.link(cookie)
    const back = await throughProvider(begun.json().url, HOME)
    await server.ask({ method: 'DELETE', url: '/api/session', headers: { cookie } })
    const answer = await server.comeBack(back, attemptCookie(begun))
    expect(answer.headers.location).toBe('/sign-in?trouble=expired')
    expect(await server.identities()).toEqual([])
  })

  test('twice changes nothing', async () => {
    await linked()
    expect((await linked()).answer.headers.location).toBe('/access')
    expect(await server.identities()).toHaveLength(1)
  })
})

test('the person is told of an identity that was linked or unlinked, once', async () => {
  server.sent.length = 0
  await linked()
  await linked()
  const [identity] = await server.identities()
  const notice = {
    at: server.clock.now.toISOString(),
    from: { address: expect.any(String), request: expect.any(String) },
  }
  const userId = identity?.user_id
  expect(server.sent.splice(0)).toEqual([{ ...notice, kind: 'identity_linked', userId }])
  await server.unlink(cookie, identity?.id ?? '')
  expect((await server.unlink(cookie, identity?.id ?? '')).statusCode).toBe(404)
  expect(server.sent).toEqual([{ ...notice, kind: 'identity_unlinked', userId }])
})

describe('unlinking', () => {
  test('ends the sessions that came that way, but for the one that asks', async () => {
    await linked()
    const outside = sessionCookie((await walk(await server.begin())).answer)
    const [identity] = await server.identities()
    expect((await server.unlink(cookie, identity?.id ?? '')).statusCode).toBe(204)
    expect((await server.session(outside)).json().session).toBeNull()
    expect((await server.session(cookie)).json().session).not.toBeNull()
    expect((await whats()).at(-1)).toBe('identity.unlinked')
  })

  test('of the only way in is refused; someone else’s does not exist', async () => {
    const { token } = await invited(server)
    const boris = sessionCookie((await walk(await server.begin({ invitation: token }))).answer)
    const [identity] = await server.identities()
    const refused = await server.unlink(boris, identity?.id ?? '')
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'only_way_in'])
    for (const id of [identity?.id ?? '', 'x', '1', '00000000-0000-4000-8000-000000000001'])
      expect((await server.unlink(cookie, id)).statusCode, id).toBe(404)
    expect(await server.identities()).toHaveLength(1)
  })

  test('two at once leave one way in', async () => {
    const { token, id } = await invited(server)
    const boris = sessionCookie((await walk(await server.begin({ invitation: token }))).answer)
    const second = { issuer: provider.issuer, subject: 'boris', user_id: id, linked_at: new Date() }
    await databases.db.insertInto('access_identities').values(second).execute()
    const ids = (await server.identities()).map((one) => one.id)
    const answers = await Promise.all(ids.map((one) => server.unlink(boris, one)))
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([204, 409])
  })
})

describe('an invitation', () => {
  test('is accepted with an identity instead of a login and a password, once', async () => {
    const { token, id } = await invited(server)
    const { answer } = await walk(await server.begin({ invitation: token, back: '/services' }))
    expect(answer.headers.location).toBe('/services')
    const { session } = (await server.session(sessionCookie(answer))).json()
    expect(session.user).toEqual({ id, login: '', name: 'Борис' })
    const again = await server.begin({ invitation: token })
    expect([again.statusCode, again.json().code]).toEqual([404, 'invitation_void'])
    expect((await whats()).slice(-2)).toEqual(['session.opened', 'invitation.accepted'])
  })

  test('used elsewhere meanwhile gives nothing', async () => {
    const { token } = await invited(server)
    const begun = await server.begin({ invitation: token })
    await databases.db.deleteFrom('access_invitations').execute()
    const { answer } = await walk(begun)
    expect(answer.headers.location).toBe('/sign-in?trouble=invitation_void')
    expect(hasSession(answer)).toBe(false)
  })

  test('leaves nobody a way in by password', async () => {
    const { token } = await invited(server)
    await walk(await server.begin({ invitation: token }))
    for (const login of ['', ' ', 'Борис', 'anna', 'null'])
      for (const password of ['', 'null', 'undefined'])
        expect((await server.api.signIn({ login, password })).statusCode, `${login}/${password}`).not.toBe(200)
  })
})

describe('whoever', () => {
  test('is not known hears so, and is no more than before', async () => {
    const { answer } = await walk(await server.begin())
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in?trouble=unknown_identity'])
    expect(hasSession(answer)).toBe(false)
    const last = (await server.audit()).at(-1)
    expect(last).toMatchObject({ what: 'session.refused', subject: expect.stringMatching(/^identity:[\da-f]{16}$/) })
    expect(last?.entry).not.toContain('anna')
  })

  test('has been deactivated hears the same', async () => {
    await linked()
    await databases.db.updateTable('access_users').set({ disabled_at: new Date() }).execute()
    const { answer } = await walk(await server.begin())
    expect(answer.headers.location).toBe('/sign-in?trouble=unknown_identity')
    expect(hasSession(answer)).toBe(false)
  })

  test('has a second factor is asked for it, and is nobody until then', async () => {
    await linked()
    const { secret } = await enrol(server, cookie)
    const { answer } = await walk(await server.begin({ back: '/services?region=31' }))
    expect(answer.headers.location).toBe('/sign-in?back=%2Fservices%3Fregion%3D31')
    const awaiting = sessionCookie(answer)
    expect((await server.session(awaiting)).json()).toMatchObject({ session: null, secondFactor: true })
    expect((await server.api.suppliers(awaiting)).statusCode).toBe(401)
    const code = await caller(server, awaiting)('POST', '/api/session/second-factor', { code: codeAt(server, secret) })
    expect(code.json().session.user.name).toBe(ADMIN.name)
    expect(sessionCookie(code)).not.toBe(awaiting)
    const { sessions } = (await caller(server, sessionCookie(code))('GET', '/api/my/sessions')).json()
    expect(sessions).toContainEqual(expect.objectContaining({ current: true, by: 'outside' }))
  })
})

describe('an attempt', () => {
  test('belongs to the browser that began it', async () => {
    await linked()
    const [mine, other] = [await server.begin(), await server.begin()]
    const back = await throughProvider(mine.json().url, HOME)
    for (const foreign of ['', attemptCookie(other), 'otklik_outside=x', 'otklik_outside='])
      expect((await server.comeBack(back, foreign)).headers.location, foreign).toBe('/sign-in?trouble=expired')
    // The stranger's try has not spent it.
    expect(hasSession(await server.comeBack(back, attemptCookie(mine)))).toBe(true)
  })

  test('is good once and for ten minutes', async () => {
    await linked()
    const { back, attempt, answer } = await walk(await server.begin())
    expect(hasSession(answer)).toBe(true)
    expect((await server.comeBack(back, attempt)).headers.location).toBe('/sign-in?trouble=expired')
    const late = await server.begin()
    const lateBack = await throughProvider(late.json().url, HOME)
    server.pass(ATTEMPT_MS)
    expect((await server.comeBack(lateBack, attemptCookie(late))).headers.location).toBe('/sign-in?trouble=expired')
    server.pass(-ATTEMPT_MS)
  })

  test('has a cookie of its own, out of reach of scripts, gone after use; the session’s stays strict', async () => {
    await linked()
    const begun = await server.begin()
    expect(begun.headers['set-cookie']).toMatch(
      /^otklik_outside=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const { answer } = await walk(begun)
    const lines = [answer.headers['set-cookie']].flat()
    expect(lines).toContainEqual(expect.stringMatching(/^otklik_outside=; .*Expires=Thu, 01 Jan 1970/))
    expect(lines).toContainEqual(expect.stringMatching(/^otklik_session=[\w-]{43}; .*SameSite=Strict$/))
  })

  test('keeps nothing of the browser’s secrets in the database', async () => {
    const begun = await server.begin()
    const { searchParams } = new URL(begun.json().url)
    const rows = JSON.stringify(await databases.db.selectFrom('access_outside_attempts').selectAll().execute())
    expect(rows).not.toContain(attemptCookie(begun).split('=')[1])
    expect(rows).not.toContain(searchParams.get('state'))
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid',
      redirect_uri: CALLBACK,
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  test('that the provider has refused is told as that', async () => {
    const begun = await server.begin()
    const state = new URL(begun.json().url).searchParams.get('state') ?? ''
    const back = new URL(`${CALLBACK}?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`)
    expect((await server.comeBack(back, attemptCookie(begun))).headers.location).toBe('/sign-in?trouble=denied')
    expect((await whats()).at(-1)).toBe('session.refused')
  })

  test('may come back with fields of the provider’s own', async () => {
    await linked()
    const begun = await server.begin()
    const back = await throughProvider(begun.json().url, HOME)
    back.searchParams.set('authuser', '0')
    expect(hasSession(await server.comeBack(back, attemptCookie(begun)))).toBe(true)
  })
})

test('the sign-in page is told the button’s name', async () => {
  expect((await server.session('')).json().outside).toBe('Портал')
})
