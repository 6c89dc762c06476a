import { addDays, daysBetween, isWeekend } from '@otklik/model/days'
import { NOTHING } from '@otklik/model/access'
import { beforeAll, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import type { KeptReceipt } from '../tables.ts'
import { readCalendar } from '../packages/calendar.ts'
import { countUncounted } from './count-packages.ts'
import { expectedDays } from './expected.ts'
import { judgeFeeds } from './judge-feeds.ts'
import { keepFindings } from './keep-findings.ts'
import { listFindings } from './list-findings.ts'
import { watchFeeds } from './watch-feeds.ts'

/** Tuesday; four usual weeks lie before it. */
const TODAY = '2026-09-29'
const databases = testDatabases()
const reach = { ...NOTHING, suppliers: ['mfc'] }
const ids = new Map<string, number>()

const receiptOf = (requests: number, events: number): KeptReceipt => {
  const file = (kind: string, read: number) => ({
    name: `${kind}.csv`,
    kind,
    sha256: kind,
    read,
    accepted: read,
    quarantined: 0,
    dropped: 0,
    structure: [],
    explanations: [],
    alreadyReceived: false,
  })
  const totals = { read: requests + events, accepted: requests + events, quarantined: 0, dropped: 0 }
  return {
    verdict: 'accepted',
    files: [file('requests', requests), file('events', events)],
    totals,
    codes: {},
    samples: [],
  }
}

/** A package of the day that is in: so many requests of each office, twice as many events of that day. */
async function give(date: string, offices: Record<string, number>): Promise<void> {
  const { db, clickhouse: ch } = databases
  const requests = Object.values(offices).reduce((a, b) => a + b, 0)
  const about = { supplier: 'mfc', date, name: 'день.zip', sha256: null, bytes: 10, folder: `files/${date}` }
  const receipt = JSON.stringify(receiptOf(requests, 2 * requests))
  const row = {
    ...about,
    state: 'accepted',
    phase: 'done',
    received_at: new Date(`${date}T20:00:00Z`),
    receipt,
  } as const
  const { id } = await db.insertInto('exchange_packages').values(row).returning('id').executeTakeFirstOrThrow()
  ids.set(date, id)
  for (const [office, rows] of Object.entries(offices))
    await ch.command(
      `INSERT INTO requests (request_id, office, package, file, row) SELECT concat({date:String}, {office:String}, toString(number)), {office:String}, {id:UInt32}, 0, number FROM numbers({rows:UInt32})`,
      { date, office, id, rows },
    )
  await ch.command(
    `INSERT INTO events (request_id, at, section, status, package, file, row) SELECT toString(number), toDateTime({at:String}, 'UTC'), 'ЕПГУ', 17, {id:UInt32}, 1, number FROM numbers({rows:UInt32})`,
    { at: `${date} 10:00:00`, id, rows: 2 * requests },
  )
}

beforeAll(async () => {
  const supplier = { code: 'mfc', name: 'МФЦ', organisation_id: 1, created_at: new Date() }
  await databases.db.insertInto('access_suppliers').values(supplier).execute()
  for (const date of daysBetween(addDays(TODAY, -50), addDays(TODAY, -1)))
    if (!isWeekend(date)) await give(date, date === addDays(TODAY, -1) ? { Центр: 60 } : { Центр: 60, Север: 40 })
})

const watch = (all = false) =>
  watchFeeds({ db: databases.db, ch: databases.clickhouse }, { today: TODAY, all, now: new Date(`${TODAY}T06:00:00Z`) })
const codes = async () =>
  (await listFindings(databases.db, {}, reach)).findings.map(({ date, code, about, goneAt }) => [
    date,
    code,
    about,
    goneAt !== null,
  ])

test('an office that is gone is told the same day, shown in the calendar, and told once', async () => {
  await watch()
  expect(await countUncounted(databases.db)).toBe(0)
  const day = addDays(TODAY, -1)
  expect(await codes()).toEqual([[day, 'office_gone', 'Север', false]])
  const { cells } = await readCalendar(databases.db, { from: day, to: day }, { reach, today: TODAY })
  expect(cells).toMatchObject([{ date: day, mark: 'in_time', findings: ['office_gone'] }])
  const { findings } = await listFindings(databases.db, {}, reach)
  expect(findings[0]).toMatchObject({
    supplier: { code: 'mfc', name: 'МФЦ' },
    since: day,
    message: 'Нет ни одного запроса подразделения «Север».',
    expected: 'Обычно при таком объёме – около 40.',
  })
  await watch(true)
  expect(await codes()).toHaveLength(1)
  expect(await listFindings(databases.db, {}, NOTHING)).toEqual({ total: 0, findings: [] })
})

test('what comes late takes a finding back, and a day of which everything was withdrawn has none', async () => {
  const day = addDays(TODAY, -1)
  await give(day, { Север: 40 })
  await watch()
  expect(await codes()).toEqual([[day, 'office_gone', 'Север', true]])
  const settled = '2026-09-24'
  await databases.db
    .updateTable('exchange_packages')
    .set({ state: 'withdrawn', withdrawn_at: new Date(`${TODAY}T05:00:00Z`) })
    .where('id', '=', ids.get(settled) ?? 0)
    .execute()
  await watch()
  expect(await codes()).toContainEqual([settled, 'no_file', '', false])
})

test('a day whose package has come is not called missing before it is counted', async () => {
  const { db, clickhouse: ch } = databases
  const day = '2026-09-23'
  const id = ids.get(day) ?? 0
  const inState = (state: 'working' | 'accepted') =>
    db.updateTable('exchange_packages').set({ state }).where('id', '=', id).execute()
  await inState('working')
  await db.deleteFrom('exchange_counts').where('package', '=', id).execute()
  await judgeFeeds(db, { today: TODAY })
  await inState('accepted')
  await judgeFeeds(db, { today: TODAY })
  expect((await codes()).filter(([date]) => date === day)).toEqual([])
  await watchFeeds({ db, ch }, { today: TODAY, all: false })
  expect(await countUncounted(db)).toBe(0)
})

test('what to expect is said of the next days', async () => {
  const days = await expectedDays(databases.db, 'mfc', TODAY)
  expect(days).toHaveLength(7)
  expect(days[0]).toMatchObject({
    date: TODAY,
    kinds: [
      { kind: 'requests', mean: 100 },
      { kind: 'events', mean: 200 },
    ],
  })
  expect(days.find(({ date }) => isWeekend(date))?.kinds).toEqual([])
  expect(await expectedDays(databases.db, 'nobody', TODAY)).toEqual([])
})

test('a finding that goes on is said to go on since the first day that still stands', async () => {
  const { db } = databases
  const [first, second] = ['2026-02-02', '2026-02-03']
  const findings = [{ code: 'no_file', got: 0 } as const]
  const sinceOf = async () =>
    (await listFindings(db, { from: first, to: second, state: 'standing' }, reach)).findings.map(({ since }) => since)
  const keep = (...of: (typeof findings)[]) =>
    keepFindings(
      db,
      'mfc',
      of.map((found, at) => ({ date: addDays(first, at), findings: found })),
      new Date(),
    )
  await keep(findings, findings)
  expect(await sinceOf()).toEqual([first, first])
  await keep([], findings)
  expect(await sinceOf()).toEqual([second])
})

test('where all that a supplier sent was withdrawn nothing stands any more', async () => {
  await databases.db
    .updateTable('exchange_packages')
    .set({ state: 'withdrawn', withdrawn_at: new Date(`${TODAY}T05:00:00Z`) })
    .execute()
  await watch()
  const days = { from: addDays(TODAY, -30), to: TODAY }
  expect((await listFindings(databases.db, { ...days, state: 'standing' }, reach)).findings).toEqual([])
})
