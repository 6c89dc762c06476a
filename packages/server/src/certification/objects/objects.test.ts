import type { CertificationObject } from '@otklik/model/certification/api'
import { describe, expect, test } from 'vitest'
import { auditOf, FIELDS, listsOverHttp, objectsOf, statusesOf } from '../certification.fixture.ts'

const lists = listsOverHttp()
const add = (given: object = {}) => lists.make<CertificationObject>('POST', '/objects', { ...FIELDS, ...given })
const names = async (query: string) => (await objectsOf(lists, query)).map(({ name }) => name)

describe('who may', () => {
  test.each([
    ['nobody', 401],
    ['machine', 403],
    ['analyst', 403],
    ['group', 200],
    ['lead', 200],
  ] as const)('%s reads the objects: %i', async (who, status) => {
    expect((await lists.get('/objects', who)).status).toBe(status)
  })
  test.each([
    ['group', 'not_allowed'],
    ['lead', 'not_allowed'],
    ['region', 'lists_not_yours'],
  ] as const)('%s adds none: %s', async (who, code) => {
    const answer = await lists.send('POST', '/objects', FIELDS, who)
    expect([answer.status, answer.body.code]).toEqual([403, code])
  })
})

test('services of the register become objects once: by scope, by region, then all', async () => {
  const fill = (scope: string, region: string | null = null) =>
    lists.send<{ added: number }>('POST', '/objects/from-register', { scope, region })
  expect((await fill('federal', '31')).body).toMatchObject({ code: 'invalid_request', errors: [{ path: 'region' }] })
  expect((await fill('regional', '00')).body.errors?.[0]?.path).toBe('region')
  expect((await fill('federal')).body).toEqual({ added: 2 })
  expect((await fill('regional', '31')).body).toEqual({ added: 2 })
  // Oversight is no service.
  expect((await fill('all')).body).toEqual({ added: 1 })
  expect((await fill('all')).body).toEqual({ added: 0 })
  expect(await names('?sort=name')).toEqual(['Без органа', 'Паспорт', 'Пособие своё', 'Справка своя', 'Справка чужая'])
  const [without] = await objectsOf(lists, '?find=без органа')
  expect(without).toMatchObject({ kind: 'service', category: 'услуга', authority: null, region: null, removed: null })
  const events = await auditOf(lists, 'certification_objects')
  expect(events).toMatchObject([
    { what: 'certification_object.added_from_register', after: { scope: 'federal', objects: [1, 2] } },
    { after: { scope: 'regional', region: '31', objects: [3, 4] } },
    { after: { scope: 'all' } },
  ])
})

test('the list is paged, sorted, filtered and found in', async () => {
  await add({ name: 'Портал обращений', level: 72.5, validFrom: '2025-03-01', validTo: '2028-02-29' })
  expect(await names('?category=сервис')).toEqual(['Портал обращений'])
  expect(await names('?kind=service&region=federal')).toEqual(['Паспорт', 'Без органа'])
  expect(await names('?authority=Чужой орган')).toEqual(['Справка чужая'])
  expect(await names('?sort=level')).toHaveLength(6)
  expect((await names('?sort=level&descending=true'))[0]).toBe('Портал обращений')
  expect(await names('?find=белгородская справка')).toEqual(['Справка своя'])
  expect(await names('?find=example.test')).toEqual(['Портал обращений'])
  const page = await lists.get<{ total: number; rows: unknown[] }>('/objects?limit=2&offset=4')
  expect([page.body.total, page.body.rows.length]).toEqual([6, 2])
  const csv = (await lists.get('/objects?format=csv&find=портал')).text
  expect(csv).toContain('Сервис по рассмотрению обращений и запросов')
  expect(csv).toContain('72,5')
})

describe('an object', () => {
  test('is changed by whoever saw its last version, with the audit of before and after', async () => {
    const object = await add({ name: 'Сервис записи' })
    const { id, version, category: _, removed: __, ...fields } = object
    const changed = {
      ...fields,
      version,
      name: '  Сервис   записи 2 ',
      level: 80,
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    }
    const saved = await lists.make<CertificationObject>('PUT', `/objects/${id}`, changed)
    expect(saved).toMatchObject({ id, version: 2, name: 'Сервис записи 2', level: 80 })
    expect((await lists.send('PUT', `/objects/${id}`, changed)).body).toMatchObject({
      status: 409,
      code: 'object_changed',
    })
    // Nothing new is no change.
    const again = await lists.make<CertificationObject>('PUT', `/objects/${id}`, { ...changed, version: 2 })
    expect(again.version).toBe(2)
    expect(await auditOf(lists, `certification_object:${id}`)).toMatchObject([
      { what: 'certification_object.added', who: 'user:u1', before: null },
      {
        what: 'certification_object.saved',
        before: { name: 'Сервис записи', level: null },
        after: { name: 'Сервис записи 2' },
      },
    ])
  })

  test.each([
    ['a сервис without an address', { address: null }, 'address'],
    ['an address that is none', { address: 'gosuslugi.ru' }, 'address'],
    ['an address with a password', { address: 'https://a:b@example.test/' }, 'address'],
    ['a script for an address', { address: 'javascript:alert(1)' }, 'address'],
    ['a name of spaces', { name: '   ' }, 'name'],
    ['an authority unknown', { authority: 'Никакой орган' }, 'authority'],
    ['a region unknown', { region: '00' }, 'region'],
    ['a service unknown', { service: '5000000005' }, 'service'],
    ['a level with a last day alone', { level: 80, validTo: '2026-12-31' }, 'validFrom'],
    ['days without a level', { validFrom: '2026-01-01', validTo: '2026-12-31' }, 'level'],
    ['no last day', { level: 80, validFrom: '2026-01-01' }, 'validTo'],
    ['a day that is none', { level: 80, validFrom: '2026-02-30', validTo: '2026-12-31' }, 'validFrom'],
    ['an end before the beginning', { level: 80, validFrom: '2026-02-01', validTo: '2026-01-31' }, 'validTo'],
    ['more than three years', { level: 80, validFrom: '2026-02-01', validTo: '2029-02-01' }, 'validTo'],
    ['a level that has no certificate', { level: 39.99, validFrom: '2026-02-01', validTo: '2026-03-01' }, 'level'],
    ['three decimals', { level: 70.125 }, 'level'],
    ['a service that another object stands for', { kind: 'typical', service: '1000000001' }, 'service'],
  ])('is refused with %s', async (_, given, path) => {
    const answer = await lists.send('POST', '/objects', { ...FIELDS, ...given })
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, path])
    expect(answer.body.errors?.[0]?.message).toMatch(/^[А-ЯЁ].*[.]$/)
  })

  test.each([25.5, 80])('may have a level of %s and no certificate', async (level) => {
    expect(await add({ name: `Заключение ${level}`, level })).toMatchObject({ level, validFrom: null, validTo: null })
  })

  test('two сервиса may belong to one service', async () => {
    for (const name of ['Один', 'Второй']) await add({ name, kind: 'service_tool', service: '1000000001' })
    expect(await names('?find=1000000001')).toEqual(['Справка своя', 'Один', 'Второй'])
  })

  test('is taken out and put back with reasons, once each', async () => {
    const { id } = await add({ name: 'Лишний' })
    const remove = (reason: string) => lists.send<CertificationObject>('POST', `/objects/${id}/removal`, { reason })
    const restore = (reason: string) =>
      lists.send<CertificationObject>('POST', `/objects/${id}/restoration`, { reason })
    expect((await restore('Ошибка')).body).toMatchObject({ status: 409, code: 'object_not_removed' })
    expect((await remove('    ')).body.errors?.[0]?.path).toBe('reason')
    expect((await remove('Сервис закрыт')).body).toMatchObject({
      removed: { reason: 'Сервис закрыт', at: '2026-11-22T09:00:00.000Z' },
      version: 2,
    })
    const twice = await remove('Ещё раз')
    expect([twice.status, twice.body.detail]).toEqual([409, expect.stringContaining('Сервис закрыт')])
    expect(await names('?removed=true')).toEqual(['Лишний'])
    expect(await names('?removed=false')).not.toContain('Лишний')
    expect((await restore('Открыт снова')).body).toMatchObject({ removed: null, version: 3 })
    expect((await auditOf(lists, `certification_object:${id}`)).map(({ what, after }) => [what, after])).toEqual([
      ['certification_object.added', expect.anything()],
      ['certification_object.removed', { removed: 'Сервис закрыт' }],
      ['certification_object.restored', { removed: null, reason: 'Открыт снова' }],
    ])
  })

  test('a service taken out is not brought in again by the register', async () => {
    const [object] = await objectsOf(lists, '?find=9000000002')
    await lists.make('POST', `/objects/${object?.id}/removal`, { reason: 'Нет органа' })
    expect(await lists.make('POST', '/objects/from-register', { scope: 'all', region: null })).toEqual({ added: 0 })
    const taken = await lists.send('POST', '/objects', { ...FIELDS, kind: 'service', service: '9000000002' })
    expect(taken.body.detail).toContain('можно вернуть')
  })

  test('does not exist for those who see a part only', async () => {
    expect((await lists.get('/objects', 'lead')).body).toEqual({ total: 0, rows: [] })
    expect((await lists.get('/objects?format=csv', 'lead')).text.trim().split('\n')).toHaveLength(1)
    for (const [method, path, body] of [
      ['PUT', '/objects/1', { ...FIELDS, version: 1 }],
      ['POST', '/objects/1/removal', { reason: 'Проба' }],
      ['POST', '/objects/1/restoration', { reason: 'Проба' }],
    ] as const)
      expect((await lists.send(method, path, body, 'region')).status).toBe(404)
    expect((await lists.send('POST', '/objects/from-register', { scope: 'all', region: null }, 'region')).status).toBe(
      403,
    )
    expect((await lists.send('PUT', '/objects/999', { ...FIELDS, version: 1 })).status).toBe(404)
  })
})

test('two who add the same service at once make one object', async () => {
  const service = '2000000002'
  const both = await Promise.all(
    [1, 2].map(() => lists.send('POST', '/objects', { ...FIELDS, kind: 'service', service, name: 'Надзор' })),
  )
  const [made, refused] = statusesOf(both)
  expect(made).toBe(201)
  expect([400, 409]).toContain(refused)
  expect(await names(`?find=${service}`)).toEqual(['Надзор'])
})
