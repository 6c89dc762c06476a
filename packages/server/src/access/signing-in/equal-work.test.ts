import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { ADMIN, type AccessServer, accessServer, administrator } from '../access.fixture.ts'
import { verifyPassword } from './passwords/password-hash.ts'

const databases = testDatabases()
const verify = vi.fn(verifyPassword)
let server: AccessServer
beforeAll(async () => {
  server = await accessServer(databases.db, undefined, { verify })
  await administrator(server)
})
beforeEach(() => verify.mockClear())
afterAll(() => server.app.close())

/** How costly the checks of one attempt were: algorithm, memory, passes, threads. */
async function work(login: string): Promise<(string | undefined)[]> {
  const answer = await server.api.signIn({ login, password: 'не тот пароль' }, {}, '203.0.113.5')
  expect(answer.statusCode).toBe(401)
  return verify.mock.calls.splice(0).map(([, stored]) => /^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+/.exec(stored)?.[0])
}

test('an unknown login, one without a password and a deactivated one cost the same work as a known one', async () => {
  const known = await work(ADMIN.login)
  expect(known).toEqual([expect.stringContaining('argon2id')])
  expect(await work('nobody')).toEqual(known)
  await databases.db.updateTable('access_users').set({ password: null }).execute()
  expect(await work(ADMIN.login)).toEqual(known)
  await databases.db.updateTable('access_users').set({ disabled_at: new Date() }).execute()
  expect(await work(ADMIN.login)).toEqual(known)
})
