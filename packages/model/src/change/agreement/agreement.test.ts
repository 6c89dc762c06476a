import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreementOf } from './index.ts'

const coding = (...codes: string[][]) => new Map(codes.map((own, at) => [at, own]))
const times = (count: number, ...codes: string[]): string[][] => Array.from({ length: count }, () => codes)

test('Cohen by hand: 20 and 15 together, 5 and 10 apart, of 50', () => {
  // Observed 35/50 = 0.7; expected 0.5·0.6 + 0.5·0.4 = 0.5; κ = 0.4; SE = √(0.7·0.3/(50·0.25)) = 0.129615.
  const first = coding(...times(20, 'a'), ...times(5, 'a'), ...times(10, 'b'), ...times(15, 'b'))
  const second = coding(...times(20, 'a'), ...times(5, 'b'), ...times(10, 'a'), ...times(15, 'b'))
  expect(agreementOf(first, second)).toEqual({
    n: 50,
    agree: 70,
    kappa: 0.4,
    low: 0.146,
    high: 0.654,
    by_code: { a: { kappa: 0.4 }, b: { kappa: 0.4 } },
  })
})

test('over common texts only; no topic is a decision too', () => {
  const found = agreementOf(
    coding(['a'], [], ['a', 'b'], ['b']),
    new Map([
      [0, ['a']],
      [1, []],
      [2, ['a']],
      [9, ['a']],
    ]),
  )
  expect([found.n, found.agree, found.kappa]).toEqual([3, 100, 1])
  // b was given once by the first and never by the second: observed 2/3, expected 2/3.
  expect(found.by_code).toEqual({ a: { kappa: 1 }, b: { kappa: 0 } })
})

test('where chance explains all, or nothing is common, there is no kappa', () => {
  expect(agreementOf(coding(['a'], ['a']), coding(['a'], ['a']))).toEqual({
    n: 2,
    agree: 100,
    kappa: null,
    low: null,
    high: null,
    by_code: { a: { kappa: null } },
  })
  expect(agreementOf(coding(['a']), new Map())).toEqual({
    n: 0,
    agree: null,
    kappa: null,
    low: null,
    high: null,
    by_code: {},
  })
})

test('is the same both ways round and keeps to its limits', () => {
  const codes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 })
  fc.assert(
    fc.property(fc.array(fc.tuple(codes, codes), { minLength: 1, maxLength: 30 }), (pairs) => {
      const [one, other] = [coding(...pairs.map(([first]) => first)), coding(...pairs.map(([, second]) => second))]
      const found = agreementOf(one, other)
      expect(agreementOf(other, one)).toEqual(found)
      for (const value of [found.kappa, found.low, found.high])
        expect(value === null || Math.abs(value) <= 1).toBe(true)
      if (found.kappa !== null) expect((found.low ?? 0) <= found.kappa && found.kappa <= (found.high ?? 0)).toBe(true)
    }),
  )
})
