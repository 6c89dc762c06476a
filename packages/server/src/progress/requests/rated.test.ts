import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { refreshMonths } from '../cube/refresh.ts'
import { golden } from '../golden.fixture.ts'
import { createTables, givePackage, progressServer } from '../progress.fixture.ts'

const databases = testDatabases()
let server: Awaited<ReturnType<typeof progressServer>>

/** Service 2: rated twice each but the last one; once by criteria alone. */
const requests = Array.from({ length: 5 }, (_, at) => ({ id: `rated ${at}`, service: '2', channel: 'МФЦ' }))
const ratings = requests.flatMap(({ id }, at) => [
  { id, at: '2026-04-20 10:00:00', score: 1 + at },
  { id, at: '2026-04-21 10:00:00', score: at === 0 ? 0 : 5, criteria: { срок: 5, доступность: 4, вежливость: 1 + at } },
])

beforeAll(async () => {
  const { clickhouse } = databases
  await createTables(clickhouse)
  server = await progressServer(databases)
  await givePackage(clickhouse, golden)
  await givePackage(clickhouse, { number: 2, requests, ratings: ratings.slice(0, -1) })
  await refreshMonths(clickhouse, ['2026-04', '2026-05', '2026-06'])
})
afterAll(() => server.app.close())

const json = async (url: string) => {
  const answer = await server.get(url)
  expect([answer.statusCode, url]).toEqual([200, url])
  return answer.json()
}

describe('the ratings behind the CSI', () => {
  test('stand with their moment, their score and what goes into the mean', async () => {
    const { rows } = await json('/api/progress/requests?service=1&counted=rated')
    expect(rows).toMatchObject([
      { request: 'a', month: '2026-05', ratedAt: '2026-05-15T10:00:00', score: 1, rating: 4 },
      { request: 'b', month: '2026-05', ratedAt: '2026-05-15T10:00:00', score: 2, rating: 2 },
    ])
  })

  test('give it again out of the file, a request rated twice and criteria without a score included', async () => {
    const [figure] = (await json('/api/progress/indicators?service=2')).rows
    const { body } = await server.get('/api/progress/requests?service=2&counted=rated&format=csv')
    const [head = '', ...lines] = body.replace('\uFEFF', '').trim().split('\r\n')
    const [month, rating] = ['Месяц', 'Оценка в CSI'].map((title) => head.split(';').indexOf(title))
    const cells = lines.map((line) => line.split(';'))
    const values = cells.map((line) => Number(line[rating ?? -1]?.replace(',', '.')))
    expect(cells.map((line) => line[month ?? -1])).toEqual(Array.from({ length: 9 }, () => '2026-04'))
    expect(figure.csi.n).toBe(9)
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(figure.csi.value, 12)
  })

  test('are as many of a score as the page of the service says', async () => {
    for (const service of ['1', '2']) {
      const { distribution } = (await json(`/api/progress/services/${service}`)).ratings
      for (const [at, count] of distribution.entries()) {
        const { total, rows } = await json(`/api/progress/requests?service=${service}&counted=rated&score=${at + 1}`)
        expect([service, at + 1, total, rows.length]).toEqual([service, at + 1, count, count])
      }
    }
    const unscored = await json('/api/progress/requests?find=rated%200&counted=rated')
    expect(unscored.rows.map(({ score, rating }: { score: number; rating: number }) => [score, rating])).toEqual([
      [1, 1],
      [null, expect.closeTo(10 / 3, 12)],
    ])
  })
})
