import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_CALENDAR as calendar, isWorkingDay } from '../calendar/index.ts'
import { type DeadlineEntry, icsOf, inOrderOfDays, standingDeadlines, stateOf, urgencyOf } from './index.ts'

const days = (year: number, code: string): string[] =>
  standingDeadlines(year, calendar)
    .filter((entry) => entry.code === code)
    .map(({ period, due, last_working_day }) => `${period} ${due} ${last_working_day}`)

// Counted on paper with the calendars of the years; the quarters are also those of a table computed elsewhere.
describe('what is due every year', () => {
  test('the forms of the quarters', () => {
    expect(days(2026, 'results')).toEqual([
      '2025-Q4 2026-01-14 2026-01-14',
      '2026-Q1 2026-04-03 2026-04-03',
      '2026-Q2 2026-07-03 2026-07-03',
      '2026-Q3 2026-10-05 2026-10-05',
    ])
    expect(days(2025, 'summary').map((day) => day.slice(0, 18))).toEqual([
      '2024-Q4 2025-01-22',
      '2025-Q1 2025-04-14',
      '2025-Q2 2025-07-14',
      '2025-Q3 2025-10-14',
    ])
  })
  test('the reports of the months, over New Year and May', () => {
    const found = days(2026, 'monthly')
    expect([found.length, found[0], found[4], found[11]]).toEqual([
      12,
      '2025-12 2026-01-23 2026-01-23',
      // 4 5 6 7 8 12 13 14 15 18 May.
      '2026-04 2026-05-18 2026-05-18',
      '2026-11 2026-12-14 2026-12-14',
    ])
  })
  test('the lists of certification, of this reporting year and of the next', () => {
    expect(
      ['remarks_sent', 'year_approved', 'year_updated', 'services_told', 'single_drafted', 'year_published'].flatMap(
        (code) => days(2026, code),
      ),
    ).toEqual([
      '2026 2026-01-31 2026-01-30',
      '2026 2026-03-01 2026-02-27',
      '2026 2026-11-01 2026-10-30',
      '2027 2026-11-20 2026-11-20',
      '2027 2026-12-01 2026-12-01',
      '2027 2026-12-20 2026-12-18',
    ])
  })
  test('internal terms can be others', () => {
    const found = standingDeadlines(2026, calendar, { monthly: 5, quarterly: 1 })
    const due = (code: string, period: string) => found.find((one) => one.code === code && one.period === period)
    expect(due('monthly', '2026-04')).toMatchObject({ due: '2026-05-08', internal: true })
    expect(due('quarterly', '2026-Q1')).toMatchObject({ due: '2026-04-01', internal: true })
    expect(due('results', '2026-Q1')).toMatchObject({ due: '2026-04-03', internal: false })
  })
  test('each year has thirty, in order, with all their keys', () => {
    for (const year of [2023, 2024, 2025, 2026]) {
      const found = standingDeadlines(year, calendar)
      expect(found).toHaveLength(30)
      expect(inOrderOfDays(found)).toEqual(found)
      for (const entry of found) {
        expect(Object.keys(entry).join()).toBe('code,period,due,last_working_day,what,who,source,internal')
        expect(entry.due.startsWith(`${year}-`) && isWorkingDay(calendar, entry.last_working_day ?? '')).toBe(true)
      }
      expect(new Set(found.map(({ code, period }) => `${code} ${period}`)).size).toBe(30)
    }
  })
  test('a year without a calendar is refused', () => {
    expect(() => standingDeadlines(2027, calendar)).toThrow('2027')
  })
})

test.each([
  ['2026-05-12', null, '2026-05-12', 'open'],
  ['2026-05-12', null, '2026-05-13', 'late'],
  ['2026-05-12', '2026-05-20', '2026-05-25', 'done'],
] as const)('due %s, done %s: on %s %s', (due, done, today, state) => expect(stateOf(due, done, today)).toBe(state))

// 30 November 2026 is a Monday.
test.each([
  ['2026-11-29', '2026-11-30', 'overdue'],
  ['2026-11-30', '2026-11-30', 'this_week'],
  ['2026-12-06', '2026-11-30', 'this_week'],
  ['2026-12-07', '2026-11-30', 'later'],
  ['2026-12-06', '2026-12-06', 'this_week'],
  ['2026-12-07', '2026-12-06', 'later'],
])('due %s, on %s: %s', (due, today, urgency) => expect(urgencyOf(due, today)).toBe(urgency))

describe('the file for calendars', () => {
  const file = { name: 'Сроки', host: 'otklik.example', now: new Date('2026-11-30T18:48:14.123Z') }
  const entry: DeadlineEntry = {
    code: 'results',
    period: '2026-Q4',
    due: '2026-12-31',
    last_working_day: '2026-12-30',
    what: 'Сдать; всё, что есть\\нет',
    who: 'Органы',
    source: 'п. 5.3',
    internal: false,
  }
  const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').trimEnd().split('\r\n')

  test('one event, line by line', () => {
    expect(unfolded(icsOf([{ ...entry, sequence: 2 }], file))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Otklik//Deadlines//RU',
      'CALSCALE:GREGORIAN',
      'X-WR-CALNAME:Сроки',
      'BEGIN:VEVENT',
      'UID:results.2026-Q4@otklik.example',
      'DTSTAMP:20261130T184814Z',
      'SEQUENCE:2',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Сдать\\; всё\\, что есть\\\\нет',
      'DESCRIPTION:Кто: Органы\\nОснование: п. 5.3\\nПоследний рабочий день: 30.12.2026',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Сдать\\; всё\\, что есть\\\\нет',
      'TRIGGER:-P3D',
      'END:VALARM',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Сдать\\; всё\\, что есть\\\\нет',
      'TRIGGER:-P1D',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
  })
  test('whatever the texts, lines are short, end in CR LF and unfold to what was said', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 })
    fc.assert(
      fc.property(text, text, (what, who) => {
        const ics = icsOf([{ ...entry, what, who }], file)
        const lines = ics.split('\r\n')
        expect(lines.at(-1)).toBe('')
        expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
        const said = unfolded(ics)
          .find((line) => line.startsWith('SUMMARY:'))
          ?.slice(8)
        const plain = said?.replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign))
        expect(plain).toBe(what.replace(/\r\n|\r/g, '\n'))
      }),
    )
  })
})
