import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../days/index.ts'
import { slowlyAdded, slowlyBetween, slowlyWorked, slowlyWorkedSeconds } from './calendar.fixture.ts'
import {
  addCalendarDays,
  addWorkingDays,
  BUILT_IN_CALENDAR as calendar,
  BUILT_IN_YEARS,
  COMMON_HOURS,
  countsOfYear,
  dayKind,
  isWorkingDay,
  readYearTable,
  workingDayFrom,
  workingDaysBetween,
  workingDayUpTo,
  workingSeconds,
  withYears,
} from './index.ts'

test.each([
  [2023, 247, 3],
  [2024, 248, 5],
  [2025, 247, 4],
  [2026, 247, 4],
])('%i has %i working days, %i of them short', (year, working, short) => {
  expect(countsOfYear(calendar, year)).toEqual({ working, short })
})

test('each built-in table would be taken from a file', () => {
  for (const table of BUILT_IN_YEARS) expect(readYearTable(structuredClone(table))).toEqual(table)
})

test.each([
  ['2026-04-30', 'short'],
  ['2026-05-01', 'off'],
  ['2026-05-02', 'off'],
  ['2026-05-04', 'working'],
  ['2024-04-27', 'working'],
  ['2025-11-01', 'short'],
  ['2026-12-31', 'off'],
])('%s is %s', (day, kind) => expect(dayKind(calendar, day)).toBe(kind))

describe('terms counted by hand', () => {
  // On paper, May 2026: 1 off, 2 3 weekend, 4 5 6 7 8 worked, 9 10 weekend, 11 off, 12 13 14 15 worked.
  test('over May', () => {
    expect(workingDaysBetween(calendar, '2026-04-30', '2026-05-12')).toBe(6)
    expect([1, 5, 6, 9].map((count) => addWorkingDays(calendar, '2026-04-30', count))).toEqual([
      '2026-05-04',
      '2026-05-08',
      '2026-05-12',
      '2026-05-15',
    ])
  })
  // December 2025: 29 30 worked, 31 off; January 2026: 1–11 off, 12–16, 19–23 worked.
  test('over New Year', () => {
    expect(addWorkingDays(calendar, '2025-12-29', 1)).toBe('2025-12-30')
    expect(addWorkingDays(calendar, '2025-12-29', 2)).toBe('2026-01-12')
    expect(addWorkingDays(calendar, '2025-12-31', 10)).toBe('2026-01-23')
    expect(workingDaysBetween(calendar, '2025-12-30', '2026-01-23')).toBe(10)
  })
  // Ends of quarters with 3, 5 and 10 working days, from a table computed elsewhere.
  test.each([
    ['2024-03-31', '2024-04-03', '2024-04-05', '2024-04-12'],
    ['2024-06-30', '2024-07-03', '2024-07-05', '2024-07-12'],
    ['2024-09-30', '2024-10-03', '2024-10-07', '2024-10-14'],
    ['2024-12-31', '2025-01-13', '2025-01-15', '2025-01-22'],
    ['2025-03-31', '2025-04-03', '2025-04-07', '2025-04-14'],
    ['2025-06-30', '2025-07-03', '2025-07-07', '2025-07-14'],
    ['2025-09-30', '2025-10-03', '2025-10-07', '2025-10-14'],
    ['2025-12-31', '2026-01-14', '2026-01-16', '2026-01-23'],
    ['2026-03-31', '2026-04-03', '2026-04-07', '2026-04-14'],
    ['2026-06-30', '2026-07-03', '2026-07-07', '2026-07-14'],
  ])('after %s', (day, ...expected) => {
    expect([3, 5, 10].map((count) => addWorkingDays(calendar, day, count))).toEqual(expected)
  })

  test('by 0: the day itself, or the next that is worked', () => {
    expect([addWorkingDays(calendar, '2026-05-08', 0), addWorkingDays(calendar, '2026-05-09', 0)]).toEqual([
      '2026-05-08',
      '2026-05-12',
    ])
  })
  test('in calendar days: moved on to a working one', () => {
    expect([addCalendarDays(calendar, '2026-04-29', 2), addCalendarDays(calendar, '2026-04-29', 5)]).toEqual([
      '2026-05-04',
      '2026-05-04',
    ])
  })
  test('the working day up to a day', () => {
    expect(['2026-05-11', '2026-05-12', '2026-01-11'].map((day) => workingDayUpTo(calendar, day))).toEqual([
      '2026-05-08',
      '2026-05-12',
      // The year before has its 31 December off too.
      '2025-12-30',
    ])
  })
})

describe('working time by hand', () => {
  test.each([
    // 30 April is short: 16:30–17:00; five whole days less the last hour of 8 May; 12 May 9:00–10:00.
    ['2026-04-30T16:30:00', '2026-05-12T10:00:00', 145_800],
    ['2026-05-04T09:00:00', '2026-05-04T18:00:00', 28_800],
    ['2026-05-04T12:30:00', '2026-05-04T14:30:00', 3600],
    ['2026-05-04T13:00:00', '2026-05-04T14:00:00', 0],
    ['2026-05-04T17:59:59', '2026-05-05T09:00:01', 2],
    ['2026-05-09T10:00:00', '2026-05-11T23:59:59', 0],
    ['2026-05-08T00:00:00', '2026-05-09T00:00:00', 25_200],
    ['2026-05-05T09:00:00', '2026-05-04T09:00:00', 0],
  ])('%s – %s', (from, to, expected) => expect(workingSeconds(calendar, from, to)).toBe(expected))

  test('in the hours of an office', () => {
    const hours = [[8 * 3600, 12 * 3600] as const, [12.5 * 3600, 13 * 3600] as const]
    expect(workingSeconds(calendar, '2026-05-04T00:00:00', '2026-05-05T00:00:00', hours)).toBe(4.5 * 3600)
    // A short day loses the half hour at its end, and half an hour before it.
    expect(workingSeconds(calendar, '2026-05-08T00:00:00', '2026-05-09T00:00:00', hours)).toBe(3.5 * 3600)
  })
})

describe('a year without a table is never guessed', () => {
  const missing = expect.objectContaining({ code: 'calendar_missing', message: expect.stringContaining('2027') })
  const throws = (work: () => unknown): unknown => {
    try {
      return work()
    } catch (error) {
      return error
    }
  }
  test.each<[string, () => unknown]>([
    ['kind', () => dayKind(calendar, '2027-01-11')],
    ['count', () => workingDaysBetween(calendar, '2026-12-30', '2027-01-01')],
    ['term', () => addWorkingDays(calendar, '2026-12-30', 1)],
    ['calendar days', () => addCalendarDays(calendar, '2026-12-30', 1)],
    ['time', () => workingSeconds(calendar, '2026-12-30T10:00:00', '2027-01-01T00:00:00')],
    ['year', () => countsOfYear(calendar, 2027)],
  ])('%s', (_, work) => expect(throws(work)).toEqual(missing))

  test('nor asked for where no day of it counts', () => {
    expect(workingDaysBetween(calendar, '2022-12-31', '2023-01-09')).toBe(1)
    expect(workingDaysBetween(calendar, '2027-05-01', '2027-05-01')).toBe(0)
    expect(addWorkingDays(calendar, '2026-12-29', 1)).toBe('2026-12-30')
  })
  test('and known once it is given', () => {
    const table = { year: 2027, source: 'акт', off_weekdays: ['2027-01-01'], working_weekends: [], short: [] }
    expect(addWorkingDays(withYears(calendar, [table]), '2026-12-30', 1)).toBe('2027-01-04')
  })
})

const anyDay = fc.nat({ max: 1460 }).map((number) => addDays('2023-01-01', number))
const anyTime = fc
  .tuple(anyDay, fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map(([day, ...clock]) => `${day}T${clock.map((part) => String(part).padStart(2, '0')).join(':')}:00`)

describe('two algorithms agree', () => {
  test('on every day of every year', () => {
    for (const day of daysBetween('2023-01-01', '2026-12-31'))
      expect([day, isWorkingDay(calendar, day)]).toEqual([day, slowlyWorked(day)])
  })
  test('on the working days between', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(workingDaysBetween(calendar, from, to)).toBe(slowlyBetween(from, to))
      }),
    )
  })
  test('on terms', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 40 }), (from, count) => {
        fc.pre(slowlyAdded(from, count) !== 'none')
        expect(addWorkingDays(calendar, from, count)).toBe(slowlyAdded(from, count))
      }),
    )
  })
  test('on working time', () => {
    const anyHours = fc.constantFrom(COMMON_HOURS, [[0, 86_400] as const], [[28_800, 30_600] as const])
    fc.assert(
      fc.property(anyTime, fc.nat({ max: 60_000 }), anyHours, (from, minutes, hours) => {
        const to = new Date(Date.parse(`${from}Z`) + minutes * 60_000).toISOString().slice(0, 19)
        fc.pre(to < '2027')
        expect(workingSeconds(calendar, from, to, hours)).toBe(slowlyWorkedSeconds(from, to, hours))
      }),
      { numRuns: 60 },
    )
  })
  test('a term of n working days holds n of them and ends on one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 250 }), (from, count) => {
        fc.pre(from < '2025-12-01')
        const end = addWorkingDays(calendar, from, count)
        expect([workingDaysBetween(calendar, from, end), isWorkingDay(calendar, end)]).toEqual([count, true])
        expect(workingDayFrom(calendar, end)).toBe(workingDayUpTo(calendar, end))
      }),
    )
  })
})
