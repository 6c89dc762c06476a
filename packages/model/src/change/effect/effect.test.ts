import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, monthNumber } from '../../months/index.ts'
import { effectOf, readEffect } from './index.ts'

type Figure = readonly [month: string, n: number, x: number, channels?: Record<string, number>]
const months = (...figures: readonly Figure[]) =>
  figures.map(([month, n, x, channels]) => ({ month, n, x, channels: channels ?? null }))
const DONE = '2026-04-15'

test('by hand: 40 of 200 before and 25 of 210 after', () => {
  const input = {
    done_on: DONE,
    better: 'less' as const,
    months: months(
      ['2026-01', 100, 20],
      ['2026-02', 60, 12],
      ['2026-03', 40, 8],
      ['2026-04', 500, 500],
      ['2026-05', 100, 10],
      ['2026-07', 110, 15],
    ),
  }
  // Wilson and Newcombe with z = 1.959964; the month of the measure counts on neither side, June is missing and nought.
  expect(effectOf(input)).toEqual({
    before: { from: '2026-01', to: '2026-03', n: 200, x: 40, p: 20, low: 15.0452, high: 26.0855 },
    after: { from: '2026-05', to: '2026-07', n: 210, x: 25, p: 11.9048, low: 8.195, high: 16.9832 },
    difference: -8.0952,
    low: -15.2224,
    high: -1.0001,
    verdict: 'better',
    mix_shift: null,
  })
  expect(effectOf({ ...input, better: 'more' }).verdict).toBe('worse')
})

describe('windows', () => {
  const effect = (...figures: readonly Figure[]) =>
    effectOf({ done_on: DONE, better: 'less', months: months(...figures) })
  test('are longer by a month while under thirty answered, six at most', () => {
    const { before, after } = effect(
      ['2025-10', 9, 0],
      ['2025-12', 20, 1],
      ['2026-02', 9, 0],
      ['2026-05', 30, 0],
      ['2026-10', 99, 0],
    )
    expect([before.from, before.to, before.n]).toEqual(['2025-10', '2026-03', 38])
    expect([after.from, after.to, after.n]).toEqual(['2026-05', '2026-07', 30])
  })
  test('after goes never past the last given month', () => {
    const { after, verdict } = effect(['2026-01', 50, 5], ['2026-05', 5, 1], ['2026-07', 5, 1])
    expect([after.to, after.n, verdict]).toEqual(['2026-07', 10, 'little_data'])
  })
  test('under three months after it is too early, whatever they say', () => {
    expect(effect(['2026-01', 500, 250], ['2026-05', 500, 1], ['2026-06', 500, 1]).verdict).toBe('too_early')
    const none = effect(['2026-01', 500, 250])
    expect([none.verdict, none.after, none.difference]).toEqual([
      'too_early',
      { from: null, to: null, n: 0, x: 0, p: null, low: null, high: null },
      null,
    ])
  })
  test('an interval over nought says nothing', () => {
    expect(effect(['2026-01', 100, 10], ['2026-07', 100, 11]).verdict).toBe('unclear')
  })
})

test('the shift of channels by hand: 30 to 60 percent of one is half of 30 and 30', () => {
  const shifted = effectOf({
    done_on: DONE,
    better: 'less',
    months: months(['2026-02', 100, 9, { МФЦ: 30, ЕПГУ: 70 }], ['2026-07', 50, 4, { МФЦ: 30, РПГУ: 20 }]),
  })
  // |0.6 − 0.3| + |0 − 0.7| + |0.4 − 0| = 1.4; half of it is 70 points.
  expect(shifted.mix_shift).toBe(70)
})

describe('reading', () => {
  const good = {
    done_on: DONE,
    better: 'less',
    months: [{ month: '2026-05', n: 3, x: 1, channels: { МФЦ: { n: 2 } } }],
  }
  test('channels become their counts', () => {
    expect(readEffect(good).months).toEqual([{ month: '2026-05', n: 3, x: 1, channels: { МФЦ: 2 } }])
  })
  test.each([
    [{ ...good, done_on: '2026-02-30' }, 'Поле done_on: нужен существующий день'],
    [{ ...good, better: 'up' }, 'Поле better: нужно одно из less, more, а дано «up»'],
    [{ ...good, months: [{ month: '2026-13', n: 1, x: 0 }] }, 'Поле months[0].month: нужен месяц'],
    [{ ...good, months: [{ month: '2026-05', n: 1, x: 2 }] }, 'Поле months[0].x: из 1 не может быть 2'],
    [{ ...good, months: [...good.months, ...good.months] }, 'месяц 2026-05 назван дважды'],
    [{ ...good, months: 5 }, 'Поле months: нужен список'],
    [
      { ...good, months: [{ month: '2026-05', n: 1, x: 0, channels: { МФЦ: { n: -1 } } }] },
      'Поле months[0].channels.МФЦ.n',
    ],
  ])('what is wrong is named', (value, sentence) => {
    expect(() => readEffect(value)).toThrow(sentence)
  })
})

test('windows never touch the month of the measure, and the difference is that of the shares', () => {
  const figure = fc.record({
    month: fc.integer({ min: 0, max: 14 }),
    n: fc.nat(60),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.uniqueArray(figure, { selector: ({ month }) => month, maxLength: 15 }), (figures) => {
      const given = figures.map(({ month, n, share }) => ({
        month: addMonths('2025-09', month),
        n,
        x: Math.floor(n * share),
        channels: null,
      }))
      const { before, after, difference, verdict } = effectOf({ done_on: DONE, better: 'less', months: given })
      expect(before.to).toBe('2026-03')
      expect(before.from !== null && monthNumber('2026-04') - monthNumber(before.from) <= 6).toBe(true)
      expect(after.from === null || after.from === '2026-05').toBe(true)
      if (before.p !== null && after.p !== null) expect(difference).toBeCloseTo(after.p - before.p, 3)
      if (verdict === 'better' || verdict === 'worse') expect(Math.min(before.n, after.n)).toBeGreaterThanOrEqual(30)
    }),
  )
})
