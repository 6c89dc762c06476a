import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { hashSecret } from '../secrets.ts'
import { type Caller, lastAudit, type PeopleServer, peopleServer, problemOf } from './people.fixture.ts'

const databases = testDatabases()
let server: PeopleServer
let root: Caller & { id: string }
let regionA: Caller & { id: string }
beforeAll(async () => {
  server = await peopleServer(databases.db)
  root = await server.signedIn({ login: 'root', roles: [[1, 'administrator']] })
  regionA = await server.signedIn({ login: 'ada', roles: [[10, 'administrator']] })
})
afterAll(() => server.app.close())

let made = 0
const analyst = () => server.add({ login: `analyst${made++}`, roles: [[11, 'authority_analyst']] })
const close = (who: Caller, id: string, more: object = {}) =>
  who.post(`/api/people/${id}/deactivation`, { reason: 'уволен', successor: null, passRoles: false, ...more })
const giveToken = async (keeper_id: string, organisation_id = 11, more: object = {}) => {
  const now = server.clock.now
  const row = {
    organisation_id,
    rights: ['packages.send'],
    label: 'выгрузка',
    hash: hashSecret(`${made++}`),
    created_at: now,
  }
  const { id } = await databases.db
    .insertInto('access_tokens')
    .values({ ...row, keeper_id, expires_at: new Date(now.getTime() + 86_400_000), ...more })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
const keeperOf = async (token: string) =>
  (await databases.db.selectFrom('access_tokens').select('keeper_id').where('id', '=', token).executeTakeFirstOrThrow())
    .keeper_id

describe('closing the access', () => {
  test('ends sessions and roles at once, and keeps the person in sight', async () => {
    const person = await server.signedIn({ login: 'gone', roles: [[11, 'authority_head']] })
    expect((await person.get('/api/people')).statusCode).toBe(200)
    const answer = await close(regionA, person.id, { reason: 'перешёл в другой орган' })
    expect(answer.json()).toMatchObject({
      state: 'deactivated',
      memberships: [{ role: 'authority_head' }],
      whole: true,
    })
    expect((await person.get('/api/people')).statusCode).toBe(401)
    expect((await person.get('/api/session')).json().session).toBeNull()
    expect((await regionA.get('/api/people?state=deactivated')).json().rows).toMatchObject([{ id: person.id }])
    expect(await lastAudit(databases.db)).toMatchObject({
      what: 'user.deactivated',
      before: { roles: [{ role: 'authority_head', organisation: 11 }] },
      after: { reason: 'перешёл в другой орган', successor: null },
    })
    expect((await close(regionA, person.id)).json().code).toBe('access_closed')
    const grant = { organisation: 11, role: 'authority_head' }
    expect((await regionA.post(`/api/people/${person.id}/memberships`, grant)).json().code).toBe('access_closed')
  })

  test('nobody closes the own, however the own number is written', async () => {
    for (const id of [regionA.id, regionA.id.toUpperCase()])
      expect(problemOf(await close(regionA, id))).toMatchObject({ status: 403, body: { code: 'own_person' } })
  })

  test('the last administrator of the whole system stays', async () => {
    const second = await server.signedIn({ login: 'second', roles: [[1, 'administrator']] })
    const answers = await Promise.all([close(second, root.id), close(root, second.id)])
    // Whoever came second finds the own session closed, or is the last one.
    const codes = answers.map(({ statusCode }) => statusCode)
    expect(codes.filter((code) => code === 200)).toHaveLength(1)
    const left = await databases.db
      .selectFrom('access_users as u')
      .innerJoin('access_memberships as m', 'm.user_id', 'u.id')
      .select('u.id')
      .where('u.disabled_at', 'is', null)
      .where('m.ended_at', 'is', null)
      .where('m.organisation_id', '=', 1)
      .execute()
    expect(left).toHaveLength(1)
    for (const id of [root.id, second.id]) {
      await databases.db.updateTable('access_users').set({ disabled_at: null }).where('id', '=', id).execute()
      await databases.db.updateTable('access_memberships').set({ ended_at: null }).where('user_id', '=', id).execute()
    }
    root = { id: root.id, ...server.as(await server.cookieOf(root.id)) }
    expect((await close(root, second.id)).statusCode).toBe(200)
  })

  test('opening it again brings no role back', async () => {
    const id = await analyst()
    const url = `/api/people/${id}/deactivation`
    expect((await regionA.remove(url)).json().code).toBe('access_open')
    server.pass(1000)
    await close(regionA, id)
    const answer = await regionA.remove(url)
    expect(answer.json()).toMatchObject({ state: 'active', memberships: [] })
    expect((await lastAudit(databases.db)).what).toBe('user.reactivated')
    const grant = { organisation: 11, role: 'authority_analyst' }
    expect((await regionA.post(`/api/people/${id}/memberships`, grant)).statusCode).toBe(201)
  })
})

describe('handing over', () => {
  test('keys and given invitations go to the successor, the roles when asked for', async () => {
    const [id, heir] = [
      await server.add({
        login: 'chief',
        roles: [
          [11, 'authority_head'],
          [11, 'authority_analyst'],
        ],
      }),
      await analyst(),
    ]
    const token = await giveToken(id)
    const revoked = await giveToken(id, 11, { revoked_at: server.clock.now })
    const invitation = { hash: 'hash', user_id: heir, invited_by: id, created_at: server.clock.now }
    await databases.db
      .insertInto('access_invitations')
      .values({ ...invitation, expires_at: new Date('2027-01-01') })
      .execute()
    expect((await regionA.get(`/api/people/${id}/holdings`)).json()).toEqual({
      tokens: [{ id: token, label: 'выгрузка' }],
      memberships: 2,
    })
    server.pass(1000)
    expect((await close(regionA, id)).json().code).toBe('person_holds')
    expect((await close(regionA, id, { successor: heir, passRoles: true })).statusCode).toBe(200)
    expect([await keeperOf(token), await keeperOf(revoked)]).toEqual([heir, id])
    const given = await databases.db.selectFrom('access_invitations').select('invited_by').execute()
    expect(given).toEqual([{ invited_by: heir }])
    const { memberships } = (await regionA.get(`/api/people/${heir}`)).json()
    expect(memberships.map(({ role }: { role: string }) => role)).toEqual(['authority_analyst', 'authority_head'])
    expect(await lastAudit(databases.db)).toMatchObject({
      after: { successor: heir, passedRoles: [expect.any(String)], tokens: [token], invitations: 1 },
    })
  })

  test('without being asked for the roles simply end', async () => {
    const [id, heir] = [await analyst(), await server.add({ login: 'heir', roles: [[12, 'interviewer']] })]
    expect((await close(regionA, id, { successor: heir })).statusCode).toBe(200)
    expect((await regionA.get(`/api/people/${heir}`)).json().memberships).toHaveLength(1)
  })

  test('nobody passes roles to oneself', async () => {
    const id = await analyst()
    const token = await giveToken(id)
    expect((await close(regionA, id, { successor: regionA.id, passRoles: true })).json().code).toBe('own_roles')
    expect((await close(regionA, id, { successor: regionA.id })).statusCode).toBe(200)
    expect(await keeperOf(token)).toBe(regionA.id)
  })

  test('a successor elsewhere, made up, invited, closed, or the person itself: one answer', async () => {
    const id = await analyst()
    const closed = await analyst()
    await close(regionA, closed)
    const elsewhere = await server.add({ login: 'elsewhere', roles: [[21, 'authority_head']] })
    const awaited = await server.add({ login: null, roles: [[11, 'authority_analyst']] })
    const answers = []
    for (const successor of [elsewhere, '00000000-0000-4000-8000-000000000001', 'nonsense', awaited, closed, id])
      answers.push(problemOf(await close(regionA, id, { successor, passRoles: true })))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]?.body).toMatchObject({ code: 'successor_unfit' })
    expect((await regionA.get(`/api/people/${id}`)).json().state).toBe('active')
  })

  test('holdings within reach are shown, and no others', async () => {
    const id = await server.add({
      login: 'spread',
      roles: [
        [11, 'authority_head'],
        [21, 'authority_head'],
      ],
    })
    await giveToken(id, 21)
    expect((await regionA.get(`/api/people/${id}/holdings`)).json()).toEqual({ tokens: [], memberships: 1 })
    expect((await root.get(`/api/people/${id}/holdings`)).json()).toMatchObject({ tokens: [{}], memberships: 2 })
  })
})
