import { expect, it, test } from 'vitest'
import { addDays, dayNumber, daysBetween, dayOf, dayOfNumber, isDay, monthsAfter, weekdayOf } from './index.ts'

test.each(['2026-02-28', '2024-02-29', '2027-12-31'])('%s is a day', (day) => expect(isDay(day)).toBe(true))
test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '31.12.2026',
  '',
  '2026-1-1',
  '0000-99-99',
  '0026-11-22',
  '1999-12-31',
  '2100-01-01',
])('«%s» is none', (day) => expect(isDay(day)).toBe(false))

it('steps over the ends of months and years', () => {
  expect([addDays('2026-03-01', -1), addDays('2024-02-28', 1), addDays('2026-12-31', 1)]).toEqual([
    '2026-02-28',
    '2024-02-29',
    '2027-01-01',
  ])
  expect(daysBetween('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  expect(daysBetween('2026-03-01', '2026-02-27')).toEqual([])
})

it('is the day of Moscow, or of the zone that is named', () => {
  expect(dayOf(new Date('2026-11-04T20:59:59Z'))).toBe('2026-11-04')
  expect(dayOf(new Date('2026-11-04T21:00:00Z'))).toBe('2026-11-05')
  expect(dayOf(new Date('2026-11-04T12:00:00Z'), 'Asia/Kamchatka')).toBe('2026-11-05')
})

it('counts days from 1970 and knows their weekdays', () => {
  expect([dayNumber('1970-01-02'), dayOfNumber(20_000), dayNumber('1969-12-31')]).toEqual([1, '2024-10-04', -1])
  // A Thursday, a Monday, a Sunday, and a Wednesday before the count begins.
  expect(['1970-01-01', '2026-11-30', '2026-03-08', '1969-12-31'].map((day) => weekdayOf(dayNumber(day)))).toEqual([
    4, 1, 7, 3,
  ])
})

test.each([
  ['2026-03-15', 2, '2026-05-15'],
  ['2025-12-31', 2, '2026-02-28'],
  ['2027-12-31', 2, '2028-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-08-31', 1, '2026-09-30'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %i months are %s', (day, count, expected) => expect(monthsAfter(day, count)).toBe(expected))
