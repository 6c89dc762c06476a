import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csi, formatNumber, INDICATORS, LITTLE, readingOf, round4, round4OrNull, share } from './index.ts'

describe('share', () => {
  it('is in percent with a Wilson interval', () => {
    const figure = share(15, 148)
    expect(figure).toMatchObject({ numerator: 15, denominator: 148 })
    expect(round4OrNull(figure.value)).toBe(10.1351)
    expect(figure.low).toBeCloseTo(6.24, 2)
    expect(figure.high).toBeCloseTo(16.05, 2)
  })

  it('of nothing is null, not 0', () => {
    expect(share(0, 0)).toEqual({ value: null, numerator: 0, denominator: 0, low: null, high: null })
    expect(share(3, 0).value).toBeNull()
    expect(share(0, 4).value).toBe(0)
  })

  it('over the whole keeps its value and has no interval', () => {
    expect(share(3, 2)).toEqual({ value: 150, numerator: 3, denominator: 2, low: null, high: null })
  })
})

describe('csi', () => {
  it('has an interval from 30 ratings on, within the scale', () => {
    expect(csi(29, 4.5, 0.5)).toEqual({ value: 4.5, n: 29, low: null, high: null, note: 'little_data' })
    expect(csi(40, 5, 0).note).toBe('no_spread')
    expect(csi(0, null, null)).toEqual({ value: null, n: 0, low: null, high: null, note: 'little_data' })
    expect(csi(30, 4.2, 0.9).low).toBeCloseTo(3.8639, 4)
    expect(csi(30, 4.9, 1).high).toBe(5)
  })
})

describe('round4', () => {
  it.each([
    [1.00005, 1.0001],
    [-1.00005, -1.0001],
    [33.333333333333336, 33.3333],
    [66.66666666666667, 66.6667],
    [0.00004999, 0],
    [-0.00001, 0],
    [1e-9, 0],
    [100, 100],
  ])('%f → %f', (value, rounded) => expect(Object.is(round4(value), rounded)).toBe(true))

  it('rounds every share as exact arithmetic does', () => {
    const count = fc.integer({ min: 0, max: 20_000_000 })
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 20_000_000 }), (x, n) => {
        const scaled = (2n * BigInt(x) * 1_000_000n + BigInt(n)) / (2n * BigInt(n))
        expect(round4((100 * x) / n)).toBe(Number(scaled) / 10_000)
      }),
    )
  })

  it('leaves null alone', () => expect([round4OrNull(null), round4OrNull(1.23456)]).toEqual([null, 1.2346]))
})

describe('words', () => {
  it('prints numbers as Russian texts do', () => {
    expect([formatNumber(4.25, 1), formatNumber(-0.5, 2), formatNumber(-0.001, 1), formatNumber(1000, 0)]).toEqual([
      '4,3',
      '−0,50',
      '0,0',
      '1000',
    ])
  })

  it('says of every figure what is counted and decided', () => {
    for (const [key, definition] of Object.entries(INDICATORS)) {
      expect(definition.key).toBe(key)
      expect(definition.counted.length).toBeGreaterThan(0)
      expect(definition.decisions.length).toBeGreaterThan(0)
      expect(JSON.stringify(definition)).not.toMatch(/успешно|!|"[^"]*\s-\s[^"]*"/)
    }
  })
})

describe('a figure of a slice', () => {
  const row = { refusalShare: share(2, 20), errorShare: share(4, 400), csi: csi(12, 4.2, 0.5) }

  it('has its own n and says when that is little', () => {
    expect(readingOf(row, 'refusals')).toMatchObject({ value: 10, n: 20, little: true })
    expect(readingOf(row, 'errors')).toMatchObject({ value: 1, n: 400, little: false })
    expect(readingOf(row, 'csi')).toEqual({ value: 4.2, low: null, high: null, n: 12, little: true })
  })

  it('is little where a mean has no interval, and from there on no more', () => {
    for (const n of [LITTLE - 1, LITTLE]) {
      const reading = readingOf({ ...row, refusalShare: share(0, n), csi: csi(n, 4.2, 0.5) }, 'csi')
      expect(reading.little).toBe(n < LITTLE)
      expect(reading.low === null).toBe(reading.little)
    }
  })
})
