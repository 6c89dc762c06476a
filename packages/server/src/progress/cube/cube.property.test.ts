import { decided, decidedNegative, inError, submitted } from '@otklik/model/statuses'
import fc from 'fast-check'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import type { Filter } from '../filter.ts'
import { createTables, emptyTables, type GivenPackage, givePackage } from '../progress.fixture.ts'
import { countRequests, listRequests } from '../requests/list.ts'
import { add, nothing } from './counts.ts'
import { countSlices } from './count-slices.ts'
import { refreshMonths, touchedMonths } from './refresh.ts'

const databases = testDatabases()
beforeAll(() => createTables(databases.clickhouse))
beforeEach(() => emptyTables(databases.clickhouse))

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const at = fc
  .record({ month: fc.integer({ min: 1, max: 4 }), day: fc.constantFrom('01', '15', '28') })
  .map(({ month, day }) => `2026-0${month}-${day} 10:00:00`)
const request = fc.record({
  id,
  service: fc.constantFrom('1', '2'),
  channel: fc.constantFrom('ЕПГУ', 'МФЦ'),
  office: fc.constantFrom('', 'Отдел'),
})
const event = fc.record({ id, at, status: fc.constantFrom(17, 2, 22, 5, 30, 3, 40, 4, 41, 1010) })
const rating = fc.record({ id, at, score: fc.integer({ min: 1, max: 5 }) })
const one = fc.record({
  requests: fc.array(request, { maxLength: 4 }),
  events: fc.array(event, { maxLength: 12 }),
  ratings: fc.array(rating, { maxLength: 4 }),
})
const packages = fc
  .array(one, { minLength: 1, maxLength: 3 })
  .map((list) => list.map((given, index): GivenPackage => ({ number: index + 1, ...oncePerKey(given) })))

/** A package holds one row per key: its own corrections are settled while it is being checked. */
function oncePerKey<T extends Pick<Required<GivenPackage>, 'requests' | 'events' | 'ratings'>>(given: T) {
  return {
    requests: [...new Map(given.requests.map((row) => [row.id, row])).values()],
    events: given.events,
    ratings: [...new Map(given.ratings.map((row) => [`${row.id} ${row.at}`, row])).values()],
  }
}

const has = (codes: readonly number[], status: number) => codes.includes(status)
const monthOf = (moment: string) => moment.slice(0, 7)

/** The figures by month and service, counted in the plainest way. */
function countPlainly(given: readonly GivenPackage[]) {
  const serviceOf = new Map(given.flatMap(({ requests = [] }) => requests).map((row) => [row.id, row.service]))
  const events = given.flatMap((one) => one.events ?? []).filter((row) => serviceOf.has(row.id))
  const sets = new Map<string, Set<string>>()
  const note = (what: string, month: string, of: string) => {
    const key = `${month} ${serviceOf.get(of)} ${what}`
    sets.set(key, (sets.get(key) ?? new Set()).add(of))
  }
  for (const row of events) {
    if (has(inError, row.status)) note('inError', monthOf(row.at), row.id)
    if (has(decided, row.status)) note('decided', monthOf(row.at), row.id)
    if (has(decidedNegative, row.status)) note('refused', monthOf(row.at), row.id)
  }
  for (const of of serviceOf.keys()) {
    const moments = events.filter((row) => row.id === of && has(submitted, row.status)).map((row) => row.at)
    const first = moments.toSorted()[0]
    if (first !== undefined) note('submitted', monthOf(first), of)
  }
  const rated = new Set(given.flatMap((one) => one.ratings ?? []).map((row) => `${row.id} ${row.at}`))
  for (const key of rated) {
    const [of = '', day = ''] = key.split(' ')
    if (serviceOf.has(of)) note('ratings', monthOf(day), key.replace(of, of))
  }
  return sets
}

const months = ['2026-01', '2026-02', '2026-03', '2026-04']
const words = ['submitted', 'inError', 'decided', 'refused'] as const
const cube = async () => {
  const slices = await countSlices(databases.clickhouse, { requestReach: 'everything' }, [
    'service',
    'office',
    'channel',
    'month',
  ])
  return slices.toSorted((a, b) => (JSON.stringify(a.slice) < JSON.stringify(b.slice) ? -1 : 1))
}

async function load(given: readonly GivenPackage[], order: readonly number[], refreshEach: boolean) {
  await emptyTables(databases.clickhouse)
  for (const index of order) {
    const one = given[index]
    if (!one) continue
    await givePackage(databases.clickhouse, one)
    const ids = `SELECT request_id FROM (SELECT request_id, package FROM events UNION ALL
      SELECT request_id, package FROM requests UNION ALL SELECT request_id, package FROM ratings) WHERE package = {n:UInt32}`
    const touched = await touchedMonths(databases.clickhouse, ids, { n: one.number })
    if (refreshEach) await refreshMonths(databases.clickhouse, touched)
  }
  if (!refreshEach) await refreshMonths(databases.clickhouse, months)
}

test('is what plain counting gives, package by package, in any order, and however often it is refreshed', async () => {
  await fc.assert(
    fc.asyncProperty(packages, fc.boolean(), async (given, backwards) => {
      const order = given.map((_, index) => index)
      await load(given, backwards ? order.toReversed() : order, true)
      const counted = await countSlices(databases.clickhouse, { requestReach: 'everything' }, ['service', 'month'])
      const plain = countPlainly(given)
      for (const month of months)
        for (const service of ['1', '2']) {
          const found =
            counted.find(({ slice }) => slice.month === month && slice.service === service)?.counts ?? nothing
          const expected = words.map((word) => plain.get(`${month} ${service} ${word}`)?.size ?? 0)
          expect([month, service, ...words.map((word) => found[word])]).toEqual([month, service, ...expected])
        }
      const piecemeal = await cube()
      await refreshMonths(databases.clickhouse, months)
      expect(await cube()).toEqual(piecemeal)
      await load(given, order, false)
      expect(await cube()).toEqual(piecemeal)
    }),
    { numRuns: 10 },
  )
}, 120_000)

const filter: fc.Arbitrary<Filter> = fc.record(
  {
    from: fc.constantFrom('2026-01', '2026-02'),
    to: fc.constantFrom('2026-03', '2026-04'),
    service: fc.constantFrom('1', '2'),
    channel: fc.constantFrom('ЕПГУ', 'МФЦ'),
    office: fc.constantFrom('', 'Отдел'),
    services: fc.subarray(['1', '2']),
    requestReach: fc.oneof(
      fc.constant('everything' as const),
      fc.record({
        regions: fc.subarray(['31', '77']),
        services: fc.subarray(['1', '2']),
        offices: fc.subarray([{ region: '31', name: 'Отдел' }]),
      }),
    ),
  },
  { requiredKeys: ['requestReach'] },
)
const counted = {
  submitted: 'submitted',
  in_error: 'inError',
  decided: 'decided',
  refused: 'refused',
  rated: 'ratings',
} as const

test('a list of requests is as long as the figure it explains, and months add up to the period', async () => {
  await fc.assert(
    fc.asyncProperty(packages, fc.array(filter, { minLength: 3, maxLength: 3 }), async (given, filters) => {
      const { clickhouse } = databases
      await load(
        given,
        given.map((_, index) => index),
        false,
      )
      for (const asked of filters) {
        const [total] = await countSlices(clickhouse, asked, [])
        const byMonth = await countSlices(clickhouse, asked, ['month'])
        expect(byMonth.map(({ counts }) => counts).reduce(add, nothing)).toEqual(total?.counts)
        for (const word of Object.keys(counted) as (keyof typeof counted)[]) {
          const drilled = { ...asked, counted: word, unfinished: [] }
          const figure = total?.counts[counted[word]]
          expect([word, await countRequests(clickhouse, drilled)]).toEqual([word, figure])
          const rows = await listRequests(clickhouse, new Map(), drilled, { limit: 1000, offset: 0 })
          expect(rows).toHaveLength(figure ?? -1)
        }
      }
    }),
    { numRuns: 6 },
  )
}, 120_000)
