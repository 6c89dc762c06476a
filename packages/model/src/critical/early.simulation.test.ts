import { describe, expect, it } from 'vitest'
import { addMonths } from '../months/index.ts'
import { findEarlyGrowth, type MonthShare } from './index.ts'
import { binomial, drawn } from './simulation.fixture.ts'
import { seededRandom } from '../statistics/index.ts'

const services = 800
const before = 34
const first = '2020-01'

/** Services of so many requests a month, with the true share of every month. */
function simulate(n: number, shareOf: (at: number, random: () => number) => number, length: number): MonthShare[][] {
  const random = seededRandom(20_260_522)
  const tables = new Map<number, number[]>()
  const cases = (share: number): number => {
    const table = tables.get(share) ?? binomial(n, share)
    tables.set(share, table)
    return drawn(table, random())
  }
  return Array.from({ length: services }, () =>
    Array.from({ length }, (_, at) => ({
      month: addMonths(first, at),
      numerator: cases(shareOf(at, random)),
      denominator: n,
    })),
  )
}

/** Services with at least one signal in so many months, in percent. The literal rule is out of the way: its months count too. */
function percentSignalled(all: readonly MonthShare[][], months: number): number {
  const signalled = all.filter((series) =>
    Array.from({ length: months }, (_, at) => addMonths(first, before + at)).some((closedThrough) =>
      findEarlyGrowth(series, { figure: 'refusals', closedThrough, minRises: 12 }),
    ),
  )
  return (100 * signalled.length) / services
}

describe('the early signal within a year of an unchanged service', () => {
  it.each([
    [50, 14],
    [500, 10],
    [5000, 9],
  ])('of %i requests a month: about %i of 100', (n, expected) => {
    const rate = percentSignalled(
      simulate(n, () => 0.05, before + 12),
      12,
    )
    expect(Math.abs(rate - expected)).toBeLessThan(3)
  })

  it('is no more frequent where the true share varies, unlike with a binomial σ (41 of 100)', () => {
    // A true share of 4.5 % or 5.5 % by the toss of a coin: a coefficient of variation of 10 %.
    const varying = simulate(5000, (_, random) => (random() < 0.5 ? 0.045 : 0.055), before + 12)
    expect(percentSignalled(varying, 12)).toBeLessThan(13)
  })
})

it('within half a year of a growth of 10 % a month comes to 98 of 100 services of 500 requests', () => {
  const growing = simulate(500, (at) => 0.05 * 1.1 ** Math.max(0, at + 1 - before), before + 6)
  expect(percentSignalled(growing, 6)).toBeGreaterThan(95)
})
