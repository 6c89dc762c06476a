import { NOBODY, NOTHING, type Principal } from '@otklik/model/access'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/databases.ts'
import { person } from '../../test/support/principals.ts'
import { type App, buildHttp } from '../platform/http/index.ts'
import { silentLog } from '../platform/log.ts'
import { openChanges } from './changes.ts'
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
  exchangeRoutes(app, {
    db,
    ch,
    dataDir: '/nowhere',
    maxUploadBytes: 1000,
    today: () => '2026-07-02',
    changes: openChanges(),
  })
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
  const file = (await get('/calendar?from=2026-06-29&to=2026-07-01&format=csv')).body
  expect(file.trim().split('\r\n').slice(1)).toEqual(['one;one;30.06.2026;пришёл в срок;1;0;0;'])
  expect([(await get(`/${ids.other}`)).statusCode, (await get(`/${ids.one}`)).statusCode]).toEqual([404, 200])
})

test('what was found in the rows of a package comes as a file, within reach alone', async () => {
  const none = { read: 3, accepted: 0, quarantined: 3, dropped: 0 }
  const sample = {
    file: 'a.csv',
    row: 2,
    column: 'status',
    value: '=1',
    code: 'unknown_status',
    message: 'Нет такого.',
  }
  const receipt = { totals: none, files: [], codes: { bad_date: 1, unknown_status: 2 }, samples: [sample] }
  await databases.db
    .updateTable('exchange_packages')
    .set({ receipt: JSON.stringify(receipt) })
    .where('id', '=', ids.two ?? 0)
    .execute()
  look('two')
  const lines = async (query: string) =>
    (await get(`/${ids.two}?format=csv${query}`)).body.trim().split('\r\n').slice(1)
  expect(await lines('')).toEqual(['unknown_status;2;Нет такого.', 'bad_date;1;'])
  expect(await lines('&table=samples')).toEqual([`a.csv;2;status;'=1;unknown_status;Нет такого.`])
  look('one')
  expect((await get(`/${ids.two}?format=csv`)).statusCode).toBe(404)
})

test.each([
  ['/calendar?from=2026-99-99&to=2026-07-01', 'from'],
  ['/calendar?from=0001-01-01&to=2026-07-01', 'from'],
  ['/calendar?from=2026-07-01&to=2026-06-01', 'to'],
  ['?from=2026-07-01&to=2026-06-01', 'to'],
  ['/export?date=2026-02-30', 'date'],
])('what no calendar has is refused: %s', async (url, field) => {
  look('one')
  const answer = await get(url)
  expect([answer.statusCode, answer.json().errors.map(({ path }: { path: string }) => path)]).toEqual([400, [field]])
})

const count = async () => (await get('')).json().total
const send = (date: string) => {
  who = person({ reach: { ...NOTHING, suppliers: ['two'] }, rights: ['packages.send', 'packages.read'] })
  const url = `/api/packages?supplier=two&date=${date}`
  const headers = { origin: 'http://localhost:8080', 'content-type': 'text/csv' }
  return app.inject({ method: 'POST', url, headers, payload: 'a;b\n' })
}

test.each([
  ['2026-13-40', 'Нужен день'],
  ['2026-02-30', 'Нужен день'],
])('no package is taken in for %s', async (date, sentence) => {
  const before = await count()
  const answer = await send(date)
  expect([answer.statusCode, answer.json().errors]).toMatchObject([400, [{ path: 'date' }]])
  expect(answer.json().errors[0].message).toContain(sentence)
  expect(await count()).toBe(before)
})

test('no package is taken in for a day that has not come, as in the desk', async () => {
  const before = await count()
  const answer = await send('2026-07-03')
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'future_date'])
  expect(answer.json().detail).toContain('Отчётная дата – 03.07.2026, а сегодня 02.07.2026')
  expect(await count()).toBe(before)
})

test.each([
  ['the session has ended', () => void (who = NOBODY), 'sign_in_first'],
  ['the right is gone', () => void (who = person({ rights: ['register.read'] })), 'not_allowed'],
  ['the supplier went to another organisation', () => look('two'), 'not_found'],
])('a stream of progress ends when %s', async (_, change, code) => {
  look('one')
  const id = await addPackage('one', 'working')
  const answer = await app.inject({ url: `/api/packages/${id}/progress`, payloadAsStream: true })
  let body = ''
  for await (const piece of answer.stream()) {
    // The first it tells, as to the one who may still read.
    if (!body.includes('event: progress') && `${body}${piece}`.includes('event: progress')) change()
    body += piece
  }
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
    ['30.06.2026', 'one', 'день.zip', 'принят', '0', '0', '0', '0', '01.07.2026 00:00:00'],
  ])
})
