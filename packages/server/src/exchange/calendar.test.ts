import { EVERYTHING } from '@otklik/model/access'
import { CALENDAR_DAYS } from '@otklik/model/calendar'
import { beforeAll, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/databases.ts'
import { countLately, readCalendar } from './calendar.ts'

const databases = testDatabases()
const looker = { reach: EVERYTHING, today: '2026-07-02' }

beforeAll(async () => {
  const { db } = databases
  const supplier = { code: 'mfc', name: 'МФЦ', organisation_id: 1, created_at: new Date() }
  await db.insertInto('access_suppliers').values(supplier).execute()
  for (const date of ['2026-01-10', '2026-06-01', '2026-06-05']) {
    const about = { date, name: 'день.zip', sha256: null, bytes: 10, folder: `files/${date}`, supplier: supplier.code }
    const done = { state: 'accepted', phase: 'done', received_at: new Date(`${date}T20:00:00Z`) } as const
    await db
      .insertInto('exchange_packages')
      .values({ ...about, ...done })
      .execute()
  }
})

test('what has not come lately is what the calendar shows, and no gap of long ago', async () => {
  const { missing, received, lastReceivedAt } = await countLately(databases.db, looker)
  // 2 to 4 June, and 6 to 19 June: after a fortnight of nothing nobody waits any more.
  expect({ missing, received, lastReceivedAt }).toEqual({
    missing: 17,
    received: 1,
    lastReceivedAt: '2026-06-05T20:00:00.000Z',
  })
  const days = { from: '2026-06-02', to: looker.today }
  expect((Date.parse(days.to) - Date.parse(days.from)) / 86_400_000 + 1).toBe(CALENDAR_DAYS)
  const { cells } = await readCalendar(databases.db, days, looker)
  expect(cells.filter(({ mark }) => mark === 'missing')).toHaveLength(missing)
})
