import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_CALENDAR } from '../../calendar/index.ts'
import { answerOrFault } from '../../inputs/index.ts'
import { LETTERS } from '../kinds.ts'
import { letterFor, PROCEDURE_TERMS, procedureDue, type ProcedureTerm, readLetterBounds } from './index.ts'

describe('the clocks of certification', () => {
  // On paper: 1–3 and 9–11 May 2026 are off, 31 December 2025 to 11 January 2026 too; 28 February 2026 is a Saturday.
  test.each<[ProcedureTerm, string, string]>([
    ['papers_sent', '2026-04-30', '2026-05-08'],
    ['papers_sent', '2025-12-29', '2026-01-15'],
    ['notice_sent', '2026-05-08', '2026-05-18'],
    ['road_map_drafted', '2026-03-15', '2026-05-15'],
    ['road_map_drafted', '2025-12-31', '2026-03-02'],
    ['schedule_drafted', '2026-03-09', '2026-05-12'],
    ['model_answered', '2026-04-20', '2026-05-04'],
    ['model_answered', '2026-04-27', '2026-05-12'],
  ])('%s from %s: %s', (term, from, due) => expect(procedureDue(term, from, BUILT_IN_CALENDAR)).toBe(due))
  test('into a year without a calendar are refused', () => {
    for (const term of Object.keys(PROCEDURE_TERMS) as ProcedureTerm[])
      expect(() => procedureDue(term, '2026-12-30', BUILT_IN_CALENDAR)).toThrow('2027')
  })
})

const ROWS = [
  { letter: 'А+', from: 95 },
  { letter: 'А', from: 85.5 },
  { letter: 'Б+', from: 75 },
  { letter: 'Б', from: 66.67 },
  { letter: 'В', from: 50 },
  { letter: 'Г', from: 0 },
]

describe('a letter out of points', () => {
  const bounds = readLetterBounds(ROWS)
  test.each([
    [95, 100, 'А+'],
    [949, 1000, 'А'],
    [171, 200, 'А'],
    [854, 1000, 'Б+'],
    // Two thirds are 66.666… %, less than 66.67.
    [2, 3, 'В'],
    [6667, 10_000, 'Б'],
    [1, 2, 'В'],
    [0, 7, 'Г'],
    [7, 7, 'А+'],
  ])('%i of %i: %s', (earned, most, letter) => expect(letterFor(earned, most, bounds)).toBe(letter))
  test('more points never give a lower letter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (most, given) => {
        const earned = given % most
        const [less, more] = [letterFor(earned, most, bounds), letterFor(earned + 1, most, bounds)]
        expect(LETTERS.indexOf(more)).toBeLessThanOrEqual(LETTERS.indexOf(less))
      }),
    )
  })
  test('of nothing there is none', () => expect(() => letterFor(0, 0, bounds)).toThrow(RangeError))

  test.each<[unknown, string, string]>([
    [{}, 'wrong_type', 'список'],
    [ROWS.slice(0, 5), 'bad_bounds', 'А+, А, Б+, Б, В, Г'],
    [ROWS.toReversed(), 'bad_bounds', 'от лучшей'],
    [ROWS.map((row) => ({ ...row, from: 50 })), 'bad_bounds', '«А»'],
    [ROWS.with(5, { letter: 'Г', from: 10 }), 'bad_bounds', '0 %'],
    [ROWS.with(0, { letter: 'A+', from: 95 }), 'unknown_letter', '1.letter'],
    [ROWS.with(1, { letter: 'А', from: 85.555 }), 'bad_share', '2.from'],
    [ROWS.with(1, { letter: 'А', from: 101 }), 'bad_share', '101'],
    [ROWS.with(1, { letter: 'А', from: NaN }), 'bad_share', '2.from'],
    [[{ letter: 'А+' }], 'missing_field', '1.from'],
  ])('%j is refused', (rows, code, words) => {
    expect(answerOrFault(() => readLetterBounds(rows))).toEqual({
      error: { code, message: expect.stringContaining(words) },
    })
  })
})
