import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addMonths,
  comparedWith,
  isMonth,
  monthNumber,
  monthOf,
  monthTitle,
  monthsBetween,
  monthsTitle,
} from './index.ts'

it('steps over the turn of the year', () => {
  expect(addMonths('2026-01', -1)).toBe('2025-12')
  expect(addMonths('2025-11', 15)).toBe('2027-02')
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect(monthsBetween('2026-02', '2026-01')).toEqual([])
})

it('refuses anything but a month', () => {
  for (const text of ['2026-13', '2026-00', '26-01', '2026-1', '', '2026-01-01'])
    expect(() => monthNumber(text)).toThrow(RangeError)
})

it('takes for a month what somebody may mean', () => {
  expect(['2000-01', '2026-11', '2099-12'].filter(isMonth)).toHaveLength(3)
  expect(['2026-13', '2026-00', '2026-1', '2026-11-22', '1999-12', '2100-01', '0001-01'].filter(isMonth)).toEqual([])
})

it('goes there and back', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 119_999 }), (number) => monthNumber(monthOf(number)) === number))
})

it('reads in Russian', () => {
  expect(monthTitle('2026-05')).toBe('май 2026')
  expect(monthsTitle('2026-02', '2026-05')).toBe('февраль – май 2026')
  expect(monthsTitle('2025-11', '2026-02')).toBe('ноябрь 2025 – февраль 2026')
  expect(monthsTitle('2026-02', '2026-02')).toBe('февраль 2026')
})

it.each([
  [{ from: '2026-08', to: '2026-10' }, undefined, { from: '2025-08', to: '2025-10' }],
  [{ from: '2026-08', to: '2026-10' }, 'before', { from: '2026-05', to: '2026-07' }],
  [{ from: '2025-11', to: '2026-10' }, 'before', { from: '2024-11', to: '2025-10' }],
] as const)('%o is held (%s) against %o', (period, against, expected) => {
  expect(comparedWith(period, against)).toEqual(expected)
})
