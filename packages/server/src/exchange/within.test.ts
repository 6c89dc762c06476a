import { NOBODY, NOTHING, type Principal } from '@otklik/model/access'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/databases.ts'
import { person } from '../../test/support/principals.ts'
import { type App, buildHttp } from '../platform/http/index.ts'
import { silentLog } from '../platform/log.ts'
import { exchangeRoutes } from './routes.ts'

const databases = testDatabases()
let app: App
let who: Principal
const ids: Record<string, number> = {}

beforeAll(async () => {
  const { db, clickhouse: ch } = databases
  app = await buildHttp({
    config: { publicUrl: 'http://localhost:8080', trustProxy: false },
    log: silentLog(),
    authenticate: async () => who,
  })
  exchangeRoutes(app, { db, ch, dataDir: '/nowhere', maxUploadBytes: 1000, today: () => '2026-07-02' })
  for (const code of ['one', 'two', 'other']) {
    await db
      .insertInto('access_suppliers')
      .values({ code, name: code, organisation_id: 1, created_at: new Date() })
      .execute()
    ids[code] = await addPackage(code)
  }
})
afterAll(() => app.close())

async function addPackage(supplier: string, state: 'accepted' | 'working' = 'accepted'): Promise<number> {
  const phase = state === 'working' ? 'reading' : 'done'
  const about = { date: '2026-06-30', name: 'день.zip', sha256: null, bytes: 10, folder: `files/${supplier}-${state}` }
  const row = { ...about, supplier, state, phase, received_at: new Date('2026-07-01T00:00:00Z') } as const
  return (await databases.db.insertInto('exchange_packages').values(row).returning('id').executeTakeFirstOrThrow()).id
}

const look = (...suppliers: string[]) => {
  who = person({ reach: { ...NOTHING, suppliers } })
}
const get = (url: string) => app.inject({ url: `/api/packages${url}` })
/** Codes in the names of an archive's files. */
const codesIn = async (query: string): Promise<string[]> => {
  const { rawPayload } = await get(`/export?date=2026-06-30${query}`)
  const names = rawPayload.toString('latin1').match(/(one|two|other)(?=_20260630_requests)/g)
  return [...new Set(names)].toSorted()
}

test('a day is taken of all suppliers within reach, and of no others', async () => {
  look('one', 'two')
  expect(await codesIn('')).toEqual(['one', 'two'])
  expect(await codesIn('&supplier=two')).toEqual(['two'])
  expect((await get('/export?date=2026-06-30&supplier=other')).statusCode).toBe(404)
  look()
  expect(await codesIn('')).toEqual([])
})

test('the calendar and the list know no other supplier', async () => {
  look('one')
  const { suppliers, cells } = (await get('/calendar?from=2026-06-29&to=2026-07-01')).json()
  expect(suppliers).toEqual([{ code: 'one', name: 'one' }])
  expect(cells).toMatchObject([{ supplier: 'one', date: '2026-06-30', packages: 1 }])
  expect((await get('')).json()).toMatchObject({ total: 1, packages: [{ supplier: { code: 'one' } }] })
  expect((await get('?supplier=other')).json().total).toBe(0)
  expect([(await get(`/${ids.other}`)).statusCode, (await get(`/${ids.one}`)).statusCode]).toEqual([404, 200])
})

test.each([
  ['the session has ended', () => void (who = NOBODY), 'sign_in_first'],
  ['the right is gone', () => void (who = person({ rights: ['register.read'] })), 'not_allowed'],
  ['the supplier went to another organisation', () => look('two'), 'not_found'],
])('a stream of progress ends when %s', async (_, change, code) => {
  look('one')
  const id = await addPackage('one', 'working')
  const stream = get(`/${id}/progress`)
  setTimeout(change, 300)
  const { body } = await stream
  expect(body).toContain('event: progress')
  expect(body).toContain('event: problem')
  expect(body).toContain(code)
})

test('the list as a file has all that the screen shows, in its words', async () => {
  look('one')
  const { body } = await get('?format=csv&state=accepted')
  expect(
    body
      .trim()
      .split('\r\n')
      .map((line) => line.split(';').slice(1)),
  ).toEqual([
    ['Отчётная дата', 'Поставщик', 'Файл', 'Состояние', 'Прочитано', 'Принято', 'Отложено', 'Повторы', 'Получен (UTC)'],
    ['2026-06-30', 'one', 'день.zip', 'принят', '0', '0', '0', '0', '2026-07-01T00:00:00'],
  ])
})
