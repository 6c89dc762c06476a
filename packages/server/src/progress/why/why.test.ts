import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { refreshMonths } from '../cube/refresh.ts'
import { createTables, type GivenPackage, givePackage, progressServer } from '../progress.fixture.ts'

const databases = testDatabases()
const ask = async (query: string) => (await server.get(`/api/progress/why?${query}`)).json()
let server: Awaited<ReturnType<typeof progressServer>>

/** `count` requests of an office decided in a month, the first `refused` of them with the status given. */
function decided(office: string, month: string, count: number, refused: number, status = 4) {
  return Array.from({ length: count }, (_, at) => ({
    request: { id: `${office} ${month} ${at}`, service: '1', office, channel: at % 2 === 0 ? 'ЕПГУ' : 'МФЦ' },
    event: { id: `${office} ${month} ${at}`, at: `${month}-10 10:00:00`, status: at < refused ? status : 3 },
  }))
}

/** As in the golden test of `contributions`, a tenth of it: 2/20 refused, then 9/40 – of which one was refused twice over. */
const rows = [
  ...decided('Восток', '2025-09', 10, 1),
  ...decided('Запад', '2025-09', 10, 1, 41),
  ...decided('Восток', '2026-09', 20, 4),
  ...decided('Запад', '2026-10', 20, 5, 41),
]
const given: GivenPackage = {
  number: 1,
  requests: rows.map(({ request }) => request),
  events: [
    ...rows.map(({ event }) => event),
    // Refused twice in a month: one refusal, told by its last status.
    { id: 'Восток 2026-09 0', at: '2026-09-11 10:00:00', status: 41 },
  ],
}

beforeAll(async () => {
  await createTables(databases.clickhouse)
  server = await progressServer(databases)
  await givePackage(databases.clickhouse, given)
  await refreshMonths(databases.clickhouse, ['2025-09', '2026-09', '2026-10'])
  return () => server.app.close()
})

describe('why a share changed', () => {
  test('is split by rate and mix; the period is held against the same months a year earlier', async () => {
    const { a, b, change, by } = await ask('indicator=refusals&from=2026-09&to=2026-10&by=office')
    expect([a, b, change]).toEqual([{ n: 20, x: 2, value: 10 }, { n: 40, x: 9, value: 22.5 }, 12.5])
    // Both offices are a half of all in both periods: no mix. 0.5 · (25 − 10) and 0.5 · (20 − 10).
    expect(by.office).toMatchObject([
      { key: 'Запад', n_a: 10, x_a: 1, n_b: 20, x_b: 5, rate_effect: 7.5, mix_effect: 0, total: 7.5 },
      { key: 'Восток', n_a: 10, x_a: 1, n_b: 20, x_b: 4, rate_effect: 5, mix_effect: 0, total: 5 },
    ])
  })
  test('by the status of refusal counts each request once, and splits the numerator alone', async () => {
    const { by } = await ask('indicator=refusals&from=2026-09&to=2026-10&against=2025-09:2025-10&by=status')
    // Status 41: 1/20 → 6/40, status 4: 1/20 → 3/40.
    expect(by.status).toMatchObject([
      { key: '41', n_a: 20, x_a: 1, n_b: 40, x_b: 6, rate_effect: 10, mix_effect: 0 },
      { key: '4', n_a: 20, x_a: 1, n_b: 40, x_b: 3, rate_effect: 2.5, mix_effect: 0 },
    ])
  })
  test('adds up to the change in every dimension', async () => {
    const all = 'service,subservice,authority,office,channel,region,status,applicant'
    const { change, by } = await ask(`indicator=refusals&from=2026-09&to=2026-10&by=${all}`)
    expect(Object.keys(by).join(',')).toBe(all)
    for (const keys of Object.values<{ total: number }[]>(by))
      expect(keys.reduce((sum, { total }) => sum + total, 0)).toBeCloseTo(change, 3)
    expect(by.applicant).toMatchObject([{ key: 'ФЛ', n_a: 20, x_a: 2, n_b: 40, x_b: 9 }])
  })
  test('of errors counts what was submitted', async () => {
    const { a, by } = await ask('indicator=errors&from=2026-09&to=2026-10&by=applicant,status')
    expect([a, by]).toEqual([
      { n: 0, x: 0, value: null },
      { applicant: [], status: [] },
    ])
  })
  test('within a slice is that of the slice', async () => {
    const { b, by } = await ask('indicator=refusals&from=2026-09&to=2026-10&office=Запад&by=status,applicant')
    expect([b, by.status.map(({ key }: { key: string }) => key)]).toEqual([{ n: 20, x: 5, value: 25 }, ['41']])
    expect(by.applicant).toMatchObject([{ n_a: 10, n_b: 20 }])
  })
  test.each([
    ['to=2026-08', 'Запрос составлен неверно'],
    ['to=2026-10&against=2025-10:2025-09', 'Конец периода раньше начала'],
    ['to=2026-10&by=weekday', 'Такого среза нет'],
  ])('%s is refused', async (query, title) => {
    expect(await ask(`indicator=refusals&from=2026-09&${query}`)).toMatchObject({ status: 400, title })
  })
})
