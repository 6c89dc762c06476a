import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../days/index.ts'
import { closedQuarter, isPeriod, periodBefore, periodBounds, periodTitle } from './index.ts'

test('months and quarters, by hand', () => {
  expect(periodBounds('2024-02')).toEqual({ first: '2024-02-01', last: '2024-02-29' })
  expect(periodBounds('2026-Q2')).toEqual({ first: '2026-04-01', last: '2026-06-30' })
  expect(['2026-01', '2026-Q1'].map(periodBefore)).toEqual(['2025-12', '2025-Q4'])
  expect(['2026-06', '2026-Q2'].map(periodTitle)).toEqual(['июнь 2026 года', 'II квартал 2026 года'])
  expect(['2026-03-31', '2026-04-01'].map(closedQuarter)).toEqual(['2025-Q4', '2026-Q1'])
  expect(['2026-13', '2026-Q5', 'вчера', ''].map(isPeriod)).toEqual([false, false, false, false])
})

const period = fc
  .record({ year: fc.integer({ min: 2001, max: 2098 }), month: fc.integer({ min: 1, max: 12 }), quarter: fc.boolean() })
  .map(({ year, month, quarter }) =>
    quarter ? `${year}-Q${Math.ceil(month / 3)}` : `${year}-${String(month).padStart(2, '0')}`,
  )

test('a period begins the day after the one before it ends', () => {
  fc.assert(
    fc.property(period, (one) => {
      expect(addDays(periodBounds(periodBefore(one)).last, 1)).toBe(periodBounds(one).first)
    }),
  )
})
