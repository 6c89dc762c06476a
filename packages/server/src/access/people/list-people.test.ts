import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { type Caller, type PeopleServer, peopleServer } from './people.fixture.ts'

const databases = testDatabases()
let server: PeopleServer
let root: Caller & { id: string }
let regionA: Caller & { id: string }
let headB: Caller & { id: string }
let both: string

beforeAll(async () => {
  server = await peopleServer(databases.db)
  root = await server.signedIn({ login: 'root', name: 'Яна Корень', roles: [[1, 'administrator']] })
  regionA = await server.signedIn({ login: 'ada', name: 'Ада', roles: [[10, 'administrator']] })
  headB = await server.signedIn({ login: 'boris', name: 'Борис', roles: [[21, 'authority_head']] })
  both = await server.add({
    login: 'semyon',
    name: 'Семён 100%',
    mail: 's@example.org',
    roles: [
      [11, 'authority_analyst'],
      [21, 'authority_analyst'],
    ],
  })
  await server.add({ login: null, name: 'Вера', roles: [[12, 'interviewer']] })
  await server.add({ login: 'nikto', name: 'Никто' })
  const gone = await server.add({ login: 'gleb', name: 'Глеб', roles: [[11, 'authority_head']] })
  const at = server.clock.now
  await databases.db.updateTable('access_users').set({ disabled_at: at }).where('id', '=', gone).execute()
  await databases.db.updateTable('access_memberships').set({ ended_at: at }).where('user_id', '=', gone).execute()
  const former = await server.add({
    login: 'dina',
    name: 'Дина',
    roles: [
      [12, 'paper_clerk'],
      [22, 'paper_clerk'],
    ],
  })
  const earlier = { ended_at: new Date(at.getTime() - 1000) }
  await databases.db
    .updateTable('access_memberships')
    .set(earlier)
    .where('user_id', '=', former)
    .where('organisation_id', '=', 12)
    .execute()
})
afterAll(() => server.app.close())

const names = async (who: Caller, query = '') => {
  const { total, rows } = (await who.get(`/api/people?${query}`)).json()
  expect(total).toBe(rows.length)
  return rows.map(({ name }: { name: string }) => name)
}

describe('who is in the list', () => {
  test('everyone, also without any role, for those who see everything', async () => {
    expect(await names(root)).toEqual(['Ада', 'Борис', 'Вера', 'Глеб', 'Дина', 'Никто', 'Семён 100%', 'Яна Корень'])
  })

  test('in a part of the tree only those who hold a role there, or held it last', async () => {
    expect(await names(regionA)).toEqual(['Ада', 'Вера', 'Глеб', 'Семён 100%'])
    expect(await names(headB)).toEqual(['Борис', 'Дина', 'Семён 100%'])
  })

  test('whoever lost the last role stays in sight where it was held', async () => {
    const dina = await databases.db
      .selectFrom('access_users')
      .select('id')
      .where('login', '=', 'dina')
      .executeTakeFirst()
    const of = databases.db.updateTable('access_memberships').where('user_id', '=', dina?.id ?? '')
    await of.set({ ended_at: server.clock.now }).where('organisation_id', '=', 22).execute()
    expect(await names(headB)).toContain('Дина')
    expect(await names(regionA)).not.toContain('Дина')
    expect(await names(headB, 'role=paper_clerk')).toEqual([])
    await of.set({ ended_at: null }).where('organisation_id', '=', 22).execute()
  })

  test('shows only the roles within reach, and says when there are more', async () => {
    const find = (who: Caller) => who.get('/api/people?find=semyon').then((answer) => answer.json().rows[0])
    const seen = await find(regionA)
    expect(seen).toMatchObject({ id: both, state: 'active', mail: 's@example.org', whole: false, secondFactor: false })
    expect(seen.memberships).toMatchObject([{ role: 'authority_analyst', organisation: { id: 11, name: 'Орган А' } }])
    expect(JSON.stringify(seen)).not.toContain('Орган Б')
    expect(await find(root)).toMatchObject({ whole: true, memberships: [{}, {}] })
  })

  test('is not whole for those whose own part is smaller than what the role reaches', async () => {
    const local = await server.signedIn({ login: 'local', name: 'Щука', roles: [[13, 'administrator']] })
    const wide = await server.add({ login: 'wide', name: 'Эра', roles: [[13, 'monitoring_coordinator']] })
    const found = (await local.get('/api/people?find=wide')).json().rows[0]
    expect(found).toMatchObject({ id: wide, whole: false })
    expect((await regionA.get('/api/people?find=wide')).json().rows[0].whole).toBe(true)
    for (const user of [local.id, wide]) {
      await databases.db.deleteFrom('access_sessions').where('user_id', '=', user).execute()
      await databases.db.deleteFrom('access_memberships').where('user_id', '=', user).execute()
      await databases.db.deleteFrom('access_users').where('id', '=', user).execute()
    }
  })
})

describe('filters', () => {
  test.each([
    ['find=семен', ['Семён 100%']],
    ['find=СЕМЁН+semyon', ['Семён 100%']],
    ['find=%25', ['Семён 100%']],
    ['find=_', []],
    ['find=%5C', []],
    ['find=+', ['Ада', 'Борис', 'Вера', 'Глеб', 'Дина', 'Никто', 'Семён 100%', 'Яна Корень']],
    ['state=invited', ['Вера']],
    ['state=deactivated', ['Глеб']],
    ['state=active', ['Ада', 'Борис', 'Дина', 'Никто', 'Семён 100%', 'Яна Корень']],
    ['role=authority_head', ['Борис', 'Глеб']],
    ['role=constructor', []],
    ['organisation=10', ['Ада', 'Вера', 'Глеб', 'Семён 100%']],
    ['organisation=1', ['Ада', 'Борис', 'Вера', 'Глеб', 'Дина', 'Семён 100%', 'Яна Корень']],
    ['organisation=11&role=authority_analyst', ['Семён 100%']],
    ['organisation=12&state=invited', ['Вера']],
  ])('%s', async (query, expected) => {
    expect(await names(root, query)).toEqual(expected)
  })

  test('a neighbour’s organisation is as empty as a made-up one, and so is the one above', async () => {
    const answers = []
    for (const id of [20, 21, 1, 999, 2 ** 40, -1])
      answers.push((await regionA.get(`/api/people?organisation=${id}`)).json())
    for (const answer of answers) expect(answer).toEqual({ total: 0, rows: [] })
  })

  test('pages follow one another, and the total is of all', async () => {
    const seen = []
    for (let offset = 0; offset < 8; offset += 3) {
      const { total, rows } = (await root.get(`/api/people?limit=3&offset=${offset}`)).json()
      expect(total).toBe(8)
      seen.push(...rows.map(({ name }: { name: string }) => name))
    }
    expect(seen).toEqual(await names(root))
    expect((await regionA.get('/api/people?limit=3&offset=50')).json()).toEqual({ total: 4, rows: [] })
    expect((await root.get('/api/people?offset=1e300')).statusCode).toBeLessThan(500)
  })
})

test('a file holds the same people, and no formula', async () => {
  await databases.db.updateTable('access_users').set({ name: '=1+1' }).where('login', '=', 'gleb').execute()
  const answer = await regionA.get('/api/people?format=csv')
  expect(answer.headers['content-type']).toContain('text/csv')
  const lines = answer.body.trim().split(/\r?\n/)
  expect(lines).toHaveLength(5)
  expect(answer.body).toContain('s@example.org')
  expect(answer.body).toContain('Аналитик органа, Орган А')
  expect(answer.body).not.toMatch(/(^|[;,"])=1/m)
  expect((await regionA.get('/api/people?format=xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK')
})

test('nobody, a role without the right and a machine are refused', async () => {
  expect((await server.as().get('/api/people')).statusCode).toBe(401)
  const analyst = await server.signedIn({ login: 'analyst', roles: [[11, 'authority_analyst']] })
  expect((await analyst.get('/api/people')).json()).toMatchObject({ status: 403, code: 'not_allowed' })
})

test('a file of thousands, many of one name, holds each of them once', async () => {
  await databases.pool.query(`
    WITH added AS (
      INSERT INTO access_users (login, login_key, login_skeleton, name, folded, created_at)
      SELECT 'many' || n, 'many' || n, 'many' || n, 'Имя ' || n / 700, 'имя many' || n, now()
      FROM generate_series(1, 2500) n
      RETURNING id
    )
    INSERT INTO access_memberships (user_id, organisation_id, role, since)
    SELECT id, 22, 'interviewer', now() FROM added`)
  const lines = (await root.get('/api/people?format=csv&find=many')).body.trim().split(/\r?\n/)
  expect(lines).toHaveLength(2501)
  expect(new Set(lines).size).toBe(2501)
  expect((await regionA.get('/api/people?find=many')).json()).toEqual({ total: 0, rows: [] })
})
