import { describe, expect, test } from 'vitest'
import { answerOrFault } from '../inputs/index.ts'
import { againstTheLaw, BUILT_IN_YEARS, proposeYear, readYearTable, readYearTables, yearAskedFor } from './index.ts'

describe('what the law gives before the Government has moved any day', () => {
  // The acts of these years moved two weekend days of January only; all else is the law's.
  test.each([
    [2023, ['2023-02-24', '2023-05-08'], []],
    [2026, ['2026-01-09', '2026-12-31'], ['2026-12-31']],
  ])('of %i', (year, moved, noLongerShort) => {
    const actual = BUILT_IN_YEARS.find((table) => table.year === year)
    const { table } = proposeYear(year)
    expect([...table.off_weekdays, ...moved].toSorted()).toEqual(actual?.off_weekdays)
    expect(table.short.filter((day) => !noLongerShort.includes(day))).toEqual(
      year === 2023 ? ['2023-02-22', '2023-03-07', '2023-05-08', '2023-11-03'] : actual?.short,
    )
    expect(table.working_weekends).toEqual([])
  })
  test('of 2027, by hand', () => {
    const { table, open } = proposeYear(2027)
    expect(table.off_weekdays.map((day) => day.slice(5))).toEqual([
      '01-01',
      '01-04',
      '01-05',
      '01-06',
      '01-07',
      '01-08',
      '02-23',
      '03-08',
      '05-03',
      '05-10',
      '06-14',
      '11-04',
    ])
    expect(table.short.map((day) => day.slice(5))).toEqual(['02-22', '04-30', '06-11', '11-03', '12-31'])
    expect(open).toEqual([
      'Выходные дни 02.01.2027, 03.01.2027 Правительство переносит на другие дни года: внесите их по его постановлению.',
    ])
  })
  test('can be loaded as it is and is within the law, whatever the year', () => {
    for (let year = 2000; year < 2100; year++) {
      const { table } = proposeYear(year)
      expect(readYearTable(table)).toEqual(table)
      expect(againstTheLaw(table)).toEqual([])
    }
  })
})

test('the built-in years are within the law', () => {
  expect(BUILT_IN_YEARS.flatMap(againstTheLaw)).toEqual([])
})
test('a holiday worked is told', () => {
  const table = { year: 2027, source: 'акт', off_weekdays: [], working_weekends: ['2027-01-02'], short: [] }
  expect(againstTheLaw(table)).toHaveLength(10)
  expect(againstTheLaw(table)[1]).toBe(
    '02.01.2027 – нерабочий праздничный день (ТК РФ, ст. 112), а в таблице он рабочий.',
  )
})
test.each([
  ['2026-09-30', null],
  ['2026-10-01', 2027],
  ['2026-12-31', 2027],
  ['2027-01-01', null],
])('on %s the table of %s is asked for', (day, year) => expect(yearAskedFor(day)).toBe(year))

describe('the file of a year', () => {
  const good = { year: 2027, source: 'акт', off_weekdays: ['2027-01-01'], working_weekends: [], short: ['2027-04-30'] }
  test('is read with days in any order and form', () => {
    const given = { ...good, off_weekdays: ['05-03', '2027-01-01'], source: ' акт ' }
    expect(readYearTable(given)).toEqual({ ...good, off_weekdays: ['2027-01-01', '2027-05-03'] })
    expect(readYearTables([good])).toEqual(readYearTables(good))
  })
  test.each<[object, string, string]>([
    [{ year: 27 }, 'bad_year', 'year'],
    [{ year: '2027' }, 'wrong_type', 'year'],
    [{ source: ' ' }, 'no_source', 'акт'],
    [{ off_weekdays: undefined }, 'missing_field', 'off_weekdays'],
    [{ off_weekdays: '01-01' }, 'wrong_type', 'off_weekdays'],
    [{ off_weekdays: ['2026-01-01'] }, 'bad_date', '2027 года'],
    [{ off_weekdays: ['2027-02-29'] }, 'bad_date', '2027-02-29'],
    [{ off_weekdays: ['2027-01-02'] }, 'not_a_weekday', '2027-01-02'],
    [{ working_weekends: ['2027-01-11'] }, 'not_a_weekend', '2027-01-11'],
    [{ short: ['2027-01-01'] }, 'short_day_off', '2027-01-01'],
    [{ short: ['2027-05-01'] }, 'short_day_off', '2027-05-01'],
    [{ off_weekdays: ['01-01', '2027-01-01'] }, 'duplicate_day', 'дважды'],
    [{ holidays: [] }, 'unknown_field', 'holidays'],
  ])('%j is refused', (given, code, words) => {
    expect(answerOrFault(() => readYearTable({ ...good, ...given }))).toEqual({
      error: { code, message: expect.stringContaining(words) },
    })
  })
  test('a year twice is refused', () => {
    expect(answerOrFault(() => readYearTables([good, good]))).toMatchObject({ error: { code: 'duplicate_year' } })
  })
})
