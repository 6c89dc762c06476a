import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BUILT_IN_CALENDAR } from '../../calendar/index.ts'
import { addDays } from '../../days/index.ts'
import { AGES, type DayCounts } from './counts.ts'
import { dayMarks } from './day-marks.ts'
import { feedOf, feedRules } from './feed.ts'
import { type Finding, FINDING_CODES } from './finding.ts'
import { goneFrom } from './gone.ts'
import { medianOf, quantileOf } from './order.ts'
import { pastOf } from './past.ts'
import { sayFinding } from './say.ts'
import { unusualShare } from './shares.ts'
import { distance, expectedOf, intervalOf } from './volume.ts'

const dayOf = (date: string, requests: number): DayCounts => ({
  date,
  packages: 1,
  rows: { requests },
  repeats: 0,
  unknown: 0,
  again: [],
  offices: {},
  statuses: {},
  ages: Array.from({ length: AGES }, () => 0),
})
/** Twelve weeks before Monday 2 November 2026: 100 from Monday to Friday, 20 on Saturdays, nothing on Sundays. */
const MONDAY = '2026-11-02'
const weeks = Array.from({ length: 84 }, (_, at) => addDays(MONDAY, at - 84)).flatMap((date, at) =>
  at % 7 === 6 ? [] : [dayOf(date, at % 7 === 5 ? 20 : 100)],
)
const past = (date: string) =>
  pastOf(new Map(weeks.map((day) => [day.date, day])), { date, first: addDays(MONDAY, -84) }, () => false)
const requests = ({ rows }: DayCounts) => rows.requests ?? 0

test('a quantile lies between its neighbours', () => {
  expect([medianOf([3, 1, 2]), medianOf([4, 1]), quantileOf([0, 10], 0.8), medianOf([])]).toEqual([2, 2.5, 8, 0])
})

test('a weekday is expected to bring what it brought, a silent one nothing', () => {
  expect(expectedOf(past(MONDAY), 1, requests)?.mean).toBeCloseTo(100)
  expect(expectedOf(past('2026-10-31'), 6, requests)?.mean).toBeCloseTo(20)
  expect(expectedOf(past('2026-11-01'), 7, requests)).toBeUndefined()
})

test('distances are of an overdispersed count: by hand, μ = 100 and spread 0.1', () => {
  // 20·asinh(0.1·√(y + 3/8)): y = 50: 13.199; y = 100: 17.660; the forecast widens by √(1 + π/24 + π/20) = 1.1347.
  expect(distance(50, { mean: 100, spread: 0.1 })).toBeCloseTo(-3.93, 1)
  expect(distance(100, { mean: 100, spread: 0.1 })).toBe(0)
})

test('the interval holds the mean, and its ends lie 2.58 away', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 1e5, noNaN: true }),
      fc.double({ min: 0.05, max: 0.5, noNaN: true }),
      (mean, spread) => {
        const { low, high } = intervalOf({ mean, spread })
        expect(low).toBeLessThanOrEqual(mean)
        expect(high).toBeGreaterThanOrEqual(mean)
        if (low > 0) expect(distance(low, { mean, spread })).toBeLessThanOrEqual(-2.57)
      },
    ),
  )
})

test('a share is unusual when the worst day of the past does not explain it', () => {
  const before = Array.from({ length: 20 }, () => ({ x: 2, n: 100 }))
  expect(unusualShare({ x: 50, n: 100 }, before)?.usual).toBeCloseTo(0.02)
  expect(unusualShare({ x: 5, n: 100 }, before)).toBeUndefined()
  expect(unusualShare({ x: 50, n: 100 }, [...before, { x: 60, n: 100 }])).toBeUndefined()
  expect(unusualShare({ x: 50, n: 100 }, before.slice(0, 9))).toBeUndefined()
})

test('gone is what a low day of its own would have brought', () => {
  const days = Array.from({ length: 20 }, () => ({ north: 30, south: 70, west: 1 }))
  expect(goneFrom({ south: 70, west: 0 }, days)).toEqual([
    { about: 'north', expected: expect.closeTo(29.6, 1), share: expect.closeTo(0.297, 3) },
  ])
  expect(goneFrom({ north: 30, south: 70 }, days)).toEqual([])
  expect(
    goneFrom(
      { south: 70 },
      days.map((day, at) => (at % 5 === 0 ? { ...day, north: 0 } : day)),
    ),
  ).toEqual([])
})

test('days around holidays are marked, also of a year without a table', () => {
  const markOf = dayMarks(BUILT_IN_CALENDAR)
  expect(['2026-01-05', '2026-01-12', '2026-11-06', '2026-11-04', '2026-11-10', '2041-05-01'].map(markOf)).toEqual([
    'holiday',
    'usual',
    'around',
    'holiday',
    'usual',
    'holiday',
  ])
})

test('a day is whole when as many packages came as usually do, or its time is over', () => {
  const twice = weeks.map((day) => ({ ...day, packages: 2 }))
  const date = '2026-10-30'
  const feed = feedOf(twice.map((day) => (day.date === date ? { ...dayOf(date, 10), packages: 1 } : day)))
  const { judge } = feedRules(BUILT_IN_CALENDAR)
  expect(feed && judge(feed, date, false)).toEqual([])
  expect(feed && judge(feed, date, true)).toMatchObject([{ code: 'fewer_rows', about: 'requests', got: 10, mean: 100 }])
})

test('days refused whole and days before the first are not judged', () => {
  const { judge } = feedRules(BUILT_IN_CALENDAR)
  const feed = feedOf(
    weeks.filter(({ date }) => date !== '2026-10-30'),
    ['2026-10-30'],
  )
  expect(feed && [judge(feed, '2026-10-30', true), judge(feed, '2026-01-01', true)]).toEqual([[], []])
  expect(feedOf([])).toBeUndefined()
})

test('every finding is said with what was to be expected and what to do', () => {
  for (const code of FINDING_CODES) {
    const finding: Finding = {
      code,
      about: '1010',
      got: 1200,
      of: 2400,
      mean: 5000,
      low: 4000,
      high: 6000,
      usual: 0.031,
    }
    for (const sentence of Object.values(sayFinding(finding))) expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
  }
  expect(sayFinding({ code: 'fewer_rows', about: 'events', got: 12, mean: 500, low: 380, high: 610 })).toMatchObject({
    message: 'Файлы «Ход запросов»: строк 12.',
    expected: 'Ожидалось от 380 до 610 строк, скорее всего около 500.',
  })
})
