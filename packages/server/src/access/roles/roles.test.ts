import { ALL_RIGHTS, ALL_ROLES, rightsOf } from '@otklik/model/access'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { OPERATOR_TOKEN } from '../access.fixture.ts'
import { type Caller, lastAudit, type PeopleServer, peopleServer } from '../people/people.fixture.ts'

const databases = testDatabases()
let server: PeopleServer
let root: Caller & { id: string }
beforeAll(async () => {
  server = await peopleServer(databases.db)
  root = await server.signedIn({ login: 'root', roles: [[1, 'administrator']] })
})
afterAll(() => server.app.close())

const demand = (who: Caller, role: string, required = true) => who.put(`/api/roles/${role}/second-factor`, { required })

describe('the table of roles', () => {
  test('is shown to everyone who has signed in, also without any right', async () => {
    const interviewer = await server.signedIn({ login: 'inter', roles: [[12, 'interviewer']] })
    const { rights, roles } = (await interviewer.get('/api/roles')).json()
    expect(rights.map(({ right }: { right: string }) => right)).toEqual(ALL_RIGHTS)
    expect(roles.map(({ role }: { role: string }) => role)).toEqual(ALL_ROLES)
    for (const { role, rights: given, secondFactor } of roles) {
      expect(given).toEqual(rightsOf(role))
      expect(secondFactor).toBe(false)
    }
  })

  test('is not for those who have not', async () => {
    expect((await server.as().get('/api/roles')).statusCode).toBe(401)
  })
})

describe('demanding a second factor', () => {
  test('takes the rights away until it is set up', async () => {
    const head = await server.signedIn({ login: 'head', roles: [[11, 'authority_head']] })
    expect((await head.get('/api/people')).statusCode).toBe(200)
    const answer = await demand(root, 'authority_head')
    expect(answer.json()).toMatchObject({ role: 'authority_head', secondFactor: true })
    expect((await head.get('/api/people')).json().code).toBe('second_factor_first')
    expect(await lastAudit(databases.db)).toMatchObject({
      what: 'role.second_factor',
      subject: 'role:authority_head',
      before: { secondFactor: false },
      after: { secondFactor: true },
    })
    expect((await demand(root, 'authority_head')).statusCode).toBe(200)
    const written = await databases.db
      .selectFrom('audit_log')
      .select('seq')
      .where('what', '=', 'role.second_factor')
      .execute()
    expect(written).toHaveLength(1)
    const { roles } = (await head.get('/api/roles')).json()
    const demanding = roles.filter(({ secondFactor }: { secondFactor: boolean }) => secondFactor)
    expect(demanding.map(({ role }: { role: string }) => role)).toEqual(['authority_head'])
    expect((await demand(root, 'authority_head', false)).json().secondFactor).toBe(false)
    expect((await head.get('/api/people')).statusCode).toBe(200)
  })

  test('is for those who see the whole system', async () => {
    const regional = await server.signedIn({ login: 'ada', roles: [[10, 'administrator']] })
    for (const role of ['authority_head', 'nonsense'])
      expect((await demand(regional, role)).json()).toMatchObject({ status: 403, code: 'whole_system_only' })
    const observer = await server.signedIn({ login: 'mer', roles: [[2, 'ministry_observer']] })
    expect((await demand(observer, 'authority_head')).json().code).toBe('not_allowed')
    expect((await demand(server.as(), 'authority_head')).statusCode).toBe(401)
  })

  test.each(['nonsense', 'constructor', '__proto__', '1'])('of the role %s is not found', async (role) => {
    expect((await demand(root, role)).json()).toMatchObject({ status: 404, code: 'not_found' })
  })

  test('is open to a command on this machine', async () => {
    const answer = await server.ask({
      method: 'PUT',
      url: '/api/roles/interviewer/second-factor',
      payload: { required: false },
      headers: { authorization: `Bearer ${OPERATOR_TOKEN}` },
    })
    expect(answer.statusCode).toBe(200)
  })
})
