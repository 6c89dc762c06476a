import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contributionsOf, groupSmall, type KeyCounts, OTHER_KEYS, type Periods } from './index.ts'
import type { Counted } from '../statistics/index.ts'

const counts = (x: number, n: number): Counted => ({ x, n })
const wholeOf = (keys: readonly KeyCounts[]): Periods<Counted> => ({
  a: counts(total(keys, 'a', 'x'), total(keys, 'a', 'n')),
  b: counts(total(keys, 'b', 'x'), total(keys, 'b', 'n')),
})
const total = (keys: readonly KeyCounts[], period: 'a' | 'b', count: 'x' | 'n') =>
  keys.reduce((sum, key) => sum + key[period][count], 0)

describe('contributions to a change', () => {
  // By hand: R goes from 20/200 = 10 % to 45/200 = 22.5 %, a change of 12.5 points.
  // Office 1: s 0.5 → 0.75, r 10 % → 20 %: rate 0.625 · 10 = 6.25, mix 0.25 · (15 − 16.25) = −0.3125.
  // Office 2: s 0.5 → 0.25, r 10 % → 30 %: rate 0.375 · 20 = 7.5, mix −0.25 · (20 − 16.25) = −0.9375.
  const offices: KeyCounts[] = [
    { key: 'Office 1', a: counts(10, 100), b: counts(30, 150) },
    { key: 'Office 2', a: counts(10, 100), b: counts(15, 50) },
  ]
  it('are split into what a key did itself and how large a part it became', () => {
    const rounded = contributionsOf(wholeOf(offices), offices).map(({ key, rate, mix, total: value }) => [
      key,
      ...[rate, mix, value].map((points) => Number(points.toFixed(9))),
    ])
    expect(rounded).toEqual([
      ['Office 2', 7.5, -0.9375, 6.5625],
      ['Office 1', 6.25, -0.3125, 5.9375],
    ])
  })
  it('put the largest first, whichever way it goes', () => {
    expect(contributionsOf(wholeOf(offices), offices).map(({ key }) => key)).toEqual(['Office 2', 'Office 1'])
  })
  it('take a key that did not occur at the whole share of that period', () => {
    // R goes from 10 % to 55/200 = 27.5 %; the new office has s 0 → 0.5 and r 10 % (taken) → 45 %:
    // rate 0.25 · 35 = 8.75, mix 0.5 · (27.5 − 18.75) = 4.375.
    const keys: KeyCounts[] = [
      { key: 'new', a: counts(0, 0), b: counts(45, 100) },
      { key: 'old', a: counts(10, 100), b: counts(10, 100) },
    ]
    const [found] = contributionsOf(wholeOf(keys), keys)
    expect(found).toMatchObject({
      key: 'new',
      rate: 8.75,
      mix: expect.closeTo(4.375, 9),
      total: expect.closeTo(13.125, 9),
      low: null,
      high: null,
    })
  })
  it('are of the numerator alone where a key has no denominator of its own', () => {
    const keys: KeyCounts[] = [
      { key: '4', a: counts(5, 100), b: counts(20, 200) },
      { key: '41', a: counts(5, 100), b: counts(6, 200) },
    ]
    const whole = { a: counts(10, 100), b: counts(26, 200) }
    expect(contributionsOf(whole, keys, 'numerator')).toMatchObject([
      { key: '4', rate: expect.closeTo(5, 9), mix: 0, total: expect.closeTo(5, 9) },
      { key: '41', rate: expect.closeTo(-2, 9), mix: 0, total: expect.closeTo(-2, 9) },
    ])
  })
  it('are none where a period has nothing to compare', () => {
    const keys = [{ key: 'one', a: counts(0, 0), b: counts(1, 2) }]
    expect(contributionsOf(wholeOf(keys), keys)).toEqual([])
  })
  it('have no interval where errors outnumber what was submitted', () => {
    const keys = [{ key: 'one', a: counts(3, 2), b: counts(1, 2) }]
    expect(contributionsOf(wholeOf(keys), keys)).toMatchObject([{ low: null, high: null, total: -100 }])
  })
})

const period = fc
  .tuple(fc.nat(500), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, part]) => counts(Math.floor(n * part), n))
const keys = fc
  .array(fc.record({ a: period, b: period }), { minLength: 1, maxLength: 12 })
  .map((list) => list.map((one, at): KeyCounts => ({ key: `k${at}`, ...one })))
  .filter((list) => total(list, 'a', 'n') > 0 && total(list, 'b', 'n') > 0)

describe('of any keys', () => {
  const changeOf = ({ a, b }: Periods<Counted>) => 100 * (b.x / b.n - a.x / a.n)
  it('the totals add up to the change of the whole, grouped or not, and the limits enclose them', () => {
    fc.assert(
      fc.property(keys, fc.nat(200), (list, least) => {
        const whole = wholeOf(list)
        for (const some of [list, groupSmall(list, least)]) {
          const found = contributionsOf(whole, some)
          expect(found.reduce((sum, one) => sum + one.total, 0)).toBeCloseTo(changeOf(whole), 9)
          for (const { low, high, total: value } of found)
            if (low !== null && high !== null) {
              expect(low).toBeLessThanOrEqual(value + 1e-9)
              expect(high).toBeGreaterThanOrEqual(value - 1e-9)
            }
        }
      }),
    )
  })
  it('changing the periods round changes the signs', () => {
    fc.assert(
      fc.property(keys, (list) => {
        const back = list.map(({ key, a, b }): KeyCounts => ({ key, a: b, b: a }))
        const there = new Map(contributionsOf(wholeOf(list), list).map((one) => [one.key, one]))
        for (const one of contributionsOf(wholeOf(back), back)) {
          expect(one.rate).toBeCloseTo(-(there.get(one.key)?.rate ?? NaN), 9)
          expect(one.mix).toBeCloseTo(-(there.get(one.key)?.mix ?? NaN), 9)
        }
      }),
    )
  })
  it('small ones are put together without losing a case', () => {
    fc.assert(
      fc.property(keys, fc.nat(400), (list, least) => {
        const grouped = groupSmall(list, least)
        expect(wholeOf(grouped)).toEqual(wholeOf(list))
        expect(grouped.filter(({ key, a, b }) => key !== OTHER_KEYS && a.n + b.n < least).length).toBeLessThan(2)
      }),
    )
  })
})
