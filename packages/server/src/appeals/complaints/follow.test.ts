import { expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import type { PackageComplaint } from '../../facts/index.ts'
import { complaintsMark, readComplaints } from '../../facts/index.ts'
import { applyServices } from '../../register/index.ts'
import { followComplaints } from './follow.ts'

const stores = testDatabases()

const complaint = (request: string, given: Partial<PackageComplaint> = {}): PackageComplaint => ({
  request,
  acceptedAt: '2026-04-27 10:00:00',
  upheld: null,
  rejected: null,
  service: '1000000001',
  ...given,
})
const rows = () =>
  stores.db
    .selectFrom('appeals')
    .select(['request_id', 'number', 'state', 'outcome', 'answered', 'due'])
    .where('source', '=', 'package')
    .orderBy('id')
    .execute()

test('complaints of packages are there once and follow what the packages say', async () => {
  const service = {
    service_id: '1000000001',
    subservice_id: '',
    name: 'Справка',
    authority: 'Свой орган',
    region: '31',
  }
  const cells = { kind: '', term_days: null, term_unit: '', fee: '', life_situations: '' }
  const at = new Date('2026-04-27T09:00:00Z')
  await stores.db.transaction().execute((tx) => applyServices(tx, [{ ...service, ...cells }], { package: 1, at }))
  await followComplaints(stores.db, [complaint('a'), complaint('b', { upheld: '2026-05-05', rejected: '2026-05-04' })])
  await followComplaints(stores.db, [complaint('a'), complaint('b', { upheld: '2026-05-05', rejected: '2026-05-04' })])
  // Fifteen working days after Monday 27 April over the May holidays, counted by hand: 28–30.04, 4–8.05, 12–15.05, 18–20.05.
  expect(await rows()).toEqual([
    {
      request_id: 'a',
      number: 'ОТ-2026-000001',
      state: 'registered',
      outcome: null,
      answered: null,
      due: '2026-05-20',
    },
    {
      request_id: 'b',
      number: 'ОТ-2026-000002',
      state: 'answered',
      outcome: 'satisfied',
      answered: '2026-05-05',
      due: '2026-05-20',
    },
  ])
  await followComplaints(stores.db, [complaint('a', { rejected: '2026-05-06' })])
  expect((await rows()).map(({ state, outcome }) => [state, outcome])).toEqual([
    ['answered', 'refused'],
    ['void', 'satisfied'],
  ])
  // A store that is being filled again is empty for a while.
  await followComplaints(stores.db, [])
  await followComplaints(stores.db, [
    complaint('a'),
    complaint('b', { upheld: '2026-05-05' }),
    complaint('c', { service: '9' }),
  ])
  expect((await rows()).map(({ state, outcome }) => [state, outcome])).toEqual([
    ['registered', null],
    ['answered', 'satisfied'],
  ])
})

test('of the rows of a complaint the latest counts, and requests that nobody knows are left out', async () => {
  const { clickhouse: ch } = stores
  const before = await complaintsMark(ch)
  await ch.command(
    `INSERT INTO complaints (request_id, accepted_at, upheld_at, rejected_at, package, file, row) VALUES
     ('a', '2026-04-27 10:00:00', NULL, '2026-05-04 09:00:00', 1, 1, 1),
     ('a', '2026-04-27 10:00:00', '2026-05-06 09:00:00', NULL, 2, 1, 1),
     ('x', '2026-04-27 10:00:00', NULL, NULL, 1, 1, 2)`,
  )
  await ch.command(`INSERT INTO request_current (request_id, service_id) VALUES ('a', '1000000001')`)
  expect(await readComplaints(ch)).toEqual([complaint('a', { upheld: '2026-05-06' })])
  expect(await complaintsMark(ch)).not.toBe(before)
})
