import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meanPrior, sharePrior, shrink } from './shrink.ts'

describe('the prior of shares', () => {
  test('is worked out by hand for two services', () => {
    // N = 200, m = 0.2, S = 2 · 100 · 0.01 = 2, S / (m(1 − m)) = 12.5, room = 200 − 100 − 1 = 99: ρ = 11.5 / 99.
    const prior = sharePrior([
      { n: 100, mean: 0.1 },
      { n: 100, mean: 0.3 },
    ])
    expect(prior.mean).toBeCloseTo(0.2, 12)
    expect(prior.weight).toBeCloseTo(99 / 11.5 - 1, 10)
  })

  test('gives every service the common mean where they differ by chance alone', () => {
    const services = [
      { n: 10, mean: 0.1 },
      { n: 10, mean: 0.2 },
      { n: 100, mean: 0.15 },
    ]
    const prior = sharePrior(services)
    expect(prior.weight).toBe(Infinity)
    expect(services.map((service) => shrink(service, prior))).toEqual([prior.mean, prior.mean, prior.mean])
  })

  test('finds the spread that the services were drawn with', () => {
    // Shares of a beta distribution with α + β = 20, evenly spread quantiles of a two-point stand-in with the same variance.
    const [mean, weight] = [0.3, 20]
    const sd = Math.sqrt((mean * (1 - mean)) / (weight + 1))
    const services = [mean - sd, mean + sd].flatMap((own) =>
      Array.from({ length: 500 }, () => ({ n: 100_000, mean: own })),
    )
    expect(sharePrior(services).weight).toBeCloseTo(weight, 0)
  })
})

describe('the prior of means', () => {
  test('is worked out by hand for two services', () => {
    // N = 20, m = 4, S = 5, σ² = 1; τ² = (5 − 1) / (20 − 10) = 0.4: a weight of 2.5.
    const prior = meanPrior([
      { n: 10, mean: 3.5, sd: 1 },
      { n: 10, mean: 4.5, sd: 1 },
    ])
    expect(prior).toEqual({ mean: 4, weight: 2.5 })
    expect(shrink({ n: 10, mean: 3.5 }, prior)).toBeCloseTo(3.6, 12)
  })
})

test('a shrunk value lies between the own and the common one, and nearer to the own with more cases', () => {
  const service = fc.record({ n: fc.integer({ min: 1, max: 1000 }), mean: fc.double({ min: 0, max: 1, noNaN: true }) })
  fc.assert(
    fc.property(fc.array(service, { minLength: 2, maxLength: 20 }), (services) => {
      const prior = sharePrior(services)
      for (const one of services) {
        const value = shrink(one, prior)
        expect(value).toBeGreaterThanOrEqual(Math.min(one.mean, prior.mean) - 1e-12)
        expect(value).toBeLessThanOrEqual(Math.max(one.mean, prior.mean) + 1e-12)
        const closer = Math.abs(shrink({ ...one, n: one.n * 2 }, prior) - one.mean)
        expect(closer).toBeLessThanOrEqual(Math.abs(value - one.mean) + 1e-12)
      }
    }),
  )
})
