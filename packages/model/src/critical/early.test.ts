import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from '../months/index.ts'
import { smoothedShares } from '../statistics/index.ts'
import { findEarlyGrowth, type MonthShare } from './index.ts'

/** Months up to 2026-05 of 1000 requests each; null is a month that is missing. */
const series = (...numerators: (number | null)[]): MonthShare[] =>
  numerators.flatMap((numerator, at) =>
    numerator === null
      ? []
      : [{ month: addMonths('2026-05', at - numerators.length + 1), numerator, denominator: 1000 }],
  )
const find = (months: readonly MonthShare[], closedThrough = '2026-05') =>
  findEarlyGrowth(months, { figure: 'refusals', closedThrough })
/** A year around 5 %: σ = 0.02 / (2 / √π) = 0.017725. */
const calm = [40, 60, 40, 60, 40, 60, 40, 60, 40, 60, 40, 60]
const drift = [60, 90, 70, 95, 80, 100]

describe('a growth without a run', () => {
  it('is the smoothed share above its limit, by hand', () => {
    const found = find(series(...calm, ...drift))
    // 0.052, 0.0596, 0.06168, 0.068344, 0.0706752, 0.07654016.
    expect(found?.centre).toBeCloseTo(0.05, 12)
    expect(found?.smoothed).toBeCloseTo(0.07654016, 12)
    // 0.05 + 2.7 σ √(0.2 / 1.8 · (1 − 0.8¹²)).
    expect(found?.limit).toBeCloseTo(0.065394, 6)
    expect(found?.sentence.text).toBe(
      'Доля отказов растёт без серии: сглаженная за полгода (декабрь 2025 – май 2026) – 7,7 %, ' +
        'обычная для услуги – 5,0 %, граница обычных колебаний – 6,5 %.',
    )
  })

  it.each([
    ['the months watched are ordinary', series(...calm, 60, 40, 60, 50, 60, 70)],
    ['the literal rule fires itself', series(...calm, 60, 90, 70, 80, 90, 100)],
    ['the history has under twelve months', series(...calm.slice(1), ...drift)],
    ['the past has no variation', series(...calm.map(() => 50), ...drift)],
    ['the judged month has no value', series(...calm, ...drift, null)],
    ['a month has more errors than requests', series(...calm, 60, 90, 1200, 95, 80, 100)],
    [
      'the month has under 50 requests',
      [...series(...calm, ...drift.slice(0, 5)), { month: '2026-05', numerator: 40, denominator: 49 }],
    ],
  ])('is not told of where %s', (_, months) => expect(find(months)).toBeUndefined())

  it('passes over a month without a value, and leaves out what comes after', () => {
    expect(find(series(...calm, 60, 90, null, 95, 80, 100))?.months).toHaveLength(5)
    expect(find(series(...calm, ...drift, 0, 0), '2026-03')?.smoothed).toBeCloseTo(0.07654016, 12)
  })
})

describe('the smoothed share', () => {
  const history = calm.map((x) => ({ x, n: 1000 }))
  const months = fc.array(
    fc.integer({ min: 1, max: 5000 }).chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) })),
    { minLength: 1, maxLength: 8 },
  )

  it('lies between the ordinary share and the months watched, its limit above the ordinary one', () => {
    fc.assert(
      fc.property(months, (watched) => {
        const { centre = 0, value = 0, limit = 0 } = smoothedShares(history, watched) ?? {}
        const shares = [centre, ...watched.map(({ x, n }) => x / n)]
        expect(value).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12)
        expect(value).toBeLessThanOrEqual(Math.max(...shares) + 1e-12)
        expect(limit).toBeGreaterThan(centre)
      }),
    )
  })

  it('rises with every case more, and its limit does not', () => {
    fc.assert(
      fc.property(months, fc.nat(), (watched, pick) => {
        const at = pick % watched.length
        const more = watched.map(({ x, n }, index) => ({ x: index === at ? x + 1 : x, n }))
        const [before, after] = [smoothedShares(history, watched), smoothedShares(history, more)]
        expect(after?.value).toBeGreaterThan(before?.value ?? 1)
        expect(after?.limit).toBe(before?.limit)
      }),
    )
  })
})
