import type { Alarm } from '@otklik/model/progress/api'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { seenPages } from '../../platform/papers/pictures.fixture.ts'
import { refreshMonths } from '../cube/refresh.ts'
import { createTables, emptyTables, givePackage, progressServer } from '../progress.fixture.ts'
import { judgeClosedMonths } from './job.ts'
import { giveSeries as give, type Month, refusals, scores } from './series.fixture.ts'

const databases = testDatabases()
let server: Awaited<ReturnType<typeof progressServer>>
beforeAll(async () => {
  await createTables(databases.clickhouse)
  server = await progressServer(databases)
})
beforeEach(async () => {
  await emptyTables(databases.clickhouse)
  await databases.db.deleteFrom('alarms').execute()
  await databases.db.deleteFrom('csi_bases').execute()
  server.clock.now = new Date('2026-11-22T09:00:00Z')
})
afterAll(() => server.app.close())

const giveSeries = (service: string, last: string, months: readonly Month[]) =>
  give(databases.clickhouse, service, last, months)
const judge = () => judgeClosedMonths(server.deps)
const list = async (query = ''): Promise<{ alarms: Alarm[]; expectedByChance: number }> =>
  (await server.get(`/api/progress/alarms${query}`)).json()

describe('growth', () => {
  test('of three months in a row is found at the close of the month, with what speaks for it', async () => {
    const year = [50, 52, 49, 51, 50, 48, 52, 50, 49, 51, 50, 52, 48, 50, 51, 49]
    await giveSeries('1', '2026-10', refusals(...year, 60, 75, 90))
    expect(await judge()).toBe(1)
    const { alarms, expectedByChance } = await list()
    expect(alarms).toMatchObject([
      {
        figure: 'refusals',
        service: '1',
        serviceName: 'Зачисление в школу',
        month: '2026-10',
        grade: 'confirmed',
        values: [
          {
            month: '2026-07',
            value: 4.9,
            numerator: 49,
            denominator: 1e3,
          },
          {
            month: '2026-08',
            value: 6,
          },
          {
            month: '2026-09',
            value: 7.5,
          },
          {
            month: '2026-10',
            value: 9,
          },
        ],
        acknowledged: null,
      },
    ])
    expect(alarms[0]?.sentence).toContain('растёт три месяца подряд')
    expect(alarms[0]?.evidence.map(({ name }) => name)).toContain('Тенденция за месяцы роста')
    // Twelve judged months of one service, each with three months before it; its errors have no denominator.
    expect(expectedByChance).toBeCloseTo(12 / 24, 12)
  })

  test('comes as a file, with the months and the tests it rests on in files of their own', async () => {
    await giveSeries('1', '2026-10', refusals(50, 60, 70, 80))
    await giveSeries('2', '2026-10', refusals(20, 30, 40, 50))
    await judge()
    const { alarms } = await list()
    const alarm = alarms.find(({ service }) => service === '1')
    const lines = async (query: string) =>
      (await server.get(`/api/progress/alarms?format=csv${query}`)).body.trim().split('\r\n').slice(1)
    expect(await lines('')).toEqual(Array(2).fill(expect.stringMatching(/;22\.11\.2026 \d\d:\d\d:\d\d;;;$/)))
    expect(await lines('&table=values')).toHaveLength(8)
    expect(await lines(`&table=values&id=${alarm?.id}`)).toEqual(
      ['2026-07;5;50', '2026-08;6;60', '2026-09;7;70', '2026-10;8;80'].map(
        (month) => `2026-10;1;Зачисление в школу;Доля отказов;${month};1000`,
      ),
    )
    const tests = await lines(`&table=evidence&id=${alarm?.id}`)
    expect(tests).toHaveLength(alarm?.evidence.length ?? 0)
    expect(tests[0]).toContain(alarm?.evidence[0]?.explanation.slice(0, 20))
    const notice = await server.get(`/api/progress/alarms/${alarm?.id}/notice?format=pdf`)
    expect((await seenPages(notice.rawPayload))[0]?.text).toContain('Зачисление в школу (номер услуги 1)')
  })

  test('says whether it stays significant among all that were judged in the month', async () => {
    // The second alone is significant, p = 0.018; the five unchanged beside it make that as much as chance gives.
    await giveSeries('1', '2026-10', refusals(50, 90, 140, 200))
    await giveSeries('2', '2026-10', refusals(50, 56, 62, 71))
    for (const service of ['3', '4', '5', '6', '7']) await giveSeries(service, '2026-10', refusals(50, 50, 50, 50))
    await judge()
    const { alarms } = await list()
    const remains = alarms.map(({ service, remains: stays }) => [service, stays])
    expect(Object.fromEntries(remains)).toEqual({ 1: true, 2: false })
    expect(alarms.map(({ evidence }) => evidence.at(-1)?.name)).toEqual(Array(2).fill('Поправка на число проверок'))
    expect((await server.get('/api/progress/alarms?format=csv')).body).toContain('рост не значим')
  })

  test('is not found in the running month, by equal values, or over a month without a value', async () => {
    await giveSeries('1', '2026-11', refusals(50, 50, 50, 60, 70, 80))
    await giveSeries('2', '2026-10', refusals(50, 60, 60, 70))
    await giveSeries('3', '2026-10', [...refusals(50), { decided: 0 }, ...refusals(60, 70, 80)])
    expect(await judge()).toBe(0)
  })

  test('of errors is told apart from growth of refusals', async () => {
    const errors = [5, 8, 12, 17].map((in_error) => ({ submitted: 100, in_error }))
    await giveSeries('1', '2026-10', errors)
    await judge()
    expect((await list()).alarms).toMatchObject([{ figure: 'errors', grade: 'little_data' }])
  })

  test('is judged on the day its month closes, and again after days that the server was off', async () => {
    await giveSeries('1', '2026-10', refusals(50, 60, 70, 80))
    server.clock.now = new Date('2026-11-04T09:00:00Z')
    expect(await judge()).toBe(0)
    server.clock.now = new Date('2026-11-05T09:00:00Z')
    expect(await judge()).toBe(1)
    await databases.db.deleteFrom('alarms').execute()
    server.clock.now = new Date('2027-06-05T09:00:00Z')
    expect(await judge()).toBe(1)
  })

  test('stays as it was found when later figures differ, and is not found twice', async () => {
    await giveSeries('1', '2026-10', refusals(50, 60, 70, 80))
    await judge()
    const { alarms } = await list()
    server.clock.now = new Date('2026-11-23T10:00:00Z')
    await giveSeries('1', '2026-10', refusals(500))
    expect(await judge()).toBe(0)
    expect((await list()).alarms).toEqual(alarms)
  })

  test('is found anew for a day, while history comes in, unless it was acknowledged', async () => {
    await giveSeries('1', '2026-10', refusals(50, 60, 70, 80))
    await giveSeries('2', '2026-10', refusals(50, 60, 70, 80))
    await judge()
    const ofSecond = (await list('?service=2')).alarms[0]
    await server.post(`/api/progress/alarms/${ofSecond?.id}/acknowledgement`, { reason: 'Причина' })
    await giveSeries('1', '2026-10', refusals(500))
    await giveSeries('2', '2026-10', refusals(500))
    expect(await judge()).toBe(0)
    expect((await list()).alarms).toMatchObject([{ values: [{}, {}, {}, { numerator: 580, denominator: 2000 }] }])
    await giveSeries('1', '2026-08', refusals(0, 0, 0))
    await giveSeries('2', '2026-08', refusals(0, 0, 0))
    await databases.clickhouse.command(
      `ALTER TABLE cube DELETE WHERE month = '2026-09-01'`,
      {},
      { mutations_sync: '1' },
    )
    expect(await judge()).toBe(0)
    expect((await list('?state=all')).alarms).toMatchObject([{ service: '2', values: ofSecond?.values }])
  })
})

describe('a fall of the CSI', () => {
  test('is found against the first three months with enough ratings, which stay the base', async () => {
    await giveSeries('1', '2026-10', scores(4.4, 4.5, 4.6, 4.5, 4.4, 3.2))
    expect(await judge()).toBe(1)
    const bases = await databases.db.selectFrom('csi_bases').selectAll().execute()
    expect(bases).toMatchObject([{ service: '1', from: '2026-05', to: '2026-07', n: 150, chosen_by: 'rule' }])
    expect(bases[0]?.value).toBeCloseTo(4.5, 6)
    const { alarms } = await list()
    expect(alarms).toMatchObject([{ figure: 'csi', month: '2026-10', grade: 'confirmed', remains: null }])
    expect(alarms[0]?.values).toEqual([
      { month: '2026-10', value: expect.closeTo(3.2, 6), numerator: expect.closeTo(160, 6), denominator: 50 },
    ])
    await giveSeries('1', '2026-05', scores(1))
    server.clock.now = new Date('2026-11-23T10:00:00Z')
    await judge()
    expect(await databases.db.selectFrom('csi_bases').selectAll().execute()).toEqual(bases)
  })

  test('on few ratings opens down to exactly those of the month, and to those of the months together', async () => {
    const base = ['2026-05', '2026-06', '2026-07'].map((month) => ({ month, n: 20, score: 5 }))
    const fallen = ['2026-08', '2026-09', '2026-10'].map((month) => ({ month, n: 11, score: 3 }))
    const ratings = [...base, ...fallen].flatMap(({ month, n, score }) =>
      Array.from({ length: n }, (_, at) => ({ id: `${month} ${at}`, at: `${month}-10 10:00:00`, score })),
    )
    await givePackage(databases.clickhouse, { number: 1, requests: ratings.map(({ id }) => ({ id })), ratings })
    await refreshMonths(
      databases.clickhouse,
      [...base, ...fallen].map(({ month }) => month),
    )
    await judge()
    const alarm = (await list()).alarms.find(({ month }) => month === '2026-10')
    expect(alarm?.values).toMatchObject([
      { month: '2026-10', denominator: 11 },
      { from: '2026-08', month: '2026-10', denominator: 33 },
    ])
    for (const { from, month, denominator } of alarm?.values ?? []) {
      const behind = await server.get(
        `/api/progress/requests?service=1&counted=rated&from=${from ?? month}&to=${month}`,
      )
      expect(behind.json().total).toBe(denominator)
    }
  })

  test('is exactly a fall at 20 %, not before, and never on under 20 ratings', async () => {
    await giveSeries('1', '2026-10', scores(4.5, 4.5, 4.5, 3.6))
    await giveSeries('2', '2026-10', scores(4.5, 4.5, 4.5, 3.62))
    await giveSeries('3', '2026-10', [...scores(4.5, 4.5, 4.5), { ratings: [1, 1, 1, 1, 1] }])
    await judge()
    expect((await list()).alarms.map(({ service }) => service)).toEqual(['1'])
  })
})

describe('a month with few ratings', () => {
  const few = (n: number, mean: number): Month => ({ ratings: Array.from({ length: n }, () => mean) })

  test('is judged by its own mean, with what the months together say beside it', async () => {
    await giveSeries('1', '2026-10', [...scores(4.5, 4.5, 4.5, 4.5), few(25, 3.4)])
    await giveSeries('2', '2026-10', [...scores(4.5, 4.5, 4.5), few(25, 3.3), few(10, 3.8)])
    await judge()
    const { alarms } = await list()
    // The second service: September alone fell; October is 15.6 % under the base, whatever the two say together.
    expect(alarms.map(({ service, month }) => [service, month])).toEqual([
      ['1', '2026-10'],
      ['2', '2026-09'],
    ])
    expect(alarms[0]).toMatchObject({
      grade: 'little_data',
      values: [{ month: '2026-10', value: 3.4, denominator: 25 }, {}],
    })
    expect(alarms[0]?.evidence).toContainEqual(
      expect.objectContaining({ name: 'Вместе с прежними оценками', value: '4,13, оценок: 75' }),
    )
  })
})

test('the list and its number on the overview are of the same services', async () => {
  for (const service of ['1', '3']) await giveSeries(service, '2026-10', refusals(50, 60, 70, 80))
  await judge()
  const school = encodeURIComponent('Министерство образования')
  for (const [query, services] of [
    ['', ['1', '3']],
    ['?service=3', ['3']],
    [`?authority=${school}`, ['1']],
    [`?authority=${school}&service=3`, []],
    ['?authority=x', []],
  ] as const) {
    const { alarms, expectedByChance } = await list(query)
    expect([query, alarms.map(({ service }) => service)]).toEqual([query, services])
    expect((await server.get(`/api/progress/overview${query}`)).json().openCases).toEqual({
      current: services.length,
      ended: 0,
    })
    expect(expectedByChance).toBeCloseTo(services.length / 24, 12)
  }
})
