import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayInFigures, dayInWords, formatNumber, MINUS, NO_BREAK_SPACE, numberFormat, PAPER } from './index.ts'

const paper = numberFormat(PAPER)
const S = NO_BREAK_SPACE

describe('numbers on paper', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, `1${S}000`],
    [41_204, `41${S}204`],
    [1_234_567, `1${S}234${S}567`],
    [-3204, `${MINUS}3${S}204`],
  ])('the whole number %d', (value, text) => expect(paper.count(value)).toBe(text))

  test('shares, means, levels, intervals and differences', () => {
    expect(paper.percent(12.44)).toBe(`12,4${S}%`)
    expect(paper.mean(4.205)).toBe('4,21')
    expect([70, 72.25, 72.5, 72.254].map(paper.level)).toEqual([`70${S}%`, `72,25${S}%`, `72,5${S}%`, `72,25${S}%`])
    expect(paper.interval(11.61, 13.2, 1)).toBe('11,6–13,2')
    expect([paper.signed(1.24, 1), paper.signed(-0.31, 1), paper.signed(-0.04, 1)]).toEqual([
      '+1,2',
      `${MINUS}0,3`,
      '0,0',
    ])
  })
  test('what is not there says so', () => {
    expect([paper.percent(null), paper.mean(null)]).toEqual(['нет данных', 'нет данных'])
    expect(paper.interval(null, 13.2, 1)).toBeNull()
  })
  test('a half goes away from zero also where the binary number lies below it', () => {
    expect([paper.number(1.005, 2), paper.number(12.45, 1), paper.number(-0.125, 2)]).toEqual([
      '1,01',
      '12,5',
      `${MINUS}0,13`,
    ])
  })
  test('is the number itself, and its groups are of three digits', () => {
    const anything = fc.double({ min: -1e12, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 4 }), (value, digits) => {
        const text = paper.number(value, digits)
        const read = Number(text.replaceAll(S, '').replace(',', '.').replace(MINUS, '-'))
        expect(Math.abs(read - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + Math.abs(value) * 1e-14)
        expect(text.replace(/,.*/, '').replace(MINUS, '')).toMatch(/^\d{1,3}(\u00a0\d{3})*$/)
      }),
    )
  })
})

test('within a sentence thousands stand together', () => expect(formatNumber(-1204.5, 1)).toBe(`${MINUS}1204,5`))

describe('days', () => {
  test('in words, with no break inside', () => {
    expect(dayInWords('2026-11-30')).toBe(`30${S}ноября${S}2026${S}г.`)
    expect(dayInWords('2026-05-01')).toBe(`1${S}мая${S}2026${S}г.`)
    expect([dayInWords(''), dayInWords('2026-13-01')]).toEqual(['', '2026-13-01'])
  })
  test('in figures, with the time where there is one', () => {
    expect(dayInFigures('2026-03-01')).toBe('01.03.2026')
    expect(dayInFigures('2026-03-01T10:20:30Z')).toBe('01.03.2026 10:20:30')
    expect(dayInFigures('нет')).toBe('нет')
  })
})
