import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from '../months/index.ts'
import { correctTrends, describeCorrection, type MonthShare } from './index.ts'

const month = '2026-05'
const series = (denominator: number, ...numerators: number[]): MonthShare[] =>
  numerators.map((numerator, at) => ({ month: addMonths(month, at + 1 - numerators.length), numerator, denominator }))
const remaining = (...all: MonthShare[][]) => correctTrends(all, month).map((trend) => trend?.remains)

describe('the trends of a month', () => {
  const rising = series(100, 5, 7, 9, 13)
  const flat = series(100, 8, 8, 8, 8)

  it('are tested over the last four months by hand', () => {
    // Share 34 / 400; Σ t(x − 8.5) = 7 + 18 + 39 − 51 = 13, variance 0.085 · 0.915 · (1400 − 600² / 400) = 38.89: z = 2.085.
    const [trend] = correctTrends([rising], month)
    expect(trend?.p).toBeCloseTo(0.01855, 4)
    expect(trend?.remains).toBe(true)
    expect(correctTrends([series(100, 90, ...rising.map(({ numerator }) => numerator))], month)).toEqual([trend])
    expect(trend && describeCorrection(trend)).toMatchObject({ value: 'рост остаётся значимым' })
  })

  it('remain or not by how many were looked at', () => {
    // Adjusted: 0.01855 · 2 / 1 is under 5 %, 0.01855 · 3 / 1 is not; two such among three again are: 0.01855 · 3 / 2.
    expect(remaining(rising, flat)).toEqual([true, false])
    expect(remaining(rising, flat, flat)).toEqual([false, false, false])
    expect(remaining(rising, flat, rising)).toEqual([true, false, true])
  })

  it('are those of series with a value in all four months: others are not looked at', () => {
    const gap = rising.filter((one) => one.month !== '2026-03')
    const [of, ...none] = remaining(rising, gap, series(100, 5, 7, 9), [...rising.slice(0, 3), ...series(0, 0)])
    expect([of, none]).toEqual([true, [undefined, undefined, undefined]])
  })

  it('count as looked at where no p can be computed', () => {
    const none = series(100, 0, 0, 0, 0)
    const overWhole = series(100, 90, 100, 110, 120)
    expect(correctTrends([none, overWhole], month)).toEqual([
      { p: 1, remains: false },
      { p: 1, remains: false },
    ])
    expect(remaining(rising, none, overWhole)).toEqual([false, false, false])
  })
})

it('of any trends those that remain have the smallest p, and never more than 5 %', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 12 }), (all) => {
      const trends = correctTrends(
        all.map((numerators) => series(100, ...numerators)),
        month,
      ).filter((trend) => trend !== undefined)
      const worst = Math.max(0, ...trends.filter(({ remains }) => remains).map(({ p }) => p))
      expect(worst).toBeLessThanOrEqual(0.05)
      expect(trends.every(({ p, remains }) => remains || p > worst)).toBe(true)
    }),
  )
})
