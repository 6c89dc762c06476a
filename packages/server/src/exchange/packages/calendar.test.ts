import { NOTHING } from '@otklik/model/access'
import { CALENDAR_DAYS } from '@otklik/model/exchange'
import { type KyselyPlugin, sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { readCalendar } from './calendar.ts'
import { countBySupplier, countLately } from './count-packages.ts'
import { listPackages } from './list.ts'
import { countCodes } from './remarks.ts'
import type { KeptReceipt } from '../tables.ts'

const databases = testDatabases()
const reach = { ...NOTHING, suppliers: ['mfc', 'edu'] }
const looker = { reach, today: '2026-06-30' }
const june = { from: '2026-06-01', to: '2026-06-30' }

beforeAll(async () => {
  const about = { organisation_id: 1, created_at: new Date() }
  for (const code of reach.suppliers)
    await databases.db
      .insertInto('access_suppliers')
      .values({ code, name: code, ...about })
      .execute()
})
beforeEach(() => databases.db.deleteFrom('exchange_packages').execute())

const sample = { file: 'день.csv', row: 1, column: 'age', value: 'сорок', code: 'bad_age', message: 'Нужны три цифры.' }
const receiptOf = (verdict: KeptReceipt['verdict'], read: number, quarantined: number): KeptReceipt => ({
  verdict,
  files: [],
  totals: { read, accepted: read - quarantined, quarantined, dropped: 0 },
  codes: { bad_age: quarantined },
  samples: [sample],
})

interface Given {
  readonly supplier?: string
  readonly state?: KeptReceipt['verdict']
  readonly rows?: readonly [read: number, quarantined: number]
}
/** A package of the day that came at the moment. */
async function give(date: string, at: string, { supplier = 'mfc', state = 'accepted', rows }: Given = {}) {
  const about = { supplier, date, name: 'день.zip', sha256: null, bytes: 10, folder: 'files' }
  const receipt = rows ? JSON.stringify(receiptOf(state, ...rows)) : null
  const row = { ...about, state, phase: 'done', received_at: new Date(at), receipt } as const
  await databases.db.insertInto('exchange_packages').values(row).execute()
}
const marks = async (days = june, today = looker.today) =>
  (await readCalendar(databases.db, days, { reach, today })).cells.map(({ date, mark }) => [date, mark])

test('a day has the sums of its packages', async () => {
  await give('2026-06-10', '2026-06-10T20:00:00Z', { rows: [100, 5] })
  await give('2026-06-10', '2026-06-11T08:00:00Z', { rows: [7, 7], state: 'refused' })
  await give('2026-06-10', '2026-06-11T09:00:00Z', { state: 'failed' })
  await give('2026-06-10', '2026-06-11T09:00:00Z', { state: 'already_received', rows: [50, 0] })
  await give('2026-06-10', '2026-06-10T09:00:00Z', { supplier: 'edu', state: 'waiting' })
  const { cells } = await readCalendar(databases.db, { from: '2026-06-10', to: '2026-06-10' }, looker)
  expect(cells).toEqual([
    { supplier: 'edu', date: '2026-06-10', packages: 1, rows: 0, quarantined: 0, mark: 'in_time' },
    { supplier: 'mfc', date: '2026-06-10', packages: 3, rows: 107, quarantined: 12, mark: 'in_time' },
  ])
})

test('a day is in time by the first package that gave something, or may yet', async () => {
  await give('2026-06-10', '2026-06-10T20:00:00Z', { state: 'refused' })
  await give('2026-06-10', '2026-06-18T08:00:00Z')
  await give('2026-06-11', '2026-06-12T08:00:00Z', { state: 'waiting' })
  await give('2026-06-11', '2026-06-18T08:00:00Z')
  await give('2026-06-12', '2026-06-12T08:00:00Z', { state: 'refused' })
  await give('2026-06-12', '2026-06-12T09:00:00Z', { state: 'failed' })
  expect(await marks({ from: '2026-06-10', to: '2026-06-12' })).toEqual([
    ['2026-06-10', 'late'],
    ['2026-06-11', 'in_time'],
    ['2026-06-12', 'problem'],
  ])
})

test('the next day ends at midnight in Moscow', async () => {
  await give('2026-06-10', '2026-06-11T20:59:59Z')
  await give('2026-06-11', '2026-06-12T21:00:00Z')
  expect(await marks({ from: '2026-06-10', to: '2026-06-11' })).toEqual([
    ['2026-06-10', 'in_time'],
    ['2026-06-11', 'late'],
  ])
})

test('days are missing for two weeks after one that came, up to the day before yesterday', async () => {
  await give('2026-05-30', '2026-05-31T08:00:00Z')
  await give('2026-06-02', '2026-06-03T08:00:00Z')
  const gone = (last: number) => Array.from({ length: last - 2 }, (_, at) => [`2026-06-${two(at + 3)}`, 'missing'])
  expect(await marks()).toEqual([['2026-06-01', 'missing'], ['2026-06-02', 'in_time'], ...gone(16)])
  expect((await marks(june, '2026-06-12')).at(-1)).toEqual(['2026-06-10', 'missing'])
  expect((await marks({ from: '2026-06-01', to: '2026-06-05' })).at(-1)).toEqual(['2026-06-05', 'missing'])
})
const two = (number: number) => String(number).padStart(2, '0')

test('the packages of months are counted by supplier', async () => {
  await give('2026-06-10', '2026-06-11T08:00:00Z')
  await give('2026-06-10', '2026-06-11T09:00:00Z')
  await give('2026-06-11', '2026-06-15T09:00:00Z')
  await give('2026-06-27', '2026-06-28T09:00:00Z', { supplier: 'edu' })
  await give('2026-07-01', '2026-07-02T09:00:00Z')
  const months = { from: '2026-06', to: '2026-06' }
  expect(await countBySupplier(databases.db, months, looker)).toEqual(
    new Map([
      ['mfc', { received: 3, late: 1, missing: 14 }],
      ['edu', { received: 1, late: 0, missing: 1 }],
    ]),
  )
})

test('a package that gave nothing is not counted, and its day is missing once it is over', async () => {
  await give('2026-06-27', '2026-06-28T09:00:00Z')
  await give('2026-06-28', '2026-06-28T09:00:00Z', { state: 'refused', rows: [7, 7] })
  await give('2026-06-29', '2026-06-29T09:00:00Z', { state: 'failed' })
  const lately = async (today: string) => countLately(databases.db, { reach, today })
  expect(await lately('2026-06-29')).toMatchObject({ received: 1, missing: 0 })
  expect(await lately('2026-06-30')).toMatchObject({ received: 1, missing: 1 })
  expect(await lately('2026-07-01')).toMatchObject({ received: 1, missing: 2 })
})

test('what has not come lately is what the calendar shows, and no gap of long ago', async () => {
  await give('2026-01-10', '2026-01-10T20:00:00Z')
  await give('2026-06-01', '2026-06-01T20:00:00Z')
  await give('2026-06-05', '2026-06-05T20:00:00Z')
  const today = '2026-07-02'
  // 2 to 4 June, and 6 to 19 June: after a fortnight of nothing nobody waits any more.
  const lately = {
    received: 1,
    late: 0,
    missing: 17,
    lastReceivedAt: '2026-06-05T20:00:00.000Z',
    completeThrough: '2026-06-05',
  }
  expect(await countLately(databases.db, { reach, today })).toEqual(lately)
  const days = { from: '2026-06-02', to: today }
  expect((Date.parse(days.to) - Date.parse(days.from)) / 86_400_000 + 1).toBe(CALENDAR_DAYS)
  expect((await marks(days, today)).filter(([, mark]) => mark === 'missing')).toHaveLength(lately.missing)
})

test('whoever counts packages or lists them is not given their samples', async () => {
  await give('2026-06-10', '2026-06-11T08:00:00Z', { rows: [100, 5] })
  const given: string[] = []
  const listening: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      given.push(JSON.stringify(result.rows))
      return result
    },
  }
  const db: Db = databases.db.withPlugin(listening)
  await readCalendar(db, june, looker)
  await countLately(db, looker)
  expect((await listPackages(db, {}, reach)).packages).toMatchObject([{ totals: { read: 100, quarantined: 5 } }])
  expect(given.length).toBeGreaterThan(3)
  expect(given.join()).not.toContain(sample.message)
})

test('remarks are counted by weeks of their days, and files refused whole among them', async () => {
  await give('2026-06-07', '2026-06-08T08:00:00Z', { rows: [100, 5] })
  await give('2026-06-08', '2026-06-09T08:00:00Z', { rows: [100, 7] })
  await give('2026-06-09', '2026-06-09T08:00:00Z', { supplier: 'edu', rows: [10, 1] })
  await databases.db
    .updateTable('exchange_packages')
    .set({ receipt: sql`jsonb_set(receipt, '{files}', '[{"structure": ["empty_file"]}]')` })
    .where('date', '=', '2026-06-09')
    .execute()
  const days = { from: '2026-06-01', to: '2026-06-10' }
  expect(await countCodes(databases.db, days, reach)).toEqual({
    weeks: ['2026-06-01', '2026-06-08'],
    remarks: [
      { code: 'bad_age', rows: 13, packages: 3, last: '2026-06-09', byWeek: [5, 8] },
      { code: 'empty_file', rows: 1, packages: 1, last: '2026-06-09', byWeek: [0, 1] },
    ],
  })
  expect((await countCodes(databases.db, { ...days, supplier: 'mfc' }, reach)).remarks).toHaveLength(1)
  const own = await countCodes(databases.db, days, { ...reach, suppliers: ['edu'] })
  expect(own.remarks.map(({ code, rows }) => [code, rows])).toEqual([
    ['bad_age', 1],
    ['empty_file', 1],
  ])
})
