import { describe, expect, test } from 'vitest'
import { mainCause, meaningOf } from './receipt-meaning.ts'

const readable = { structure: [] }
const broken = { structure: ['bad_encoding'] }

describe('the sentence of a receipt', () => {
  test.each([
    ['accepted', [readable], [3, 3, 0], 'accepted'],
    ['accepted', [readable], [0, 0, 0], 'accepted_nothing'],
    ['accepted', [readable], [3, 0, 0], 'accepted_repeats'],
    ['partly', [readable], [3, 2, 1], 'partly'],
    ['partly', [readable, broken], [3, 3, 0], 'partly_files'],
    ['partly', [readable, broken], [3, 2, 1], 'partly'],
    ['refused', [readable], [3, 0, 3], 'refused_rows'],
    ['refused', [readable, broken], [3, 0, 3], 'refused'],
    ['refused', [broken], [0, 0, 0], 'refused'],
    ['failed', [], [0, 0, 0], 'failed'],
  ] as const)('of a package that was %s', (state, files, [read, accepted, quarantined], meaning) => {
    expect(meaningOf({ state, files, totals: { read, accepted, quarantined } })).toBe(meaning)
  })
})

describe('one cause of many rows set aside', () => {
  test('is the error that nearly all of them bear; warnings are none', () => {
    expect(mainCause({ bad_date: 3000, unknown_request: 9000 }, 3000)).toEqual({ code: 'bad_date', rows: 3000 })
    expect(mainCause({ bad_date: 91, required: 20 }, 100)).toEqual({ code: 'bad_date', rows: 91 })
  })

  test.each([
    ['of few rows', { bad_date: 9 }, 9],
    ['of several causes', { bad_date: 50, required: 50 }, 100],
    ['where nothing is set aside', { unknown_request: 40 }, 0],
  ])('there is none %s', (_name, codes, quarantined) => {
    expect(mainCause(codes, quarantined)).toBeUndefined()
  })
})
