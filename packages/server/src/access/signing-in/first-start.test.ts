import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { type AccessServer, accessServer, cookieOf } from '../access.fixture.ts'
import { firstStartLink } from '../index.ts'

const databases = testDatabases()
let server: AccessServer
beforeAll(async () => {
  server = await accessServer(databases.db)
})
beforeEach(async () => {
  await databases.db.deleteFrom('access_sessions').execute()
  await databases.db.deleteFrom('access_memberships').execute()
  await databases.db.deleteFrom('access_users').execute()
})
afterAll(() => server.app.close())

const person = { login: 'anna', name: 'Анна', password: 'корова-летит-на-юг' }
const make = (body: object) => server.ask({ method: 'POST', url: '/api/first-administrator', payload: body })
const tokenOf = (link: string | undefined) => link?.split('#')[1] ?? ''

test('the link makes one administrator, signs in, and is void then', async () => {
  expect((await server.api.session()).json()).toMatchObject({ session: null, firstStart: true })
  const link = await firstStartLink(server.deps)
  expect(link).toMatch(/^http:\/\/otklik\.test\/first-start#[\w-]{43}$/)
  const made = await make({ ...person, token: tokenOf(link) })
  expect(made.statusCode).toBe(200)
  expect(made.json()).toMatchObject({ session: { membership: { role: 'administrator' } }, firstStart: false })
  expect((await server.api.suppliers(cookieOf(made))).statusCode).toBe(200)
  const written = await databases.db.selectFrom('audit_log').select(['what', 'organisation']).orderBy('seq').execute()
  expect(written).toEqual([
    { what: 'user.created', organisation: null },
    { what: 'session.opened', organisation: 1 },
  ])
  const again = await make({ ...person, login: 'boris', token: tokenOf(link) })
  expect([again.statusCode, again.json().code]).toEqual([404, 'first_start_void'])
  expect(await firstStartLink(server.deps)).toBeUndefined()
})

test('two at once make one administrator, also by two links', async () => {
  const links = [await firstStartLink(server.deps), await firstStartLink(server.deps)]
  const answers = await Promise.all(
    [0, 1, 0, 1].map((n) => make({ ...person, login: `anna${n}`, token: tokenOf(links[n]) })),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 404, 404, 404])
  expect(await databases.db.selectFrom('access_users').selectAll().execute()).toHaveLength(1)
})

test('a wrong token, a weak password and an unfit login are refused, and the link stays good', async () => {
  const token = tokenOf(await firstStartLink(server.deps))
  const codes = []
  for (const change of [{ token: 'x' }, { password: 'annaannaanna' }, { password: 'коротко' }, { login: 'a b c' }])
    codes.push((await make({ ...person, token, ...change })).json().code)
  expect(codes).toEqual(['first_start_void', 'weak_password', 'invalid_request', 'bad_login'])
  expect((await make({ ...person, token })).statusCode).toBe(200)
})

test('the token is stored as a hash only', async () => {
  const token = tokenOf(await firstStartLink(server.deps))
  const { rows } = await databases.pool.query('SELECT * FROM access_first_start')
  expect(JSON.stringify(rows)).not.toContain(token)
})
