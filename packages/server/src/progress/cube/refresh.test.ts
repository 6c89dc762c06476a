import { addMonths } from '@otklik/model/months'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { createTables, emptyTables, givePackage } from '../progress.fixture.ts'
import { countSlices } from './count-slices.ts'
import { refreshMonths, touchedMonths } from './refresh.ts'

const databases = testDatabases()
beforeAll(() => createTables(databases.clickhouse))
beforeEach(() => emptyTables(databases.clickhouse))

const byMonth = async () => {
  const slices = await countSlices(databases.clickhouse, { requestReach: 'everything' }, ['month'])
  const rows = slices.map(({ slice, counts }) => [slice.month, counts] as const)
  return Object.fromEntries(rows.toSorted(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)))
}
const all = ['2026-01', '2026-02', '2026-03']

describe('the cube', () => {
  test('counts a request once a month, submitted in its first month, and leaves out what waits', async () => {
    await givePackage(databases.clickhouse, {
      number: 1,
      requests: [{ id: 'a' }, { id: 'b' }],
      events: [
        { id: 'a', at: '2026-01-31 23:59:59', status: 17 },
        { id: 'a', at: '2026-02-01 00:00:00', status: 2 },
        { id: 'a', at: '2026-02-10 00:00:00', status: 4 },
        { id: 'a', at: '2026-02-11 00:00:00', status: 41 },
        { id: 'a', at: '2026-03-11 00:00:00', status: 3 },
        { id: 'b', at: '2026-02-01 00:00:00', status: 22 },
        { id: 'b', at: '2026-02-01 10:00:00', status: 5 },
        { id: 'waiting', at: '2026-02-01 10:00:00', status: 3 },
      ],
      ratings: [
        { id: 'a', at: '2026-03-01 00:00:00', score: 1, criteria: { speed: 5, words: 4, place: 4 } },
        { id: 'b', at: '2026-03-01 00:00:00', score: 2 },
        { id: 'waiting', at: '2026-03-01 00:00:00', score: 5 },
      ],
    })
    await refreshMonths(databases.clickhouse, all)
    expect(await byMonth()).toMatchObject({
      '2026-01': { submitted: 1, inError: 0, decided: 0, refused: 0, ratings: 0 },
      '2026-02': { submitted: 1, inError: 1, decided: 1, refused: 1, ratings: 0 },
      '2026-03': { submitted: 0, inError: 0, decided: 1, refused: 0, ratings: 2, ratingSum: 1_474_352_880n },
    })
  })

  test('counts the latest row of a rating and the latest slice of a request', async () => {
    const { clickhouse } = databases
    await givePackage(clickhouse, {
      number: 1,
      requests: [{ id: 'a', service: 'old' }],
      ratings: [{ id: 'a', at: '2026-01-05 10:00:00', score: 1 }],
    })
    await givePackage(clickhouse, {
      number: 2,
      requests: [{ id: 'a', service: 'new' }],
      ratings: [{ id: 'a', at: '2026-01-05 10:00:00', score: 5 }],
    })
    await refreshMonths(clickhouse, all)
    const slices = await countSlices(clickhouse, { requestReach: 'everything' }, ['service', 'month'])
    expect(slices).toMatchObject([
      { slice: { service: 'new', month: '2026-01' }, counts: { ratings: 1, ratingSum: 1_163_962_800n } },
    ])
  })

  test('empties a month whose requests have gone elsewhere, and leaves other months alone', async () => {
    const { clickhouse } = databases
    await givePackage(clickhouse, {
      number: 1,
      requests: [{ id: 'a' }],
      events: [
        { id: 'a', at: '2026-02-05 10:00:00', status: 1 },
        { id: 'a', at: '2026-03-05 10:00:00', status: 3 },
      ],
    })
    await refreshMonths(clickhouse, all)
    expect(Object.keys(await byMonth())).toEqual(['2026-02', '2026-03'])
    await givePackage(clickhouse, { number: 2, events: [{ id: 'a', at: '2026-01-05 10:00:00', status: 17 }] })
    const touched = await touchedMonths(clickhouse, 'SELECT request_id FROM events WHERE package = {n:UInt32}', {
      n: 2,
    })
    expect(touched).toEqual(all)
    await refreshMonths(clickhouse, touched)
    expect(await byMonth()).toMatchObject({ '2026-01': { submitted: 1 }, '2026-03': { decided: 1 } })
    expect(Object.keys(await byMonth())).toEqual(['2026-01', '2026-03'])
  })

  test('can be refreshed again after a refresh that was killed in the middle', async () => {
    const { clickhouse } = databases
    await givePackage(clickhouse, {
      number: 1,
      requests: [{ id: 'a' }],
      events: [{ id: 'a', at: '2026-01-05 10:00:00', status: 1 }],
    })
    await refreshMonths(clickhouse, all)
    await clickhouse.command('INSERT INTO cube_next SELECT * FROM cube')
    await refreshMonths(clickhouse, all)
    expect(await byMonth()).toMatchObject({ '2026-01': { submitted: 1 } })
    expect(await clickhouse.query('SELECT count() AS n FROM cube_next')).toEqual([{ n: 0 }])
  })

  test('holds more months than one insert may have by default', async () => {
    const { clickhouse } = databases
    const months = Array.from({ length: 130 }, (_, n) => addMonths('2012-01', n))
    await givePackage(clickhouse, {
      number: 1,
      requests: [{ id: 'a' }],
      events: months.map((month) => ({ id: 'a', at: `${month}-05 10:00:00`, status: 3 })),
    })
    await refreshMonths(clickhouse, months)
    expect(Object.keys(await byMonth())).toHaveLength(130)
  })
})
