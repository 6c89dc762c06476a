import type { Authority, Change, Norm, Office, Region, RegisteredService } from '@otklik/model/register/api'
import type { Principal } from '@otklik/model/access'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { machine, person } from '../../test/support/principals.ts'
import { testDatabases } from '../../test/support/databases.ts'
import { type App, buildHttp } from '../platform/http/index.ts'
import { silentLog } from '../platform/log.ts'
import { applyServices, noteOffices, type ServiceFileRow } from './index.ts'
import { registerRoutes } from './routes.ts'

const databases = testDatabases()
const NOW = new Date('2026-11-20T09:00:00Z')
const EDITOR = person({ id: 'u1', name: 'Редактор реестра', rights: ['register.read', 'register.edit'] })
const READER = person({ id: 'u2', rights: ['register.read'] })
const SUPPLIER = machine('rgis')
const people: Record<string, Principal> = { editor: EDITOR, reader: READER, supplier: SUPPLIER }

let app: App
beforeAll(async () => {
  app = await buildHttp({
    config: { publicUrl: 'http://localhost:8080', trustProxy: false },
    log: silentLog(),
    now: () => NOW,
    authenticate: async ({ headers }) => people[String(headers['x-who'])] ?? { kind: 'nobody' },
  })
  registerRoutes(app, {
    db: databases.db,
    officeRequests: async (offices) => offices.map(({ name }) => name.length),
  })
})
afterAll(() => app.close())

const path = (...segments: string[]) => `/api/register/${segments.map(encodeURIComponent).join('/')}`
const get = (url: string, who = 'editor') => app.inject({ url, headers: { 'x-who': who } })
const put = (url: string, body: object, who = 'editor') =>
  app.inject({ method: 'PUT', url, payload: body, headers: { 'x-who': who } })
const rowsOf = async <T>(kind: string, find = ''): Promise<T[]> =>
  (await get(`${path(kind)}?find=${encodeURIComponent(find)}`)).json().rows
const historyOf = async (kind: string, id: string): Promise<Change[]> =>
  (await get(path(kind, id, 'history'))).json().changes

const given = (row: Partial<ServiceFileRow>): ServiceFileRow => ({
  service_id: '1000000001',
  subservice_id: '',
  name: 'Выдача охотничьего билета',
  authority: 'Министерство природных ресурсов',
  region: '31',
  kind: 'услуга',
  term_days: 5,
  term_unit: 'рабочие',
  fee: '',
  life_situations: '',
  ...row,
})
const apply = (rows: ServiceFileRow[], number: number) =>
  databases.db.transaction().execute((tx) => applyServices(tx, rows, { package: number, at: NOW }))
const note = (...offices: Parameters<typeof noteOffices>[1]) =>
  databases.db.transaction().execute((tx) => noteOffices(tx, offices, { package: 1, at: NOW }))

const fields = {
  name: 'Услуга',
  authority: null,
  region: null,
  kind: null,
  termDays: null,
  termUnit: null,
  fee: null,
  lifeSituations: [],
}

test('who may not is not let in', async () => {
  const lists = ['services', 'authorities', 'offices', 'regions', 'norms']
  for (const kind of lists) {
    expect([kind, (await get(path(kind), 'nobody')).statusCode]).toEqual([kind, 401])
    expect([kind, (await get(path(kind), 'supplier')).statusCode]).toEqual([kind, 403])
    expect([kind, (await get(path(kind), 'reader')).statusCode]).toEqual([kind, 200])
    expect((await get(path(kind, 'x', 'history'), 'nobody')).statusCode).toBe(401)
    // Refused before the body is looked at.
    expect((await put(path(kind, '1'), {}, 'nobody')).statusCode).toBe(401)
    expect((await put(path(kind, '1'), {}, 'reader')).statusCode).toBe(403)
    expect((await put(path(kind, '1'), {}, 'supplier')).statusCode).toBe(403)
  }
})

test('a services file fills the register; the same file again leaves no trace', async () => {
  const rows = [
    given({ name: 'Старое наименование' }),
    given({ life_situations: 'Охота|Отдых | Охота' }),
    given({ subservice_id: 'вариант/1', name: 'Выдача охотничьего билета – замена', authority: '', term_days: null }),
    given({ service_id: '0002', name: 'Федеральная услуга', region: '', authority: 'Росреестр' }),
  ]
  expect(await apply(rows, 7)).toEqual({ added: 3, changed: 0, unchanged: 0, passedOver: [] })
  expect(await apply(rows, 8)).toEqual({ added: 0, changed: 0, unchanged: 3, passedOver: [] })
  const service = {
    ...fields,
    name: 'Выдача охотничьего билета',
    authority: 'Министерство природных ресурсов',
    region: '31',
    kind: 'услуга',
    termDays: 5,
    termUnit: 'рабочие',
    lifeSituations: ['Охота', 'Отдых'],
  }
  expect((await rowsOf<RegisteredService>('services'))[0]).toEqual({ id: '1000000001', subservice: '', ...service })
  expect(await historyOf('services', '1000000001')).toEqual([
    { at: NOW.toISOString(), by: 'Система', package: 7, before: null, after: service },
  ])
  expect(await apply([given({ fee: '650' })], 9)).toMatchObject({ added: 0, changed: 1 })
  expect((await historyOf('services', '1000000001')).map((change) => [change.package, change.after.fee])).toEqual([
    [9, '650'],
    [7, null],
  ])
  const authorities = await rowsOf<Authority>('authorities')
  expect(authorities.map(({ name }) => name)).toEqual(['Министерство природных ресурсов', 'Росреестр'])
  expect(await historyOf('authorities', authorities[0]?.id ?? '')).toHaveLength(1)
})

test('a service is edited with history and audit, under an id with a slash too', async () => {
  const id = '1000000001:вариант/1'
  const body = { ...fields, name: ' Замена  билета ', region: '31', authority: 'Росреестр', kind: 'сервис' }
  const answer = await put(path('services', id), body)
  expect(answer.json()).toEqual({ ...body, name: 'Замена билета', id, subservice: 'вариант/1' })
  const [change] = await historyOf('services', id)
  expect(change).toMatchObject({ by: 'Редактор реестра', package: null, before: { kind: 'услуга' } })
  expect(change?.after).toMatchObject({ name: 'Замена билета', authority: 'Росреестр', kind: 'сервис' })
  const audited = await databases.db
    .selectFrom('audit_log')
    .selectAll()
    .where('subject', '=', `services:${id}`)
    .execute()
  expect(audited.map(({ who, what }) => [who, what])).toEqual([['user:u1', 'register.services.saved']])
  // The same once more changes nothing and is not remembered.
  await put(path('services', id), body)
  expect(await historyOf('services', id)).toHaveLength(2)
})

test('a service can be added by hand, and only under a register number', async () => {
  const long = `-77:${'ё/'.repeat(100)}`
  expect((await put(path('services', long), fields)).json()).toMatchObject({ id: long, name: 'Услуга' })
  expect(await historyOf('services', long)).toMatchObject([{ before: null }])
  expect((await put(path('services', 'услуга'), fields)).json()).toMatchObject({ code: 'bad_service_id', status: 400 })
  expect((await get(path('services', '404', 'history'))).statusCode).toBe(404)
})

test('what does not fit is refused with a sentence, and nothing is changed', async () => {
  const url = path('services', '0002')
  const wrong: [object, string][] = [
    [{ ...fields, colour: 'red' }, 'colour'],
    [{ ...fields, name: '  ' }, 'name'],
    [{ ...fields, name: 'a\0b' }, 'name'],
    [{ ...fields, region: '96' }, 'region'],
    [{ ...fields, kind: 'иное' }, 'kind'],
    [{ ...fields, termDays: 5 }, 'termUnit'],
    [{ ...fields, termUnit: 'рабочие' }, 'termDays'],
    [{ ...fields, fee: '1'.repeat(201) }, 'fee'],
    [{ ...fields, lifeSituations: ['а|б'] }, 'lifeSituations'],
  ]
  for (const [body, field] of wrong) {
    const answer = await put(url, body)
    expect([field, answer.statusCode, answer.json().errors?.[0].path]).toEqual([field, 400, field])
    expect(answer.json().errors[0].message).toMatch(/^[А-Я].*\.$/)
  }
  const { name: _, ...nameless } = fields
  expect((await put(url, nameless)).statusCode).toBe(400)
  expect(await historyOf('services', '0002')).toHaveLength(1)
})

test('an authority is renamed for all its services, and never to the name of another', async () => {
  const [{ id } = { id: '' }] = await rowsOf<Authority>('authorities', 'росреестр')
  const answer = await put(path('authorities', id), { name: 'Управление Росреестра', region: '31' })
  expect(answer.json()).toEqual({ id, name: 'Управление Росреестра', region: '31' })
  expect((await rowsOf<RegisteredService>('services', 'федеральная'))[0]?.authority).toBe('Управление Росреестра')
  expect((await historyOf('authorities', id))[0]).toMatchObject({ before: { name: 'Росреестр', region: null } })
  const taken = await put(path('authorities', id), { name: 'Министерство природных ресурсов', region: null })
  expect(taken.json()).toMatchObject({ status: 409, code: 'name_taken' })
  expect((await put(path('authorities', '999'), { name: 'Нет', region: null })).statusCode).toBe(404)
  expect((await put(path('authorities', 'x/y'), { name: 'Нет', region: null })).statusCode).toBe(404)
})

test('an office that requests name gets a zone, but no other name', async () => {
  expect(await note({ region: '31', name: 'Отдел № 1' }, { region: '31', name: 'Отдел № 1' })).toBe(1)
  expect(
    await note({ region: '31', name: 'Отдел № 1' }, { region: 'нет', name: 'Отдел' }, { region: '31', name: '' }),
  ).toBe(0)
  const [office] = await rowsOf<Office>('offices', 'белгородская № 1')
  expect(office).toMatchObject({ name: 'Отдел № 1', region: '31', authority: null, zone: null, requests: 9 })
  const { id = '', requests: _, ...body } = office ?? {}
  const saved = await put(path('offices', id), { ...body, zone: 'Asia/Yekaterinburg', authority: 'Новый орган' })
  expect(saved.json()).toEqual({ ...office, zone: 'Asia/Yekaterinburg', authority: 'Новый орган' })
  expect((await historyOf('offices', id)).map(({ by, package: from, after }) => [by, from, after.zone])).toEqual([
    ['Редактор реестра', null, 'Asia/Yekaterinburg'],
    ['Система', 1, null],
  ])
  const renamed = await put(path('offices', id), { ...body, name: 'Отдел № 2' })
  expect(renamed.json()).toMatchObject({ status: 409, code: 'office_is_named_by_requests' })
  for (const zone of ['Europe/Nowhere', 'europe/moscow', '+03:00', 'MSK', ''])
    expect((await put(path('offices', id), { ...body, zone })).json().errors[0]).toEqual({
      path: 'zone',
      message: `Часового пояса «${zone}» нет. Напишите имя из базы IANA, например Asia/Yekaterinburg.`,
    })
})

test('a region gets another zone by default', async () => {
  expect(await rowsOf<Region>('regions')).toHaveLength(90)
  const answer = await put(path('regions', '14'), { zone: 'Asia/Srednekolymsk' })
  expect(answer.json()).toEqual({
    id: '14',
    name: 'Республика Саха (Якутия)',
    oktmo: '98000000',
    zone: 'Asia/Srednekolymsk',
  })
  expect((await historyOf('regions', '14'))[0]).toMatchObject({ before: { zone: 'Asia/Yakutsk' } })
  expect(await historyOf('regions', '31')).toEqual([])
  expect((await put(path('regions', '14'), { zone: 'Якутск' })).statusCode).toBe(400)
  expect((await put(path('regions', '00'), { zone: 'Europe/Moscow' })).statusCode).toBe(404)
})

test('norms are set for all services and for one', async () => {
  expect((await rowsOf<Norm>('norms')).map(({ id, value, unit }) => [id, value, unit])).toEqual([
    ['interdepartmental_reply', 5, 'working_days'],
    ['queue', 15, 'minutes'],
    ['registration', 1, 'working_days'],
  ])
  expect(await rowsOf<Norm>('norms', 'очередь')).toEqual([])
  expect((await rowsOf<Norm>('norms', 'очереди'))[0]?.source).toMatch(/№ 601/)
  const own = await put(path('norms', 'queue:0002'), { value: 10, unit: 'minutes' })
  expect(own.json()).toEqual({
    id: 'queue:0002',
    measure: 'queue',
    service: '0002',
    value: 10,
    unit: 'minutes',
    source: null,
  })
  expect(await historyOf('norms', 'queue:0002')).toMatchObject([{ before: null, after: { value: 10 } }])
  expect((await put(path('norms', 'queue'), { value: 12.5, unit: 'minutes' })).json().source).toBeNull()
  expect((await put(path('norms', 'queue'), { value: 0, unit: 'minutes' })).statusCode).toBe(400)
  expect((await put(path('norms', 'queue:404'), { value: 1, unit: 'minutes' })).statusCode).toBe(404)
  expect((await put(path('norms', 'service_term'), { value: 1, unit: 'minutes' })).json().code).toBe('unknown_measure')
})

test('lists are found in without case and ё, in pages, and taken as files', async () => {
  await apply([given({ service_id: '3', name: 'Приём Заявлений о выдаче ЛЁТНОГО паспорта 100%_' })], 10)
  for (const find of ['летного приём', 'ЛЁТНОГО', '100%_', '3 летного'])
    expect([find, (await rowsOf<RegisteredService>('services', find)).map(({ id }) => id)]).toEqual([find, ['3']])
  expect(await rowsOf('services', '%')).toHaveLength(1)
  const page = (await get(`${path('regions')}?limit=2&offset=88`)).json()
  expect([page.total, page.rows.map((row: Region) => row.id)]).toEqual([90, ['95', '99']])
  const lines = async (query: string) => (await get(`${path('regions')}?${query}`)).body.trim().split('\r\n')
  expect(await lines('format=csv&limit=1')).toHaveLength(2)
  expect(await lines('format=csv')).toHaveLength(91)
  expect((await get(`${path('offices')}?format=xlsx`)).headers['content-type']).toMatch(/spreadsheet/)
  expect((await get(`${path('services')}?colour=red`)).statusCode).toBe(400)
})

test('names that look like formulas stay text', async () => {
  const name = '=HYPERLINK("http://example.com";"Нажмите")'
  await apply([given({ service_id: '4', name, life_situations: '+1|-2' })], 11)
  expect((await rowsOf<RegisteredService>('services', 'hyperlink'))[0]?.name).toBe(name)
  const csv = (await get(`${path('services')}?find=hyperlink&format=csv`)).body
  expect(csv).toContain(`;"'=HYPERLINK(""http://example.com"";""Нажмите"")";`)
  expect(csv).toContain(`;'+1|-2\r\n`)
})

test('the history cannot be rewritten', async () => {
  const { pool } = databases
  await expect(pool.query("UPDATE register_changes SET by = 'никто'")).rejects.toThrow('append-only')
  await expect(pool.query('DELETE FROM register_changes')).rejects.toThrow('append-only')
  await expect(pool.query('TRUNCATE register_changes')).rejects.toThrow('append-only')
})

test('the fields that were shown are sent along, and compared', async () => {
  const [norm] = await rowsOf<Norm>('norms')
  const shown = { value: norm?.value ?? 0, unit: norm?.unit }
  const late = await put(path('norms', norm?.id ?? ''), { ...shown, value: 99, seen: { ...shown, value: 98 } })
  expect([late.statusCode, late.json().code]).toEqual([409, 'conflict'])
  expect((await put(path('norms', norm?.id ?? ''), { ...shown, value: 99, seen: shown })).statusCode).toBe(200)
})
