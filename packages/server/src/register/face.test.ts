import { expect, test } from 'vitest'
import { EVERYTHING } from '@otklik/model/access'
import { regions } from '@otklik/model/regions'
import { testDatabases } from '../../test/support/databases.ts'
import {
  applyServices,
  ensureRegions,
  isDemo,
  listServiceIds,
  markDemo,
  noteOffices,
  regionNames,
  type ServiceFileRow,
  serviceNames,
  servicesOfAuthority,
  zoneOf,
  zones,
} from './index.ts'
import { norms } from './norms.ts'
import { listOffices } from './places/offices.ts'
import { listServices } from './services/services.ts'
import { isZone } from '../platform/time/zone.ts'

const databases = testDatabases()
const at = new Date('2026-11-20T09:00:00Z')

const row = (service_id: string, more: Partial<ServiceFileRow> = {}): ServiceFileRow => ({
  service_id,
  subservice_id: '',
  name: `Услуга ${service_id}`,
  authority: 'Министерство',
  region: '31',
  kind: 'услуга',
  term_days: 10,
  term_unit: 'календарные',
  fee: '',
  life_situations: 'Рождение ребёнка|Переезд',
  ...more,
})
const apply = (rows: readonly ServiceFileRow[]) =>
  databases.db.transaction().execute((tx) => applyServices(tx, rows, { package: 1, at }))

test('every region of the model has a zone that is accepted', () => {
  expect(regions.filter(({ zone }) => !isZone(zone))).toEqual([])
})

test('an empty installation becomes a demonstration once, a real one never', async () => {
  const { db } = databases
  await ensureRegions(db)
  expect([await isDemo(db), (await regionNames(db)).size]).toEqual([false, 90])
  await db.transaction().execute((tx) => noteOffices(tx, [{ region: '31', name: 'Отдел' }]))
  await expect(markDemo(db)).rejects.toMatchObject({ code: 'demo_over_real' })
  expect(await isDemo(db)).toBe(false)
  await db.deleteFrom('register_offices').execute()
  await markDemo(db)
  await markDemo(db)
  await ensureRegions(db)
  expect([await isDemo(db), (await regionNames(db)).get('00')]).toEqual([true, 'Демонстрационная область'])
})

test('the zone is the office’s own, else the region’s', async () => {
  const { db } = databases
  const added = await db.transaction().execute((tx) =>
    noteOffices(tx, [
      { region: '00', name: 'Заречье', zone: 'Europe/Samara', authority: 'Министерство' },
      { region: '00', name: 'Примерск' },
      { region: '66', name: 'Заречье\0\uD800' },
    ]),
  )
  expect(added).toBe(3)
  const all = await zones(db)
  const asked: [string, string, string][] = [
    ['00', 'Заречье', 'Europe/Samara'],
    ['00', 'Примерск', 'Europe/Moscow'],
    ['66', 'Заречье', 'Asia/Yekaterinburg'],
    ['66', '', 'Asia/Yekaterinburg'],
    ['??', '', 'Europe/Moscow'],
  ]
  for (const [region, office, zone] of asked)
    expect([await zoneOf(db, region, office), all.of(region, office)]).toEqual([zone, zone])
  expect(all.offices).toEqual([{ region: '00', name: 'Заречье', zone: 'Europe/Samara' }])
})

test('a zone set in the desk outlives a new version of the list', async () => {
  const { db } = databases
  await db
    .updateTable('register_regions')
    .set({ zone: 'Asia/Vladivostok', name: 'Старое имя' })
    .where('code', '=', '14')
    .execute()
  await ensureRegions(db)
  expect([await zoneOf(db, '14', ''), (await regionNames(db)).get('14')]).toEqual([
    'Asia/Vladivostok',
    'Республика Саха (Якутия)',
  ])
})

test('others ask for names of services and for services of an authority', async () => {
  const { db } = databases
  await apply([
    row('1'),
    row('1', { subservice_id: 'а:б', name: 'Вариант' }),
    row('2', { subservice_id: '1', authority: '' }),
  ])
  const named = await serviceNames(db)
  expect([...named].map(([id, { name }]) => [id, name])).toEqual([
    ['1', 'Услуга 1'],
    ['1:а:б', 'Вариант'],
    ['2', 'Услуга 2'],
    ['2:1', 'Услуга 2'],
  ])
  expect(named.get('1')).toEqual({
    name: 'Услуга 1',
    authority: 'Министерство',
    kind: 'услуга',
    termDays: 10,
    termUnit: 'календарные',
    region: '31',
  })
  expect([...(await serviceNames(db, ['2:1', '404'])).keys()]).toEqual(['2', '2:1'])
  expect(await listServiceIds(db)).toEqual(['1', '2'])
  expect(await servicesOfAuthority(db, 'Министерство')).toEqual(['1'])
})

test('services and offices are listed of one authority', async () => {
  const { db } = databases
  await apply([row('1'), row('2', { authority: 'Управление' })])
  const authority = String((await findAuthorityNamed('Управление'))?.id)
  const listed = await listServices(db, { authority }, EVERYTHING)
  expect([listed.total, listed.rows.map(({ id }) => id)]).toEqual([1, ['2']])
  await db.transaction().execute(async (tx) => {
    await noteOffices(tx, [
      { region: '31', name: 'Окно', authority: 'Управление' },
      { region: '31', name: 'Другое окно' },
    ])
  })
  const offices = await listOffices({ db }, { authority }, EVERYTHING)
  expect(offices.rows.map(({ name }) => name)).toEqual(['Окно'])
})

const findAuthorityNamed = (name: string) =>
  databases.db.selectFrom('register_authorities').select('id').where('name', '=', name).executeTakeFirst()

test('a service’s own norm goes before the one for all', async () => {
  const { db } = databases
  await db
    .insertInto('register_norms')
    .values({ measure: 'queue', service_id: '1', value: 5, unit: 'minutes', source: null })
    .execute()
  const { of } = await norms(db)
  expect([of('queue', '1'), of('queue', '2')]).toEqual([
    { value: 5, unit: 'minutes' },
    { value: 15, unit: 'minutes' },
  ])
  expect(of('hand_over', '1')).toBeUndefined()
})

test('two packages at once leave one record and no false history', async () => {
  const rows = Array.from({ length: 50 }, (_, n) => row(String(9000 + n), { authority: `Орган ${n % 7}` }))
  const both = await Promise.all([apply(rows), apply(rows.toReversed())])
  // Whoever came second found every record as it wished.
  expect(both.map(({ added }) => added).toSorted((a, b) => a - b)).toEqual([0, 50])
  expect(both.map(({ unchanged }) => unchanged).toSorted((a, b) => a - b)).toEqual([0, 50])
})

test('ten thousand rows are applied at once', async () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => row(String(100_000 + n), { authority: `Орган ${n % 300}` }))
  const start = performance.now()
  expect(await apply(rows)).toEqual({ added: 10_000, changed: 0, unchanged: 0, passedOver: [] })
  const first = performance.now() - start
  expect(await apply(rows)).toEqual({ added: 0, changed: 0, unchanged: 10_000, passedOver: [] })
  expect(await apply(rows.map((given) => ({ ...given, fee: '100' })))).toMatchObject({ changed: 10_000 })
  // Under a second on a quiet machine; row by row it would be a minute.
  expect(first).toBeLessThan(6_000)
})
