import {
  ALL_KINDS,
  ALL_RIGHTS,
  ALL_ROLES,
  EVERYTHING,
  mayGive,
  NOTHING,
  parentPath,
  reachesOrganisation,
  rightsOf,
  topOf,
} from '@otklik/model/access'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { OPERATOR_TOKEN } from '../access.fixture.ts'
import { type Caller, lastAudit, type PeopleServer, peopleServer, problemOf } from './people.fixture.ts'
import { exceeds, requireGrantable } from './rules.ts'

const databases = testDatabases()
let server: PeopleServer
let root: Caller & { id: string }
let regionA: Caller & { id: string }
let local: Caller & { id: string }
let reader: Caller & { id: string }

beforeAll(async () => {
  server = await peopleServer(databases.db)
  root = await server.signedIn({ login: 'root', roles: [[1, 'administrator']] })
  regionA = await server.signedIn({ login: 'ada', roles: [[10, 'administrator']] })
  local = await server.signedIn({ login: 'local', roles: [[13, 'administrator']] })
  reader = await server.signedIn({ login: 'reader', roles: [[11, 'authority_head']] })
})
afterAll(() => server.app.close())

let made = 0
const analyst = () => server.add({ login: `analyst${made++}`, roles: [[11, 'authority_analyst']] })
const membershipOf = async (id: string) => {
  const of = databases.db
    .selectFrom('access_memberships')
    .select('id')
    .where('user_id', '=', id)
    .where('ended_at', 'is', null)
  return (await of.executeTakeFirstOrThrow()).id
}
const grant = (who: Caller, id: string, organisation: number, role: string) =>
  who.post(`/api/people/${id}/memberships`, { organisation, role })

describe('giving a role', () => {
  test('adds it to those the person has', async () => {
    const id = await analyst()
    server.pass(1000)
    const answer = await grant(regionA, id, 12, 'interviewer')
    expect(answer.statusCode).toBe(201)
    expect(answer.json().memberships.map(({ role }: { role: string }) => role)).toEqual([
      'authority_analyst',
      'interviewer',
    ])
    expect(await lastAudit(databases.db)).toMatchObject({
      what: 'role.granted',
      subject: `user:${id}`,
      before: null,
      after: { role: 'interviewer', organisation: 12, in: 'Офис А' },
    })
    expect((await grant(regionA, id, 12, 'interviewer')).json().code).toBe('role_held')
  })

  test.each([
    ['a role that is none', 11, 'constructor', 400, 'unknown_role'],
    ['a role that is not held there', 12, 'authority_head', 409, 'role_unfit'],
    ['the whole system in a ministry', 11, 'ministry_observer', 409, 'role_unfit'],
    ['an organisation of a neighbour', 21, 'authority_analyst', 404, 'not_found'],
    ['the organisation above', 1, 'administrator', 404, 'not_found'],
    ['an organisation that is not there', 999, 'authority_analyst', 404, 'not_found'],
    ['a number that is none of an organisation', 2 ** 40, 'authority_analyst', 404, 'not_found'],
  ])('%s is refused', async (_name, organisation, role, status, code) => {
    const id = await analyst()
    const answer = await grant(regionA, id, organisation, role)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })

  test('a neighbour’s organisation and a made-up one are the same answer', async () => {
    const id = await analyst()
    const [theirs, none] = [
      await grant(regionA, id, 21, 'administrator'),
      await grant(regionA, id, 999, 'administrator'),
    ]
    expect(problemOf(theirs)).toEqual(problemOf(none))
  })

  test('a role that reaches the territory is not given from below it', async () => {
    const id = await server.add({ login: 'koord', roles: [[13, 'interviewer']] })
    expect((await grant(local, id, 13, 'monitoring_coordinator')).json().code).toBe('role_beyond_reach')
    expect((await grant(regionA, id, 13, 'monitoring_coordinator')).statusCode).toBe(201)
  })

  test('a closed organisation takes nobody', async () => {
    const id = await analyst()
    const close = (closed_at: Date | null) =>
      databases.db.updateTable('access_organisations').set({ closed_at }).where('id', '=', 12).execute()
    await close(new Date())
    const answer = await grant(regionA, id, 12, 'interviewer')
    await close(null)
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'organisation_closed'])
  })

  test('nobody changes the own roles, however the own number is written', async () => {
    const own = await membershipOf(regionA.id)
    for (const id of [regionA.id, regionA.id.toUpperCase()]) {
      const url = `/api/people/${id}/memberships`
      const place = { organisation: 11, role: 'authority_head' }
      for (const answer of [
        await regionA.post(url, place),
        await regionA.put(`${url}/${own}`, place),
        await regionA.remove(`${url}/${own}`),
      ])
        expect([answer.statusCode, answer.json().code]).toEqual([403, 'own_roles'])
    }
  })

  test('a command on this machine may give everything that fits', async () => {
    const id = await server.add({ login: 'nobody-yet' })
    const answer = await server.ask({
      method: 'POST',
      url: `/api/people/${id}/memberships`,
      payload: { organisation: 2, role: 'ministry_observer' },
      headers: { authorization: `Bearer ${OPERATOR_TOKEN}` },
    })
    expect(answer.statusCode).toBe(201)
  })

  test('two who give the same role at once: one succeeds', async () => {
    const id = await analyst()
    const answers = await Promise.all([1, 2, 3].map(() => grant(root, id, 12, 'paper_clerk')))
    expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([201, 409, 409])
  })
})

describe('moving and withdrawing', () => {
  test('the old role ends where the new one begins, and sessions go on in it', async () => {
    const person = await server.signedIn({ login: 'mover', roles: [[11, 'authority_analyst']] })
    const membership = await membershipOf(person.id)
    const answer = await regionA.put(`/api/people/${person.id}/memberships/${membership}`, {
      organisation: 12,
      role: 'phone_operator',
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.json().memberships).toMatchObject([{ role: 'phone_operator', organisation: { id: 12 } }])
    const state = (await person.get('/api/session')).json()
    expect(state.session).toMatchObject({ membership: { role: 'phone_operator' }, rights: [] })
    const rows = await databases.db
      .selectFrom('access_memberships')
      .selectAll()
      .where('user_id', '=', person.id)
      .execute()
    const [old, fresh] = rows.sort((a, b) => Number(a.ended_at === null) - Number(b.ended_at === null))
    expect(old?.ended_at).toEqual(fresh?.since)
    expect(await lastAudit(databases.db)).toMatchObject({
      what: 'role.moved',
      before: { role: 'authority_analyst', organisation: 11 },
      after: { role: 'phone_operator', organisation: 12 },
    })
  })

  test('a refused move changes nothing', async () => {
    const id = await analyst()
    const url = `/api/people/${id}/memberships/${await membershipOf(id)}`
    for (const [place, code] of [
      [{ organisation: 21, role: 'authority_analyst' }, 'not_found'],
      [{ organisation: 11, role: 'authority_analyst' }, 'role_held'],
      [{ organisation: 12, role: 'authority_analyst' }, 'role_unfit'],
    ] as const)
      expect((await regionA.put(url, place)).json().code).toBe(code)
    expect((await regionA.get(`/api/people/${id}`)).json().memberships).toMatchObject([{ organisation: { id: 11 } }])
  })

  test('a withdrawn role gives nothing from the next call on', async () => {
    const person = await server.signedIn({ login: 'head', roles: [[11, 'authority_head']] })
    expect((await person.get('/api/people')).statusCode).toBe(200)
    const answer = await regionA.remove(`/api/people/${person.id}/memberships/${await membershipOf(person.id)}`)
    expect(answer.json()).toMatchObject({ memberships: [], whole: true })
    expect((await person.get('/api/people')).json().code).toBe('not_allowed')
    expect((await regionA.get(`/api/people/${person.id}`)).statusCode).toBe(200)
    expect(await lastAudit(databases.db)).toMatchObject({ before: { role: 'authority_head' }, after: null })
  })

  test('only a running role of this very person within reach is found', async () => {
    const both = await server.add({
      login: 'both',
      roles: [
        [11, 'authority_head'],
        [21, 'authority_head'],
      ],
    })
    const all = await databases.db.selectFrom('access_memberships').selectAll().where('user_id', '=', both).execute()
    const elsewhere = all.find((one) => one.organisation_id === 21)?.id
    const ofAnother = await membershipOf(await analyst())
    const madeUp = '00000000-0000-4000-8000-000000000001'
    const answers = []
    for (const id of [elsewhere, ofAnother, madeUp, 'nonsense'])
      answers.push(problemOf(await regionA.remove(`/api/people/${both}/memberships/${id}`)))
    for (const answer of answers) expect(answer).toEqual(answers[2])
    expect(answers[2]?.status).toBe(404)
    expect((await root.remove(`/api/people/${both}/memberships/${elsewhere}`)).statusCode).toBe(200)
    expect((await root.remove(`/api/people/${both}/memberships/${elsewhere}`)).statusCode).toBe(404)
  })

  test('the last administrator of the whole system keeps the role', async () => {
    const second = await server.signedIn({ login: 'second', roles: [[1, 'administrator']] })
    // Someone invited can't sign in yet, and does not count.
    await server.add({ login: null, roles: [[1, 'administrator']] })
    const [ofRoot, ofSecond] = [await membershipOf(root.id), await membershipOf(second.id)]
    // Of two who take the role from one another at once, one stays.
    const answers = await Promise.all([
      second.remove(`/api/people/${root.id}/memberships/${ofRoot}`),
      root.remove(`/api/people/${second.id}/memberships/${ofSecond}`),
    ])
    const [loser] = answers.filter(({ statusCode }) => statusCode !== 200)
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    // Whoever comes so late that the own role is gone already is refused for that.
    expect(['last_administrator', 'not_allowed']).toContain(loser?.json().code)
    await databases.db.updateTable('access_memberships').set({ ended_at: null }).where('id', '=', ofRoot).execute()
    await databases.db
      .updateTable('access_memberships')
      .set({ ended_at: new Date() })
      .where('id', '=', ofSecond)
      .execute()
    const operator = { authorization: `Bearer ${OPERATOR_TOKEN}` }
    const url = `/api/people/${root.id}/memberships/${ofRoot}`
    const moved = { organisation: 2, role: 'administrator' }
    for (const answer of [
      await server.ask({ method: 'DELETE', url, headers: operator }),
      await server.ask({ method: 'PUT', url, headers: operator, payload: moved }),
    ])
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'last_administrator'])
  })
})

test('whoever may only read changes no roles', async () => {
  const id = await analyst()
  expect((await reader.get(`/api/people/${id}`)).statusCode).toBe(200)
  expect((await grant(reader, id, 12, 'interviewer')).json().code).toBe('not_allowed')
})

describe('the rule of giving', () => {
  /** Paths of a random tree. */
  const tree = fc
    .array(fc.nat(), { minLength: 1, maxLength: 25 })
    .map((picks) =>
      picks.reduce<string[]>((paths, pick, n) => [...paths, `${paths[pick % paths.length]}${n + 2}/`], ['/1/']),
    )
  const given = tree.chain((paths) =>
    fc.record({
      giverRole: fc.constantFrom(...ALL_ROLES),
      giverPath: fc.constantFrom(...paths),
      role: fc.constantFrom<string>(...ALL_ROLES, 'constructor', 'root'),
      path: fc.constantFrom(...paths),
      kind: fc.constantFrom(...ALL_KINDS),
      rights: fc.subarray([...ALL_RIGHTS]),
      paths: fc.constant(paths),
    }),
  )

  test('whatever is accepted lies within what the giver has', () => {
    let accepted = 0
    fc.assert(
      fc.property(given, ({ giverRole, giverPath, role, path, kind, rights, paths }) => {
        const top = topOf(giverRole, giverPath)
        const giver = { rights, reach: top === '/1/' ? EVERYTHING : { ...NOTHING, top } }
        let taken
        try {
          taken = requireGrantable(giver, role, { kind, path })
        } catch {
          return
        }
        accepted++
        expect(mayGive(rights, taken)).toBe(true)
        const grantee = { ...NOTHING, top: topOf(taken, path) }
        for (const one of paths)
          if (reachesOrganisation(grantee, one)) expect(reachesOrganisation(giver.reach, one)).toBe(true)
        // And whoever has it now can give nothing that the giver could not.
        for (const next of ALL_ROLES)
          if (exceeds({ rights: rightsOf(taken), reach: grantee }, next, path) === undefined)
            expect(exceeds(giver, next, path)).toBeUndefined()
      }),
      { numRuns: 3000 },
    )
    expect(accepted).toBeGreaterThan(30)
  })

  test('administrators of a part can give every role that fits and stays within it', () => {
    for (const role of ALL_ROLES)
      for (const path of ['/1/5/', '/1/5/7/', '/1/5/7/9/']) {
        const within = topOf(role, path).startsWith('/1/5/')
        const outcome = exceeds({ rights: ALL_RIGHTS, reach: { ...NOTHING, top: '/1/5/' } }, role, path)
        expect(outcome === undefined, `${role} at ${path} above ${parentPath(path)}`).toBe(within)
      }
  })
})
