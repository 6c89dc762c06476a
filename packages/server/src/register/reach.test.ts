import { EVERYTHING, NOTHING, type Reach } from '@otklik/model/access'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/databases.ts'
import { person } from '../../test/support/principals.ts'
import { type App, buildHttp } from '../platform/http/index.ts'
import { silentLog } from '../platform/log.ts'
import { applyServices, noteOffices, type ServiceFileRow } from './index.ts'
import { registerRoutes } from './routes.ts'

const databases = testDatabases()
const [OWN, VARIANT, OTHER, FEDERAL] = ['1000000001', '1000000001:1', '2000000002', '9000000009']
let app: App
let who = person()
const ids: Record<string, string> = {}

beforeAll(async () => {
  const { db } = databases
  app = await buildHttp({
    config: { publicUrl: 'http://localhost:8080', trustProxy: false },
    log: silentLog(),
    authenticate: async () => who,
  })
  registerRoutes(app, {
    db,
    officeRequests: async (offices, { everything }) => offices.map(() => (everything ? 9 : 1)),
  })
  await db.transaction().execute(async (tx) => {
    const from = { package: 1, at: new Date() }
    const rows = [
      [OWN, '', 'Свой орган', '31'],
      [OWN, '1', 'Свой орган', '31'],
      [OTHER, '', 'Чужой орган', '46'],
      [FEDERAL, '', 'Федеральный орган', ''],
    ].map(([service_id = '', subservice_id = '', authority = '', region = '']) =>
      row({ service_id, subservice_id, authority, region }),
    )
    await applyServices(tx, rows, from)
    await noteOffices(
      tx,
      [
        { region: '31', name: 'Свой', authority: 'Свой орган' },
        { region: '46', name: 'Чужой' },
      ],
      from,
    )
    await noteOffices(tx, [{ region: '46', name: 'Свой', authority: 'Чужой орган' }], from)
  })
  for (const table of ['register_authorities', 'register_offices'] as const)
    for (const { id, name } of await db.selectFrom(table).select(['id', 'name']).orderBy('id', 'desc').execute())
      ids[name] = String(id)
  await db.updateTable('register_authorities').set({ region: '46' }).where('name', '=', 'Чужой орган').execute()
})
afterAll(() => app.close())

const row = (given: Partial<ServiceFileRow>): ServiceFileRow => ({
  service_id: '',
  subservice_id: '',
  name: `Справка ${given.authority}`,
  authority: '',
  region: '',
  kind: '',
  term_days: null,
  term_unit: '',
  fee: '',
  life_situations: '',
  ...given,
})
const look = (reach: Partial<Reach>) => {
  who = person({ reach: { ...NOTHING, ...reach } })
}
const path = (...segments: string[]) => `/api/register/${segments.map(encodeURIComponent).join('/')}`
const get = (url: string) => app.inject({ url })
const rowsOf = async (kind: string, find = '') => (await get(`${path(kind)}?find=${encodeURIComponent(find)}`)).json()
const namesOf = async (kind: string) =>
  (await rowsOf(kind)).rows.map((one: { id: string; name: string }) => one.name ?? one.id)
const put = async (kind: string, id: string, payload: object) => {
  const answer = await app.inject({ method: 'PUT', url: path(kind, id), payload })
  return [answer.statusCode, answer.json().errors?.[0]?.path ?? answer.json().code]
}
const service = (given: object = {}) => ({
  name: 'Справка Свой орган',
  authority: 'Свой орган',
  region: '31',
  kind: null,
  termDays: null,
  termUnit: null,
  fee: null,
  lifeSituations: [],
  ...given,
})
const OK = [200, undefined]
const GONE = [404, 'not_found']
const SEEN = [403, 'not_your_record']

describe('an authority', () => {
  const own = () => look({ authorities: ['Свой орган'] })

  test('sees its own records and the federal ones', async () => {
    own()
    expect(await namesOf('services')).toEqual(['Справка Свой орган', 'Справка Свой орган', 'Справка Федеральный орган'])
    expect(await namesOf('authorities')).toEqual(['Свой орган', 'Федеральный орган'])
    expect(await namesOf('offices')).toEqual(['Свой'])
    expect(await namesOf('regions')).toEqual(['Белгородская область'])
    expect(await rowsOf('services', 'чужой')).toEqual({ total: 0, rows: [] })
    expect((await get(`${path('services')}?format=csv`)).body).not.toMatch(/Чужой/)
    for (const [kind, id] of [
      ['services', OTHER],
      ['authorities', ids['Чужой орган']],
      ['regions', '46'],
      ['offices', ids['Чужой']],
    ])
      expect([kind, (await get(path(kind ?? '', id ?? '', 'history'))).statusCode]).toEqual([kind, 404])
    expect((await get(path('services', FEDERAL ?? '', 'history'))).statusCode).toBe(200)
  })

  test('counts requests of its offices within reach only', async () => {
    own()
    expect((await rowsOf('offices')).rows).toMatchObject([{ name: 'Свой', requests: 1 }])
  })

  test.each([
    ['own', OWN, {}, OK],
    ['a variant of its own', VARIANT, {}, OK],
    ["the neighbour's", OTHER, {}, GONE],
    ["a variant under the neighbour's number", `${OTHER}:1`, {}, GONE],
    ['a number that nobody has', '5000000005', {}, GONE],
    ['a federal one', FEDERAL, {}, SEEN],
    ["into the neighbour's hands", OWN, { authority: 'Чужой орган' }, [400, 'authority']],
    ['into hands unknown', OWN, { authority: 'Никакой орган' }, [400, 'authority']],
    ['into no hands', OWN, { authority: null }, [400, 'authority']],
    ['into another region', OWN, { region: '46' }, [400, 'region']],
    ['into a region that is none', OWN, { region: '00' }, [400, 'region']],
    ['out of every region', OWN, { region: null }, [400, 'region']],
  ])('saves a service: %s', async (_, id, given, expected) => {
    own()
    expect(await put('services', id ?? '', service(given))).toEqual(expected)
  })

  test('a region out of reach is refused in the words for one that does not exist', async () => {
    own()
    const detail = async (region: string) =>
      (await app.inject({ method: 'PUT', url: path('services', OWN ?? ''), payload: service({ region }) })).json()
        .detail
    expect((await detail('46')).replace('46', '00')).toBe(await detail('00'))
  })

  test('saves authorities, offices, regions and norms of its own', async () => {
    own()
    const authority = (name: string, region: string | null = null) =>
      put('authorities', ids[name] ?? '', { name, region })
    expect(await authority('Свой орган')).toEqual(OK)
    expect(await authority('Свой орган', '46')).toEqual([400, 'region'])
    expect(await authority('Чужой орган', '46')).toEqual(GONE)
    expect(await authority('Федеральный орган')).toEqual(SEEN)
    const office = { name: 'Свой', region: '31', authority: 'Свой орган', zone: null }
    const key = String((await rowsOf('offices')).rows[0].id)
    expect(await put('offices', key, office)).toEqual(OK)
    expect(await put('offices', key, { ...office, authority: 'Чужой орган' })).toEqual([400, 'authority'])
    expect(await put('offices', key, { ...office, authority: null })).toEqual([400, 'authority'])
    expect(await put('offices', ids['Чужой'] ?? '', { ...office, name: 'Чужой', region: '46' })).toEqual(GONE)
    expect(await put('regions', '31', { zone: 'Europe/Moscow' })).toEqual(SEEN)
    expect(await put('regions', '46', { zone: 'Europe/Moscow' })).toEqual(GONE)
    const norm = { value: 10, unit: 'minutes' }
    expect(await put('norms', 'queue', norm)).toEqual(SEEN)
    expect(await put('norms', `queue:${OWN}`, norm)).toEqual(OK)
    expect(await put('norms', `queue:${FEDERAL}`, norm)).toEqual(SEEN)
    expect(await put('norms', `queue:${OTHER}`, norm)).toEqual(GONE)
  })
})

test('norms of a service that is not seen are not there', async () => {
  look(EVERYTHING)
  expect(await put('norms', `queue:${OTHER}`, { value: 10, unit: 'minutes' })).toEqual(OK)
  look({ authorities: ['Свой орган'] })
  expect((await rowsOf('norms')).rows.map(({ id }: { id: string }) => id)).not.toContain(`queue:${OTHER}`)
  expect((await get(path('norms', `queue:${OTHER}`, 'history'))).statusCode).toBe(404)
  look({ regions: ['46'] })
  expect((await rowsOf('norms')).rows.map(({ id }: { id: string }) => id)).toContain(`queue:${OTHER}`)
})

test('a region has all that is in it, and hands its services from one authority to another', async () => {
  look({ regions: ['46'] })
  expect(await namesOf('authorities')).toEqual(['Федеральный орган', 'Чужой орган'])
  expect(await namesOf('offices')).toEqual(['Свой', 'Чужой'])
  expect(await put('regions', '46', { zone: 'Europe/Moscow' })).toEqual(OK)
  const given = service({ name: 'Справка', authority: 'Чужой орган', region: '46' })
  expect(await put('services', OTHER ?? '', given)).toEqual(OK)
  expect(await put('services', OTHER ?? '', { ...given, authority: null })).toEqual(OK)
  expect(await put('services', OTHER ?? '', given)).toEqual(OK)
  expect(await put('services', OTHER ?? '', { ...given, authority: 'Свой орган' })).toEqual([400, 'authority'])
})

test('an office sees itself, its region and what is federal', async () => {
  look({ offices: [{ region: '31', name: 'Свой' }] })
  expect(await namesOf('offices')).toEqual(['Свой'])
  expect(await namesOf('regions')).toEqual(['Белгородская область'])
  expect(await namesOf('services')).toEqual(['Справка Федеральный орган'])
})

test('a services file changes no service that its sender does not reach', async () => {
  const send = (reach: Partial<Reach>, ...rows: Partial<ServiceFileRow>[]) =>
    databases.db
      .transaction()
      .execute((tx) =>
        applyServices(tx, rows.map(row), { package: 2, at: new Date(), reach: { ...NOTHING, ...reach } }),
      )
  const claimed = { authority: 'Свой орган', region: '31' }
  const report = await send(
    { authorities: ['Свой орган'] },
    { ...claimed, service_id: OTHER },
    { ...claimed, service_id: OTHER, subservice_id: '0' },
    { ...claimed, service_id: FEDERAL },
    { ...claimed, service_id: OWN, name: 'Новое имя' },
    { ...claimed, service_id: '7000000007' },
  )
  expect(report).toEqual({ added: 1, changed: 1, unchanged: 0, passedOver: [OTHER, `${OTHER}:0`, FEDERAL] })
  look({ authorities: ['Свой орган'] })
  expect(await namesOf('services')).toEqual([
    'Новое имя',
    'Справка Свой орган',
    'Справка Свой орган',
    'Справка Федеральный орган',
  ])
  expect((await send({}, { service_id: FEDERAL, authority: 'Федеральный орган' })).passedOver).toEqual([])
})
