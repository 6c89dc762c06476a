import { describe, expect, test } from 'vitest'
import { closedThrough, recentAndRunning, recentPeriod, wholePeriod } from './period.ts'

test.each([
  ['2026-11-04', 5, '2026-09'],
  ['2026-11-05', 5, '2026-10'],
  ['2026-01-05', 5, '2025-12'],
  ['2026-01-04', 5, '2025-11'],
  ['2026-11-01', 1, '2026-10'],
])('on %s, with %i days, the months are closed through %s', (today, days, month) => {
  expect(closedThrough(today, days)).toBe(month)
})

describe('the period of the overview', () => {
  const today = '2026-11-03'
  const closed = '2026-09'
  const running = { from: '2020-01', to: '2026-11' }
  test.each([
    ['twelve closed months', {}, running, { from: '2025-10', to: '2026-09' }],
    ['the last twelve that have data', {}, { from: '2020-01', to: '2023-06' }, { from: '2022-07', to: '2023-06' }],
    ['without data', {}, null, { from: '2025-10', to: '2026-09' }],
    ['running months where none is closed', {}, { from: '2026-10', to: '2026-11' }, { from: '2025-12', to: '2026-11' }],
    ['what was asked for', { from: '2026-01', to: '2026-02' }, running, { from: '2026-01', to: '2026-02' }],
    ['a year up to the month asked for', { to: '2024-12' }, running, { from: '2024-01', to: '2024-12' }],
    ['from the month asked for', { from: '2024-12' }, running, { from: '2024-12', to: '2026-09' }],
    ['a month after the data', { from: '2026-12' }, running, { from: '2026-12', to: '2026-12' }],
  ])('is %s', (_name, asked, data, expected) => {
    expect(recentPeriod(asked, data, today, closed)).toEqual(expected)
  })

  test('goes on with the running months for what is counted as it comes in', () => {
    expect(recentAndRunning({}, running, today, closed)).toEqual({ from: '2025-10', to: '2026-11' })
    expect(recentAndRunning({ to: '2026-02' }, running, today, closed).to).toBe('2026-02')
    expect(recentAndRunning({}, { from: '2020-01', to: '2023-06' }, today, closed).to).toBe('2023-06')
  })
})

test.each([
  [{}, { from: '2024-02', to: '2026-05' }, { from: '2024-02', to: '2026-05' }],
  [{ from: '2025-01' }, { from: '2024-02', to: '2026-05' }, { from: '2025-01', to: '2026-05' }],
  [{ to: '2023-01' }, { from: '2024-02', to: '2026-05' }, { from: '2023-01', to: '2023-01' }],
  [{}, null, { from: '2026-11', to: '2026-11' }],
])('the whole period of %o is everything there is', (asked, data, expected) => {
  expect(wholePeriod(asked, data, '2026-11-22')).toEqual(expected)
})
