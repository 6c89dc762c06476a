import { describe, expect, test } from 'vitest'
import { makeFormat } from './format.ts'

const ru = makeFormat('ru')
const en = makeFormat('en')
const N = '\u202f'

describe('numbers', () => {
  test('have narrow no-break spaces and the comma in Russian', () => {
    expect(ru.count(41_204)).toBe(`41${N}204`)
    expect(ru.count(3204)).toBe(`3${N}204`)
    expect(ru.percent(12.44)).toBe(`12,4${N}%`)
    expect(ru.mean(4.205)).toBe('4,21')
    expect(en.count(41_204)).toBe('41,204')
    expect(en.percent(12.44)).toBe('12.4%')
  })
  test('an absent value is a dash, an interval without a bound is nothing', () => {
    expect([ru.percent(null), ru.mean(null)]).toEqual(['–', '–'])
    expect(ru.interval(11.61, 13.2, 1)).toBe('11,6–13,2')
    expect(ru.interval(null, 13.2, 1)).toBeNull()
  })
  test('a difference says its sign, and none where it rounds to nothing', () => {
    expect(ru.signed(1.24, 1)).toBe('+1,2')
    expect(ru.signed(-0.31, 1)).toBe('\u22120,3')
    expect(ru.signed(-0.04, 1)).toBe('0,0')
    expect(ru.signed(-0.04, 2)).toBe('\u22120,04')
  })
  test('bytes go up by thousands', () => {
    expect(ru.bytes(0)).toBe(`0${N}Б`)
    expect(ru.bytes(999)).toBe(`999${N}Б`)
    expect(ru.bytes(1_240_000)).toBe(`1,2${N}МБ`)
  })
})

describe('time', () => {
  test('months, in words and for axes', () => {
    expect(ru.month('2026-05')).toBe('май 2026')
    expect(en.month('2026-05')).toBe('May 2026')
    expect(ru.monthShort('2026-01')).toBe('янв 26')
    expect(ru.monthShort('2026-03')).toBe('март')
  })
  test.each([
    ['2026-05', '2026-05', 'май 2026'],
    ['2026-04', '2026-06', 'II кв. 2026'],
    ['2026-05', '2026-07', 'май – июль 2026'],
    ['2026-01', '2026-12', '2026 год'],
    ['2025-12', '2026-02', 'декабрь 2025 – февраль 2026'],
  ])('the period %s to %s', (from, to, text) => {
    expect(ru.period(from, to)).toBe(text)
  })
  test('the English names of a quarter and a year', () => {
    expect(en.period('2026-04', '2026-06')).toBe('Q2 2026')
    expect(en.period('2026-01', '2026-12')).toBe('2026')
  })
  test('wall-clock time stays as it was reported, whatever the zone of the reader', () => {
    expect(ru.local('2026-10-05T22:14:03')).toBe('05.10.2026 22:14:03')
    expect(ru.day('2026-03-29')).toBe('29.03.2026')
  })
  test.each([
    [0, `0${N}с`],
    [59, `59${N}с`],
    [5280, `1${N}ч 28${N}мин`],
    [3600, `1${N}ч`],
    [421_200, `4${N}дн. 21${N}ч`],
  ])('%i seconds', (seconds, text) => {
    expect(ru.duration(seconds)).toBe(text)
  })
})
