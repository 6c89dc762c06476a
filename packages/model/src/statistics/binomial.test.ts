import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomialTail } from './index.ts'

describe('binomial tail', () => {
  it('is the sum of its terms', () => {
    // P(Bin(19, ¼) ≥ 10) and P(Bin(20, ¼) ≥ 10), added up exactly.
    expect(binomialTail(10, 19, 0.25)).toBeCloseTo(0.008903279303922318, 14)
    expect(binomialTail(10, 20, 0.25)).toBeCloseTo(0.01386441694376117, 14)
    expect([binomialTail(0, 5, 0.25), binomialTail(6, 5, 0.25)]).toEqual([1, 0])
  })
  it('falls with x, and all of n is p to the n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, p) => {
        const tails = Array.from({ length: n + 1 }, (_, x) => binomialTail(x, n, p))
        tails.slice(1).forEach((tail, at) => expect(tail).toBeLessThanOrEqual((tails[at] ?? 0) + 1e-12))
        expect(tails.at(-1)).toBeCloseTo(p ** n, 10)
      }),
    )
  })
})
