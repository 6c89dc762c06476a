import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnLetters, epochs, isoText, numberText, placeOf, withoutEscapes } from './cell-text.ts'
import { numberKind } from './number-formats.ts'

describe('what a number stands for by its format', () => {
  test.each([
    [0, undefined, 'number'],
    [14, undefined, 'date'],
    [21, undefined, 'time'],
    [22, undefined, 'moment'],
    [164, 'dd.mm.yyyy', 'date'],
    [164, '[$-419]d mmmm yyyy" г.";@', 'date'],
    [164, 'dd.mm.yyyy hh:mm:ss', 'moment'],
    [164, 'hh:mm:ss', 'time'],
    [164, '[h]:mm:ss', 'time'],
    [164, 'mm:ss', 'time'],
    [164, 'mmm', 'date'],
    [164, '@', 'number'],
    [164, 'General', 'number'],
    [164, '#,##0.00" шт. в день"', 'number'],
    [164, '[Red]0', 'number'],
    [164, '0000', 'digits'],
    [164, '0', 'number'],
  ] as const)('%i %s: %s', (id, code, shows) => expect(numberKind(id, code).shows).toBe(shows))
})

describe('a number as text', () => {
  const as = (written: string, code: string) => numberText(written, numberKind(164, code), epochs[1900])

  test.each([
    // By hand: 44927 days after 30.12.1899 is 01.01.2023; a half is noon.
    ['44927', 'dd.mm.yyyy', '01.01.2023'],
    ['44927.5', 'dd.mm.yyyy hh:mm:ss', '01.01.2023 12:00:00'],
    ['44927', 'dd.mm.yyyy hh:mm:ss', '01.01.2023 00:00:00'],
    ['44927.5', 'dd.mm.yyyy', '01.01.2023 12:00:00'],
    ['0.378472222222222', 'hh:mm:ss', '09:05:00'],
    ['0.999999999', 'hh:mm:ss', '00:00:00'],
    ['1', 'hh:mm:ss', '24:00:00'],
    ['44926.9999999', 'dd.mm.yyyy hh:mm:ss', '01.01.2023 00:00:00'],
    ['123', 'General', '123'],
    ['123', '00000', '00123'],
    ['-10000012345', 'General', '-10000012345'],
    ['4.5', 'General', '4.5'],
    ['999999999999999', 'General', '999999999999999'],
    ['420260000000000123', 'General', '4,20260E+17'],
    ['4.2026E+17', 'General', '4,20260E+17'],
    ['x', 'General', 'x'],
  ])('%s as %s is %s', (written, code, text) => expect(as(written, code)).toBe(text))

  test('the calendar of 1904 begins four years later', () => {
    expect(numberText('43465', numberKind(14, undefined), epochs[1904])).toBe('01.01.2023')
  })

  test('every second of a day comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_399 }), fc.integer({ min: 40_000, max: 60_000 }), (second, day) => {
        const text = as(String(day + second / 86_400), 'dd.mm.yyyy hh:mm:ss')
        const [hours = 0, minutes = 0, seconds = 0] = text.slice(11).split(':').map(Number)
        expect(hours * 3600 + minutes * 60 + seconds).toBe(second)
      }),
    )
  })
})

test('references count columns by letters', () => {
  expect([placeOf('A1'), placeOf('C5'), placeOf('AA10'), placeOf('$XFD$7'), placeOf('5')]).toEqual([
    { column: 0, row: 1 },
    { column: 2, row: 5 },
    { column: 26, row: 10 },
    { column: 16_383, row: 7 },
    undefined,
  ])
  fc.assert(
    fc.property(fc.nat(16_383), (column) => {
      expect(placeOf(`${columnLetters(column)}1`)?.column).toBe(column)
    }),
  )
})

test('dates in ISO form and characters that XML lacks', () => {
  expect([isoText('2023-01-05'), isoText('2023-01-05T10:20:30'), isoText('x')]).toEqual([
    '05.01.2023',
    '05.01.2023 10:20:30',
    'x',
  ])
  expect(withoutEscapes('a_x000D_b_x0041_')).toBe('a\rbA')
})
