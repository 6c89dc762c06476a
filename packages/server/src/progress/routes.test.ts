import { NOBODY } from '@otklik/model/access'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/databases.ts'
import { refreshMonths } from './cube/refresh.ts'
import { golden } from './golden.fixture.ts'
import { createTables, givePackage, progressServer } from './progress.fixture.ts'

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

describe('the figures', () => {
  test('are those worked out by hand', async () => {
    const { period, rows } = await json('/api/progress/indicators?by=service,month')
    expect(period).toEqual({ from: '2026-05', to: '2026-06' })
    expect(rows).toMatchObject([
      {
        slice: { service: '1', month: '2026-05' },
        name: 'Зачисление в школу',
        submitted: 3,
        inError: 1,
        errorShare: { value: 100 / 3, numerator: 1, denominator: 3 },
        decided: 3,
        refused: 1,
        refusalShare: { value: 100 / 3, low: expect.closeTo(6.1492, 3), high: expect.closeTo(79.2345, 3) },
        ratings: 2,
        csi: { value: 3, n: 2, low: null, note: 'little_data' },
      },
      { slice: { service: '1', month: '2026-06' }, submitted: 0, decided: 1, refused: 0, refusalShare: { value: 0 } },
      { slice: { service: '3', month: '2026-05' }, submitted: 1, decided: 0, refusalShare: { value: null, low: null } },
    ])
  })

  test.each([
    ['authority', ['Администрация', 'Министерство образования'], [1, 3]],
    ['region', ['31', '77'], [3, 1]],
    ['channel', ['ЕПГУ', 'МФЦ'], [3, 1]],
    ['office', ['', 'Восток'], [3, 1]],
  ])('are cut by %s', async (by, values, submitted) => {
    const { rows } = await json(`/api/progress/indicators?by=${by}`)
    expect(rows.map((row: { slice: Record<string, string> }) => row.slice)).toEqual(
      values.map((value) => ({ [by]: value })),
    )
    expect(rows.map((row: { submitted: number }) => row.submitted)).toEqual(submitted)
  })

  test('of an authority are those of its services; an unknown one has none', async () => {
    const ofSchool = await json(`/api/progress/indicators?authority=${encodeURIComponent('Министерство образования')}`)
    expect(ofSchool.rows).toMatchObject([{ slice: {}, submitted: 3, decided: 4 }])
    const ofNobody = await json('/api/progress/indicators?authority=x')
    expect(ofNobody.rows).toMatchObject([{ submitted: 0, refusalShare: { value: null } }])
  })

  test('an unknown cut is refused in words', async () => {
    const answer = await server.get('/api/progress/indicators?by=month,colour')
    expect([answer.statusCode, answer.json().code, answer.json().detail]).toEqual([
      400,
      'unknown_cut',
      expect.stringContaining('«colour»'),
    ])
  })

  test.each([
    ['overview?from=0001-01', 'from'],
    ['overview?from=2026-05&to=2026-04', 'to'],
    ['indicators?from=2026-05&to=2026-04', 'to'],
    ['respondents?to=2100-01', 'to'],
  ])('of a period that is none are refused: %s', async (path, field) => {
    const answer = await server.get(`/api/progress/${path}`)
    expect([answer.statusCode, answer.json().errors]).toMatchObject([400, [{ path: field }]])
  })

  test('come as a file', async () => {
    const answer = await server.get('/api/progress/indicators?by=month&format=csv')
    expect(answer.headers['content-type']).toContain('text/csv')
    expect(answer.body).toContain('Доля отказов, %')
    expect(
      (await server.get('/api/progress/ranking?figure=csi&format=xlsx')).rawPayload.subarray(0, 2).toString(),
    ).toBe('PK')
  })

  test('say of a month in a file that it is not closed, as the screen does', async () => {
    const notes = async (by: string) => {
      const { body } = await server.get(`/api/progress/indicators?by=${by}&format=csv`)
      const [head = '', ...rows] = body.trim().split('\r\n')
      const at = head.split(';').indexOf('Примечание')
      return at < 0 ? undefined : rows.map((row) => row.split(';')[at])
    }
    const { now } = server.clock
    try {
      // The 5th day closes the month before: on the 4th of July June is still open.
      server.clock.now = new Date('2026-07-04T09:00:00Z')
      expect(await notes('month')).toEqual(['', 'месяц не закрыт'])
      server.clock.now = new Date('2026-07-05T09:00:00Z')
      expect(await notes('month')).toEqual(['', ''])
      expect(await notes('service')).toBeUndefined()
    } finally {
      server.clock.now = now
    }
  })

  test('and so do the tables of a service that are nobody else’s', async () => {
    const file = async (query: string) => (await server.get(`/api/progress/services/1?${query}&format=csv`)).body
    const page = await json('/api/progress/services/1?channel=ЕПГУ')
    const [, ...statuses] = (await file('channel=ЕПГУ&table=statuses')).trim().split('\r\n')
    expect(statuses).toHaveLength(page.statuses.length)
    const [first] = page.statuses
    expect(statuses[0]).toBe([first.name, first.status, first.section, first.requests, first.events].join(';'))
    expect(await file('table=criteria')).toBe(
      [
        '\uFEFFКритерий;Среднее;Нижняя граница;Верхняя граница;Оценок;Данных мало',
        'вежливость;3;;;1;да',
        'доступность;4;;;1;да',
        'срок;5;;;1;да',
        '',
      ].join('\r\n'),
    )
  })
})

describe('the screens', () => {
  test('the overview opens on the last months that have data, with every month', async () => {
    const overview = await json('/api/progress/overview')
    expect(overview).toMatchObject({
      period: { from: '2025-07', to: '2026-06' },
      previous: { from: '2024-07', to: '2025-06' },
      closedThrough: '2026-10',
      total: { submitted: 4, decided: 4, refused: 1 },
      previousTotal: { submitted: 0 },
      openCases: { current: 0, ended: 0 },
      completeThrough: '2026-11-20',
      waitingEvents: 1,
    })
    expect(overview.months).toHaveLength(12)
    expect(overview.months.at(-2)).toMatchObject({ slice: { month: '2026-05' }, submitted: 4 })
  })

  test('the ranking names services and leaves those without a value last', async () => {
    const { mean, rows } = await json('/api/progress/ranking?figure=refusals')
    expect(mean).toBe(25)
    expect(rows).toMatchObject([
      { service: '1', name: 'Зачисление в школу', n: 4, value: 25, expected: 25, little: true, previous: null },
      { service: '3', n: 0, value: null, expected: null },
    ])
  })

  test('services are found by a part of their name or the beginning of their number, in the place they have', async () => {
    const all = await json('/api/progress/ranking?figure=refusals')
    const find = async (words: string) =>
      (await json(`/api/progress/ranking?figure=refusals&find=${encodeURIComponent(words)}`)).rows
    expect(await find('строит')).toEqual([all.rows[1]])
    expect(await find('1')).toEqual([all.rows[0]])
    expect(await find('такой нет')).toEqual([])
    const { body } = await server.get(
      `/api/progress/ranking?figure=refusals&find=${encodeURIComponent('ШКОЛУ')}&format=csv`,
    )
    expect(
      body
        .trim()
        .split('\r\n')
        .map((line) => line.split(';')[0]),
    ).toEqual(['Номер услуги', '1'])
  })

  test('the page of a service', async () => {
    const page = await json('/api/progress/services/1')
    expect(page).toMatchObject({
      service: { id: '1', name: 'Зачисление в школу', known: true, termDays: 10 },
      total: { decided: 4, refused: 1 },
      channels: [{ slice: { channel: 'ЕПГУ' } }, { slice: { channel: 'МФЦ' } }],
      regions: [{ slice: { region: '31' }, name: 'Белгородская область' }],
      ratings: {
        distribution: [1, 1, 0, 0, 0],
        criteria: [
          { name: 'вежливость', mean: { value: 3, n: 1 } },
          { name: 'доступность', mean: { value: 4 } },
          { name: 'срок', mean: { value: 5 } },
        ],
        reviewTotal: 1,
        reviews: [{ request: 'b', ratedAt: '2026-05-15T10:00:00', score: 2, review: 'Долго' }],
      },
    })
    for (const { section, status, requests } of page.statuses) {
      const url = `/api/progress/requests?service=1&status=${status}&section=${encodeURIComponent(section)}`
      expect((await json(url)).total).toBe(requests)
    }
    expect(page.statuses).toHaveLength(11)
    expect(await json('/api/progress/services/1?from=2026-06&to=2026-06')).toMatchObject({
      total: { decided: 1, refused: 0 },
      previous: { from: '2025-06', to: '2025-06' },
      previousTotal: { decided: 0 },
    })
    expect(await json('/api/progress/services/1?from=2026-06&to=2026-06&versus=before')).toMatchObject({
      previous: { from: '2026-05', to: '2026-05' },
      previousTotal: { decided: 3, refused: 1 },
      previousMonths: [{ slice: { month: '2026-05' }, decided: 3 }],
    })
    expect((await server.get('/api/progress/services/none')).statusCode).toBe(404)
  })

  test('the filter bar offers what occurs', async () => {
    expect(await json('/api/progress/filters')).toMatchObject({
      from: '2026-05',
      to: '2026-06',
      closedThrough: '2026-10',
      channels: ['ЕПГУ', 'МФЦ'],
      offices: ['Восток'],
      services: [
        { id: '1' },
        {
          id: '3',
          name: 'Разрешение на строительство',
        },
      ],
      authorities: ['Администрация', 'Министерство образования'],
    })
  })

  test('the status model', async () => {
    const statuses = await json('/api/progress/statuses')
    expect(statuses).toContainEqual({
      code: 39,
      name: 'Выдан результат МФЦ',
      items: { ОГВ: null, МФЦ: '10', ЕПГУ: null, ВИС: null },
    })
  })
})

test('of many reviews a page has the latest and says how many there are', async () => {
  const ratings = Array.from({ length: 25 }, (_, hour) => ({
    id: 'c',
    at: `2026-07-0${1 + (hour > 12 ? 1 : 0)} ${String(hour % 13).padStart(2, '0')}:00:00`,
    score: 4,
    review: `Отзыв ${hour}`,
  }))
  await givePackage(databases.clickhouse, { number: 2, requests: [], events: [], ratings })
  const page = await json('/api/progress/services/1?from=2026-07&to=2026-07')
  expect(page.ratings.reviewTotal).toBe(25)
  expect(page.ratings.reviews).toHaveLength(20)
  expect(page.ratings.reviews[0]).toMatchObject({ request: 'c', review: 'Отзыв 24' })
})

test('nothing is shown to those who have not signed in', async () => {
  const { who } = server.caller
  server.caller.who = NOBODY
  for (const path of ['indicators', 'overview', 'ranking?figure=csi', 'services/1', 'requests', 'requests/a', 'alarms'])
    expect([path, (await server.get(`/api/progress/${path}`)).statusCode]).toEqual([path, 401])
  server.caller.who = who
})
