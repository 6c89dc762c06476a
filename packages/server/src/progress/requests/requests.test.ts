import { NOT_GIVEN } from '@otklik/model/indicators'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { refreshMonths } from '../cube/refresh.ts'
import { golden } from '../golden.fixture.ts'
import { createTables, givePackage, progressServer } from '../progress.fixture.ts'

const databases = testDatabases()
let server: Awaited<ReturnType<typeof progressServer>>

beforeAll(async () => {
  await createTables(databases.clickhouse)
  server = await progressServer(databases)
  await givePackage(databases.clickhouse, golden)
  await refreshMonths(databases.clickhouse, ['2026-05', '2026-06'])
})
afterAll(() => server.app.close())

const json = async (url: string) => {
  const answer = await server.get(url)
  expect([answer.statusCode, url]).toEqual([200, url])
  return answer.json()
}

describe('the requests behind a figure', () => {
  test.each([
    ['any', 4, ['a', 'b', 'c', 'd']],
    ['submitted', 4, ['a', 'b', 'c', 'd']],
    ['in_error', 1, ['b']],
    ['decided', 4, ['a', 'a', 'b', 'c']],
    ['refused', 1, ['a']],
    ['rated', 2, ['a', 'b']],
  ])('%s', async (counted, total, requests) => {
    const found = await json(`/api/progress/requests?counted=${counted}`)
    expect(found.total).toBe(total)
    expect(found.rows.map(({ request }: { request: string }) => request)).toEqual(requests)
  })

  test('say what became of each', async () => {
    const { rows } = await json('/api/progress/requests?counted=refused&from=2026-05&to=2026-05')
    expect(rows).toEqual([
      {
        request: 'a',
        service: '1',
        serviceName: 'Зачисление в школу',
        subservice: '',
        channel: 'ЕПГУ',
        region: '31',
        office: 'Восток',
        month: '2026-05',
        ratedAt: null,
        score: null,
        rating: null,
        events: 6,
        firstEvent: '2026-05-10T10:00:00',
        lastEvent: '2026-06-01T00:00:00',
        lastStatus: 3,
        lastStatusName: expect.any(String),
      },
    ])
  })

  test('are paged, found by their number and come as a file', async () => {
    const page = await json('/api/progress/requests?counted=decided&limit=1&offset=1')
    expect([page.total, page.rows.length, page.rows[0].request]).toEqual([4, 1, 'a'])
    expect((await json('/api/progress/requests?find=a')).total).toBe(1)
    const file = await server.get('/api/progress/requests?counted=decided&format=csv')
    expect(file.body.trim().split('\r\n')).toHaveLength(5)
  })
})

test.each(['office', 'channel', 'subservice', 'region', 'authority'])(
  'every figure by %s opens down to its requests, where the name is not given too',
  async (by) => {
    const { services } = server.world
    const known = services.get('3')
    services.delete('3')
    const { rows } = await json(`/api/progress/indicators?by=${by}`)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      const name = encodeURIComponent(row.slice[by] || NOT_GIVEN)
      const { total } = await json(`/api/progress/requests?counted=submitted&${by}=${name}`)
      expect([row.slice, total]).toEqual([row.slice, row.submitted])
    }
    if (known) services.set('3', known)
  },
)

describe('the timeline of a request', () => {
  test('has instants by the zone of the office, waits, suspension and the origin of every row', async () => {
    const timeline = await json('/api/progress/requests/a')
    expect(timeline).toMatchObject({ zone: 'Asia/Kamchatka', serviceName: 'Зачисление в школу', versions: [{}] })
    expect(timeline.events.map(({ status }: { status: number }) => status)).toEqual([17, 2, 14, 1020, 4, 3])
    expect(timeline.events.map(({ waited }: { waited: number }) => waited)).toEqual([
      null,
      0,
      86400,
      172800,
      86400,
      1519200,
    ])
    expect(timeline.events.map(({ suspended }: { suspended: boolean }) => suspended)).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ])
    expect(timeline.events[0]).toMatchObject({
      local: '2026-05-10T10:00:00',
      instant: '2026-05-09T22:00:00Z',
      timeKnown: true,
      origin: {
        package: 1,
        supplier: 'МФЦ',
        date: '2026-05-01',
        file: '1.csv',
        row: 1,
      },
    })
    expect(timeline.fields).toMatchObject({ service_id: '1', region: '31', gender: '' })
    expect(timeline.ratings).toMatchObject([{ fields: { score: '1', rated_at: '2026-05-15T10:00:00' } }])
  })

  test('of a request that has not come has no zone yet', async () => {
    const timeline = await json('/api/progress/requests/e')
    expect(timeline).toMatchObject({ fields: null, zone: null, events: [{ status: 4, instant: null, waited: null }] })
    expect((await server.get('/api/progress/requests/none')).statusCode).toBe(404)
  })

  test('leaves out rows of a package that is not in yet', async () => {
    await givePackage(databases.clickhouse, {
      number: 9,
      requests: [{ id: 'new' }],
      events: [{ id: 'a', at: '2026-07-01 00:00:00', status: 39 }],
    })
    server.world.unfinished.push(9)
    expect((await json('/api/progress/requests/a')).events).toHaveLength(6)
    expect((await json('/api/progress/requests?counted=refused')).rows[0]).toMatchObject({ events: 6, lastStatus: 3 })
    expect((await json('/api/progress/requests')).total).toBe(4)
    server.world.unfinished.length = 0
    expect((await json('/api/progress/requests/a')).events).toHaveLength(7)
    expect((await json('/api/progress/requests')).total).toBe(5)
  })
})
