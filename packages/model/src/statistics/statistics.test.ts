import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as s from './index.ts'

describe('distributions against published tables', () => {
  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [1.96, 0.9750021048517795],
    [-3, 0.0013498980316300957],
    [-5, 2.866515718791939e-7],
    [-8, 6.220960574271785e-16],
  ])('Φ(%f)', (z, p) => expect(Math.abs(s.normalCdf(z) / p - 1)).toBeLessThan(1e-12))

  it.each([
    [0.975, 1.959963984540054],
    [0.95, 1.6448536269514722],
    [0.99, 2.3263478740408408],
    [0.001, -3.090232306167813],
    [1e-10, -6.361340902404056],
  ])('normal quantile of %f', (p, z) => expect(s.normalQuantile(p)).toBeCloseTo(z, 10))

  it.each([
    [0.975, 1, 12.706204736432095],
    [0.975, 2, 4.302652729911275],
    [0.975, 10, 2.2281388519649385],
    [0.975, 29, 2.045229642132703],
    [0.975, 30, 2.0422724563012373],
    [0.975, 120, 1.9799304050824413],
    [0.95, 5, 2.015048372669157],
    [0.995, 9, 3.2498355415921254],
    [0.975, 1_000_000, 1.9599664],
  ])('t quantile of %f with %i degrees', (p, df, t) => expect(s.studentQuantile(p, df)).toBeCloseTo(t, 7))

  it('inverts both', () => {
    const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
    fc.assert(
      fc.property(probability, fc.integer({ min: 1, max: 5000 }), (p, df) => {
        expect(s.normalCdf(s.normalQuantile(p))).toBeCloseTo(p, 11)
        expect(1 - s.studentTail(s.studentQuantile(p, df), df)).toBeCloseTo(p, 9)
      }),
    )
  })

  it('refuses what is no probability', () => {
    expect(() => s.normalQuantile(1.1)).toThrow(RangeError)
    expect(() => s.studentQuantile(0, 3)).toThrow(RangeError)
  })
})

describe('shares', () => {
  // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson interval of %i in %i', (x, n, low, high) => {
    const interval = s.wilson(x, n)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('Newcombe interval of 56/70 − 48/80', () => {
    // Newcombe 1998, Statistics in Medicine 17, 873–890, table II, contrast (a), method 10.
    const { difference, low, high } = s.newcombe({ x: 56, n: 70 }, { x: 48, n: 80 })
    expect([difference, low, high].map((value) => Number(value.toFixed(4)))).toEqual([0.2, 0.0524, 0.3339])
  })

  it('net share by hand: 12 for and 5 against of 20, with ¾ on each side of 23', () => {
    // p = 12.75/23, d = 5.75/23; p − d ± 1.96 · √((p + d − (p − d)²)/23)
    const { value, low, high } = s.netShare(12, 5, 20)
    expect([value, low, high].map((one) => Number(one.toFixed(6)))).toEqual([0.35, -0.04043, 0.649125])
    expect(s.netShare(20, 0, 20)).toMatchObject({ value: 1, high: 1 })
    expect(() => s.netShare(3, 3, 5)).toThrow(RangeError)
  })

  it('covers a net share of 80 % at n = 20 in about 96 % of samples', () => {
    // The whole trinomial distribution instead of draws; published: 96.3 % for the adjusted interval, 87 % for the plain one.
    const [p, d, n] = [0.85, 0.05, 20]
    const logs = [0]
    for (let k = 1; k <= n; k++) logs.push((logs[k - 1] ?? 0) + Math.log(k))
    let covered = 0
    for (let up = 0; up <= n; up++)
      for (let down = 0; up + down <= n; down++) {
        const rest = n - up - down
        const ways = (logs[n] ?? 0) - (logs[up] ?? 0) - (logs[down] ?? 0) - (logs[rest] ?? 0)
        const chance = Math.exp(ways + up * Math.log(p) + down * Math.log(d) + rest * Math.log(1 - p - d))
        const { low, high } = s.netShare(up, down, n)
        if (low <= p - d && p - d <= high) covered += chance
      }
    expect(covered).toBeGreaterThan(0.95)
    expect(covered).toBeLessThan(0.98)
  })

  it('Cochran–Armitage by hand: T = 10, variance 36.8', () => {
    const trend = s.cochranArmitage([5, 7, 9, 11].map((x) => ({ x, n: 100 })))
    expect(trend?.z).toBeCloseTo(10 / Math.sqrt(36.8), 12)
    expect(trend?.p).toBeCloseTo(0.0496, 4)
    expect(s.cochranArmitage([0, 0, 0].map((x) => ({ x, n: 9 })))).toBeUndefined()
  })

  it('two shares by hand: 30/200 against 20/200', () => {
    expect(s.shareGreater({ x: 30, n: 200 }, { x: 20, n: 200 })?.z).toBeCloseTo(
      0.05 / Math.sqrt(0.125 * 0.875 * 0.01),
      12,
    )
    expect(s.shareGreater({ x: 0, n: 5 }, { x: 0, n: 5 })).toBeUndefined()
  })

  const counted = fc
    .integer({ min: 1, max: 100_000 })
    .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }))
  it('keeps every interval around its share and inside its range, mirrored for the rest', () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const own = s.wilson(a.x, a.n)
        const mirrored = s.wilson(a.n - a.x, a.n)
        expect(own.low).toBeLessThanOrEqual(a.x / a.n)
        expect(own.high).toBeGreaterThanOrEqual(a.x / a.n)
        expect(own.low).toBeGreaterThanOrEqual(0)
        expect(own.high).toBeLessThanOrEqual(1)
        expect(own.low).toBeCloseTo(1 - mirrored.high, 12)
        const apart = s.newcombe(a, b)
        expect(apart.low).toBeLessThanOrEqual(apart.difference)
        expect(apart.high).toBeGreaterThanOrEqual(apart.difference)
        expect(apart.high).toBeLessThanOrEqual(1 + 1e-12)
        expect(s.newcombe(b, a).low).toBeCloseTo(-apart.high, 12)
      }),
    )
  })

  it('covers a share of 0.95 at n = 30 in about 94 % of samples', () => {
    // The whole distribution instead of draws: the published figure is 94.0 %.
    let probability = 0.05 ** 30
    let covered = 0
    for (let x = 0; x <= 30; x++) {
      const { low, high } = s.wilson(x, 30)
      if (low <= 0.95 && 0.95 <= high) covered += probability
      probability *= ((30 - x) / (x + 1)) * (0.95 / 0.05)
    }
    expect(covered).toBeCloseTo(0.94, 2)
  })
})

describe('means', () => {
  it('gives t limits from 30 values on', () => {
    // 4.2 ± 2.0452 · 0.9 / √30
    const interval = s.meanInterval(30, 4.2, 0.9)
    expect(interval.low).toBeCloseTo(3.8639, 4)
    expect(interval.high).toBeCloseTo(4.5361, 4)
    expect(s.meanInterval(29, 4.2, 0.9)).toEqual({ low: null, high: null, note: 'little_data' })
    expect(s.meanInterval(40, 5, 0)).toEqual({ low: null, high: null, note: 'no_spread' })
  })

  it('pools samples as if their values lay together', () => {
    const describeSample = (values: readonly number[]): s.Sample => {
      const mean = values.reduce((a, b) => a + b, 0) / values.length
      const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0)
      return { n: values.length, mean, sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 }
    }
    const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.array(ratings, { minLength: 1, maxLength: 5 }), (groups) => {
        const pooled = s.pool(groups.map(describeSample))
        const whole = describeSample(groups.flat())
        expect(pooled?.n).toBe(whole.n)
        expect(pooled?.mean).toBeCloseTo(whole.mean, 10)
        expect(pooled?.sd).toBeCloseTo(whole.sd, 10)
      }),
    )
    expect(s.pool([{ n: 0, mean: 0, sd: 0 }])).toBeUndefined()
  })

  it('tells a fall from chance', () => {
    // t = (4 − 3.5) / (1 / √25) = 2.5 with 24 degrees: p = 0.00983
    expect(s.fallByChance({ n: 25, mean: 3.5, sd: 1 }, { mean: 4 })).toBeCloseTo(0.00983, 4)
    expect(s.fallByChance({ n: 25, mean: 3.5, sd: 1 }, { mean: 4, n: 25, sd: 1 })).toBeCloseTo(0.0418, 3)
    expect(s.fallByChance({ n: 25, mean: 3.5, sd: 0 }, { mean: 4 })).toBeUndefined()
  })
})

describe('variation and many tests', () => {
  it('takes σ from moving ranges', () => {
    expect(s.movingRangeSigma([1, 3, 2, 4])).toBeCloseTo(5 / 3 / 1.128379, 6)
    expect(s.movingRangeSigma([1])).toBeUndefined()
  })

  it('measures the excess by hand', () => {
    // History 10 % and 14 % in turn, n = 100: centre 12 %, binomial σ 3.25 %, moving range 4 points.
    const history = [10, 14, 10, 14, 10, 14].map((x) => ({ x, n: 100 }))
    const found = s.excessOverOwnVariation(history, { x: 20, n: 100 })
    expect(found?.centre).toBeCloseTo(0.12, 12)
    expect(found?.sigma).toBeCloseTo(0.04 / 1.128379, 6)
    expect(found?.excess).toBeCloseTo(0.08 / (0.04 / 1.128379), 5)
    expect(
      s.excessOverOwnVariation(
        [5, 5, 5].map((x) => ({ x, n: 100 })),
        { x: 6, n: 100 },
      ),
    ).toBeUndefined()
    expect(
      s.excessOverOwnVariation(
        [0, 0, 0].map((x) => ({ x, n: 100 })),
        { x: 6, n: 100 },
      ),
    ).toBeUndefined()
  })

  it('finds the four of the published example', () => {
    // Benjamini and Hochberg 1995, section 4: four of fifteen at q = 0.05.
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ]
    const adjusted = s.benjaminiHochberg(p)
    expect(adjusted.filter((value) => value <= 0.05)).toHaveLength(4)
    expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 12)
    const shuffled = p.toReversed()
    expect(s.benjaminiHochberg(shuffled).toReversed()).toEqual(adjusted)
    expect(s.benjaminiHochberg([])).toEqual([])
  })
})

describe('shrinking', () => {
  it('pulls shares to their mean by hand', () => {
    // Mean 0.2; Σ n(p − 0.2)² = 100·0.01·2 = 2; τ² = (2 − 0.16) / (200 − 100 − 1); M = 0.16 / τ² − 1 = 7.6087.
    const { mean, expected } = s.shrinkShares([
      { x: 10, n: 100 },
      { x: 30, n: 100 },
    ])
    const strength = 0.16 / (1.84 / 99) - 1
    expect(mean).toBeCloseTo(0.2, 12)
    expect(expected[0]).toBeCloseTo((10 + strength * 0.2) / (100 + strength), 12)
    expect(expected[1]).toBeCloseTo((30 + strength * 0.2) / (100 + strength), 12)
  })

  it('gives everyone the mean where chance explains all differences', () => {
    const { expected } = s.shrinkShares([
      { x: 10, n: 100 },
      { x: 11, n: 100 },
      { x: 9, n: 100 },
    ])
    expect(expected).toEqual([0.1, 0.1, 0.1])
    expect(s.shrinkShares([{ x: 1, n: 2 }])).toEqual({ mean: 0.5, expected: [0.5] })
    expect(s.shrinkShares([{ x: 0, n: 0 }])).toEqual({ mean: null, expected: [null] })
  })

  it('moves little data far and much data little', () => {
    const { expected } = s.shrinkShares([
      { x: 2, n: 4 },
      { x: 500, n: 1000 },
      { x: 100, n: 1000 },
      { x: 50, n: 1000 },
      { x: 0, n: 0 },
    ])
    expect(expected[0]).toBeLessThan(0.45)
    expect(expected[1]).toBeGreaterThan(0.49)
    expect(expected[4]).toBeNull()
  })

  it('pulls means by hand', () => {
    // Mean 4; Σ n(m − 4)² = 50; σ² = 1; τ² = (50 − 1) / (100 − 50) = 0.98; λ = 1 / 0.98.
    const { mean, expected } = s.shrinkMeans([
      { n: 50, mean: 3.2929, sd: 1 },
      { n: 50, mean: 4.7071, sd: 1 },
    ])
    expect(mean).toBeCloseTo(4, 12)
    expect(expected[0]).toBeCloseTo((50 * 3.2929 + 4 / 0.98) / (50 + 1 / 0.98), 4)
    expect(
      s.shrinkMeans([
        { n: 1, mean: 3, sd: 0 },
        { n: 1, mean: 5, sd: 0 },
      ]).expected,
    ).toEqual([4, 4])
  })

  it('stays between the own value and the mean', () => {
    const group = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }))
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 20 }), (groups) => {
        const { mean, expected } = s.shrinkShares(groups)
        groups.forEach(({ x, n }, at) => {
          const ends = [x / n, mean ?? Number.NaN].toSorted((a, b) => a - b)
          expect(expected[at]).toBeGreaterThanOrEqual((ends[0] ?? 0) - 1e-12)
          expect(expected[at]).toBeLessThanOrEqual((ends[1] ?? 0) + 1e-12)
        })
      }),
    )
  })
})
