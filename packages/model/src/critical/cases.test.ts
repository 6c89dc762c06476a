import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths } from '../months/index.ts'
import { byUrgency, casesOf, type CaseUrgency } from './cases.ts'
import { findGrowth } from './growth.ts'
import type { MonthShare } from './series.ts'

const months = (...found: readonly string[]) => found.map((month) => ({ month }))

describe('cases of a series', () => {
  test('are runs of months without a gap, each with its course', () => {
    const [spring, autumn, ...others] = casesOf(
      months('2026-09', '2026-03', '2026-08', '2026-04', '2026-10'),
      '2026-10',
    )
    expect(others).toEqual([])
    expect(spring).toEqual({
      found: months('2026-03', '2026-04'),
      last: { month: '2026-04' },
      endedIn: '2026-05',
      course: [
        { month: '2026-03', what: 'opened' },
        { month: '2026-04', what: 'grown' },
        { month: '2026-05', what: 'ended' },
      ],
    })
    expect(autumn?.course).toEqual([
      { month: '2026-08', what: 'opened' },
      { month: '2026-09', what: 'grown' },
      { month: '2026-10', what: 'grown' },
    ])
    expect(autumn?.endedIn).toBeNull()
  })

  test('go over the turn of a year, and end only with a month that was judged', () => {
    expect(casesOf(months('2025-12', '2026-01'), '2026-01')).toMatchObject([{ endedIn: null }])
    expect(casesOf(months('2025-12', '2026-01'), '2026-03')).toMatchObject([{ endedIn: '2026-02' }])
    expect(casesOf([], '2026-01')).toEqual([])
  })

  test('the months of one rise are one case: 5, 6, 7, 8, 9 % give two critical values and one case', () => {
    const series = [5, 6, 7, 8, 9, 9].map(
      (numerator, at): MonthShare => ({ month: addMonths('2026-05', at), numerator, denominator: 100 }),
    )
    const found = series
      .map(({ month }) => findGrowth(series, { figure: 'refusals', closedThrough: month }))
      .filter((growth) => growth?.kind === 'alarm')
      .filter((growth) => growth !== undefined)
    expect(found.map(({ month }) => month)).toEqual(['2026-08', '2026-09'])
    expect(casesOf(found, '2026-10')).toMatchObject([{ found: [{ rises: 3 }, { rises: 4 }], endedIn: '2026-10' }])
  })
})

const someMonths = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 30 })
  .map((numbers) => numbers.map((number) => ({ month: addMonths('2024-01', number) })))

test('every critical value belongs to exactly one case, whatever their order', () => {
  fc.assert(
    fc.property(someMonths, (found) => {
      const within = casesOf(found, '2027-12').flatMap(({ found: of }) => of)
      expect(within.map(({ month }) => month)).toEqual(found.map(({ month }) => month).toSorted())
    }),
  )
})

test('a longer series never splits a case: what stood in one case stays in one', () => {
  fc.assert(
    fc.property(someMonths, fc.integer({ min: 0, max: 40 }), (found, cut) => {
      const until = addMonths('2024-01', cut)
      const before = casesOf(
        found.filter(({ month }) => month <= until),
        until,
      )
      const after = casesOf(found, '2027-12')
      for (const { found: together } of before) {
        const owners = together.map((one) => after.findIndex(({ found: of }) => of.includes(one)))
        expect(new Set(owners).size).toBe(1)
      }
    }),
  )
})

test('a case ends at most once, with the month after its last critical value', () => {
  fc.assert(
    fc.property(someMonths, (found) => {
      const cases = casesOf(found, '2026-01')
      for (const { last, endedIn, course, found: of } of cases) {
        expect(course).toHaveLength(of.length + (endedIn === null ? 0 : 1))
        if (endedIn !== null) expect([endedIn, endedIn <= '2026-01']).toEqual([addMonths(last.month, 1), true])
      }
    }),
  )
})

test('what survives the correction comes first in the last month, and earlier months after it', () => {
  const of = (name: string, urgency: Partial<CaseUrgency>) => ({
    name,
    goesOn: true,
    month: '2026-10',
    remains: false,
    grade: 'maybe_chance' as const,
    excess: 0,
    ...urgency,
  })
  const cases = [
    of('earlier, survived', { goesOn: false, month: '2026-09', remains: true, grade: 'confirmed' }),
    of('confirmed', { grade: 'confirmed' }),
    of('more requests', { excess: 40 }),
    of('fewer requests', { excess: 4 }),
    of('rating', { remains: null, grade: 'confirmed' }),
    of('survived, little data', { remains: true, grade: 'little_data' }),
    of('long ago', { goesOn: false, month: '2026-03' }),
  ]
  expect(cases.toSorted(byUrgency).map(({ name }) => name)).toEqual([
    'survived, little data',
    'rating',
    'confirmed',
    'more requests',
    'fewer requests',
    'earlier, survived',
    'long ago',
  ])
})
