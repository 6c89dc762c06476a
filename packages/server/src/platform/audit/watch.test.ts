import { type Principal } from '@otklik/model/access'
import { defineRoute } from '@otklik/model/api'
import { Type } from 'typebox'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { machine, person } from '../../../test/support/principals.ts'
import { type App, buildHttp, sendTable, serve } from '../http/index.ts'
import { problem, problems } from '../problems/index.ts'
import { silentLog } from '../log.ts'
import { verifyAudit, watchCalls } from './index.ts'

const databases = testDatabases()
const clock = { now: new Date('2026-03-01T09:00:00Z') }
const people: Record<string, Principal> = {
  one: person({ id: '00000000-0000-4000-8000-000000000001', rights: ['requests.read'] }),
  two: person({ id: '00000000-0000-4000-8000-000000000002', rights: ['requests.read'] }),
  weak: person({ id: '00000000-0000-4000-8000-000000000003', rights: [] }),
  token: { ...machine('test'), rights: [] },
  operator: { kind: 'operator' },
}
const query = Type.Object({ find: Type.Optional(Type.String()), format: Type.Optional(Type.String()) })
const route = (path: string, more: object = {}) =>
  defineRoute({
    method: 'GET',
    path,
    tag: 'Проверка',
    summary: 'Проверка',
    access: 'requests.read',
    params: Type.Object({ id: Type.Optional(Type.String()) }),
    query,
    answer: Type.Object({ secret: Type.String() }),
    ...more,
  })
let app: App
beforeAll(async () => {
  app = await buildHttp({
    config: { publicUrl: 'http://otklik.test', trustProxy: false },
    log: silentLog(),
    authenticate: async ({ headers }) => people[String(headers['x-who'])] ?? { kind: 'nobody' },
    watch: watchCalls(databases.db, () => clock.now),
  })
  serve(app, route('/api/test/primary/:id', { primary: true }), ({ params, query: { format }, reply }) => {
    if (params.id === 'none') throw problem(problems.notFound)
    if (format !== 'csv') return { secret: 'первичные данные' }
    return sendTable(reply, { name: 'x', columns: [{ key: 'secret', title: 'x' }], rows: [{ secret: 'тайна' }] }, 'csv')
  })
  serve(app, route('/api/test/figures', {}), () => ({ secret: 'показатель' }))
  serve(app, route('/api/test/archive', { stream: 'download', answer: undefined }), ({ reply }) => reply.send('архив'))
})
afterAll(() => app.close())
beforeEach(async () => {
  clock.now = new Date(clock.now.getTime() + 3_600_000)
  await databases.pool.query('ALTER TABLE audit_log DISABLE TRIGGER ALL; DELETE FROM audit_log')
  await databases.pool.query('ALTER TABLE audit_log ENABLE TRIGGER ALL')
})

const ask = (who: string, url: string) => app.inject({ url, headers: { 'x-who': who } })
const recorded = async () =>
  (await databases.db.selectFrom('audit_log').selectAll().orderBy('seq').execute()).map(({ entry, ...row }) => ({
    ...row,
    ...JSON.parse(entry),
  }))

describe('views of primary data', () => {
  test('are recorded with who, for whom, what and the filters', async () => {
    expect((await ask('one', '/api/test/primary/12.345?find=x')).statusCode).toBe(200)
    expect(await recorded()).toMatchObject([
      {
        who: 'user:00000000-0000-4000-8000-000000000001',
        what: 'data.viewed',
        subject: 'GET /api/test/primary/12.345',
        organisation: 1,
        after: { route: '/api/test/primary/:id', query: { find: 'x' } },
        from: { address: '127.0.0.1', request: expect.any(String) },
      },
    ])
    expect(await verifyAudit(databases.db)).toMatchObject({ ok: true })
  })

  test('are recorded once a minute where the same is looked at again and again', async () => {
    const look = () => ask('one', '/api/test/primary/1')
    await Promise.all([look(), look(), look()])
    await look()
    expect(await recorded()).toHaveLength(1)
    await ask('one', '/api/test/primary/1?find=y')
    await ask('two', '/api/test/primary/1')
    expect(await recorded()).toHaveLength(3)
    clock.now = new Date(clock.now.getTime() + 60_000)
    await look()
    expect(await recorded()).toHaveLength(4)
  })

  test('that found nothing are not, and neither is what shows no primary data', async () => {
    expect((await ask('one', '/api/test/primary/none')).statusCode).toBe(404)
    expect((await ask('one', '/api/test/figures')).statusCode).toBe(200)
    expect(await recorded()).toEqual([])
  })
})

test.each(['/api/test/primary/1?format=csv', '/api/test/figures?format=xlsx', '/api/test/archive'])(
  'every file that leaves is recorded, each time: %s',
  async (url) => {
    await ask('one', url)
    await ask('one', url)
    const [first, ...more] = await recorded()
    expect(first).toMatchObject({ what: 'data.exported', subject: `GET ${url.split('?')[0]}` })
    expect(more).toHaveLength(1)
  },
)

test.each(['/api/test/primary/7', '/api/test/primary/7?format=csv', '/api/test/archive'])(
  'what can not be recorded is not answered: %s',
  async (url) => {
    await databases.pool.query('ALTER TABLE audit_log RENAME TO audit_log_away')
    const { statusCode, body } = await ask('two', url)
    await databases.pool.query('ALTER TABLE audit_log_away RENAME TO audit_log')
    expect(statusCode).toBe(500)
    expect(body).not.toMatch(/тайна|первичные|архив/)
    // The failure is not remembered as written.
    expect((await ask('two', url)).statusCode).toBe(200)
    expect(await recorded()).toHaveLength(1)
  },
)

describe('refusals', () => {
  test('of people and machines are recorded, at most once a minute for each and each route', async () => {
    for (let n = 0; n < 5; n++) expect((await ask('weak', `/api/test/primary/${n}`)).statusCode).toBe(403)
    await ask('weak', '/api/test/figures')
    await ask('token', '/api/test/figures')
    expect(await recorded()).toMatchObject([
      {
        what: 'access.refused',
        subject: 'GET /api/test/primary/:id',
        after: { code: 'not_allowed', path: '/api/test/primary/0', unwritten: 0 },
      },
      { subject: 'GET /api/test/figures', who: 'user:00000000-0000-4000-8000-000000000003' },
      { subject: 'GET /api/test/figures', who: 'machine:00000000-0000-4000-8000-000000000009' },
    ])
    clock.now = new Date(clock.now.getTime() + 60_000)
    await ask('weak', '/api/test/primary/1')
    expect((await recorded()).at(-1)).toMatchObject({ after: { path: '/api/test/primary/1', unwritten: 4 } })
  })

  test('of nobody are not: anyone could fill the log', async () => {
    expect((await ask('nobody', '/api/test/figures')).statusCode).toBe(401)
    expect(await recorded()).toEqual([])
  })
})
