import { NOTHING, type Reach } from '@otklik/model/access'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/databases.ts'
import { person } from '../../test/support/principals.ts'
import { refreshMonths } from './cube/refresh.ts'
import { golden } from './golden.fixture.ts'
import { createTables, givePackage, progressServer } from './progress.fixture.ts'
import { isReached, reachCondition, type Part } from './reach.ts'

const databases = testDatabases()
let server: Awaited<ReturnType<typeof progressServer>>

beforeAll(async () => {
  await createTables(databases.clickhouse)
  server = await progressServer(databases)
  await givePackage(databases.clickhouse, golden)
  await refreshMonths(databases.clickhouse, ['2026-05', '2026-06'])
})
afterAll(() => server.app.close())

const json = async (path: string) => {
  const answer = await server.get(`/api/progress/${path}`)
  expect([answer.statusCode, path]).toEqual([200, path])
  return answer.json()
}
const statusOf = async (path: string) => (await server.get(`/api/progress/${path}`)).statusCode
const look = (reach: Partial<Reach>, given = {}) => {
  server.caller.who = person({ reach: { ...NOTHING, ...reach }, ...given })
}

describe('what is within reach', () => {
  test.each<[string, Partial<Reach>, string[]]>([
    ['nothing', {}, []],
    ['an office', { offices: [{ region: '31', name: 'Восток' }] }, ['a']],
    ['an office of that name elsewhere', { offices: [{ region: '77', name: 'Восток' }] }, []],
    ['another region', { regions: ['77'] }, ['d']],
    ['an authority, wherever its service is asked for', { authorities: ['Администрация'] }, ['d']],
    [
      'an authority and an office of another',
      { authorities: ['Администрация'], offices: [{ region: '31', name: 'Восток' }] },
      ['a', 'd'],
    ],
    ['a region with its services asked for elsewhere', { regions: ['31'] }, ['a', 'b', 'c', 'd']],
  ])('%s', async (_, reach, requests) => {
    look(reach)
    const found = await json('requests')
    expect(found.rows.map(({ request }: { request: string }) => request)).toEqual(requests)
    expect(found.total).toBe(requests.length)
    const overview = await json('overview')
    expect([overview.total.submitted, overview.waitingEvents]).toEqual([requests.length, 0])
    for (const request of ['a', 'b', 'c', 'd', 'e', 'none'])
      expect([request, await statusOf(`requests/${request}`)]).toEqual([
        request,
        requests.includes(request) ? 200 : 404,
      ])
    const filters = await json('filters')
    expect(filters.services.length > 0).toBe(requests.length > 0)
    const { rows } = await json('ranking?figure=csi')
    expect(rows.map(({ service }: { service: string }) => service).toSorted()).toEqual(
      filters.services.map(({ id }: { id: string }) => id).toSorted(),
    )
  })

  test('a service out of reach has no page, one seen in part has that part', async () => {
    look({ offices: [{ region: '31', name: 'Восток' }] })
    expect(await json('services/1')).toMatchObject({ total: { submitted: 1 }, alarms: [], offices: [{}] })
    expect([await statusOf('services/2'), await statusOf('services/3')]).toEqual([404, 404])
  })

  test('figures alone show no single request and nothing that people wrote', async () => {
    look({ regions: ['31'] }, { rights: ['progress.read'] })
    expect([await statusOf('requests'), await statusOf('requests/a')]).toEqual([403, 403])
    const { ratings } = await json('services/1')
    expect([ratings.distribution, ratings.reviews]).toEqual([[1, 1, 0, 0, 0], []])
  })
})

describe('respondents', () => {
  test('are counted by authority, with those that nobody has rated', async () => {
    look({ everything: true, top: '/1/' })
    const found = await json('respondents')
    expect(found).toMatchObject({
      total: { services: 1, respondents: 2, today: 0, csi: { value: 3, n: 2 }, lastRatedAt: '2026-05-15T10:00:00' },
      rows: [
        { authority: 'Министерство образования', respondents: 2, csi: { value: 3 }, packages: null },
        {
          authority: 'Администрация',
          services: 0,
          respondents: 0,
          lastRatedAt: null,
          packages: { received: 1, late: 0 },
        },
      ],
    })
    const empty = await json('respondents?from=2026-06&to=2026-06')
    expect(empty.total).toMatchObject({ services: 0, respondents: 0, lastRatedAt: null })
    expect((await server.get('/api/progress/respondents?format=csv')).body).toContain('Всего;2;0;1;3;')
  })

  test('are those within reach', async () => {
    look({ offices: [{ region: '31', name: 'Восток' }] })
    expect(await json('respondents')).toMatchObject({
      total: { respondents: 1, csi: { value: 4 } },
      rows: [{ authority: 'Министерство образования', respondents: 1 }],
    })
    look({ authorities: ['Администрация'] })
    expect(await json('respondents')).toMatchObject({
      total: { respondents: 0 },
      rows: [{ authority: 'Администрация' }],
    })
    look({ regions: ['31'] }, { rights: ['progress.read'] })
    expect(await statusOf('respondents')).toBe(403)
  })

  test('show a rating of today as soon as it is in', async () => {
    look({ everything: true, top: '/1/' })
    server.clock.now = new Date('2026-05-15T20:00:00Z')
    expect((await json('respondents')).total).toMatchObject({ respondents: 2, today: 2 })
  })
})

test('one request that was read is judged as the stores judge many', async () => {
  const region = fc.constantFrom('31', '77', "3'1", '')
  const office = fc.constantFrom('', 'Восток', 'Запад\n', '\\', "'")
  const service = fc.constantFrom('1', '2', '')
  const part: fc.Arbitrary<Part> = fc.record({
    regions: fc.uniqueArray(region),
    services: fc.uniqueArray(service),
    offices: fc.array(fc.record({ region, name: office }), { maxLength: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(part, fc.record({ region, office, service }), async (requestReach, request) => {
      const { sql, params } = reachCondition(requestReach)
      const rows = await databases.clickhouse.query<{ yes: number }>(
        `SELECT ${sql} AS yes FROM (SELECT {region:String} AS region, {office:String} AS office, {service:String} AS service_id)`,
        { ...params, ...request },
      )
      expect(Boolean(rows[0]?.yes)).toBe(isReached(requestReach, request))
    }),
    { numRuns: 60 },
  )
})
