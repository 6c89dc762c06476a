import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreOf } from './index.ts'
import { anyFields, ORDINARY, previous, SPECIAL } from './score.fixture.ts'

describe('a wrong input is told', () => {
  test.each<[string, unknown, string, string]>([
    ['a list', [], 'not_an_object', 'нужен объект JSON'],
    ['null', null, 'not_an_object', 'null'],
    ['no kind', { ...ORDINARY, kind: undefined }, 'missing_field', 'kind'],
    ['an unknown kind', { ...ORDINARY, kind: 'услуга' }, 'unknown_kind', 'услуга'],
    ['a kind of JavaScript', { ...ORDINARY, kind: 'constructor' }, 'unknown_kind', 'constructor'],
    ['a number for a kind', { ...ORDINARY, kind: 1 }, 'wrong_type', 'kind'],
    ['mass as a text', { ...ORDINARY, mass: 'да' }, 'wrong_type', 'true или false'],
    ['no mass', { ...ORDINARY, mass: null }, 'missing_field', 'mass'],
    [
      'Latin A',
      { ...ORDINARY, regulation: 'A+' },
      'unknown_letter',
      'Буква «A» латинская (U+0041), похожая русская – «А»',
    ],
    ['Latin B', { ...ORDINARY, laboratory: 'B' }, 'unknown_letter', 'похожая русская – «В»'],
    ['a small letter', { ...ORDINARY, laboratory: 'б+' }, 'unknown_letter', '«Б+»'],
    ['a letter outside', { ...ORDINARY, reception: 'Д' }, 'unknown_letter', 'reception'],
    ['a letter as a number', { ...ORDINARY, laboratory: 5 }, 'wrong_type', 'laboratory'],
    ['an unknown word of reception', { ...ORDINARY, reception: 'none' }, 'unknown_letter', 'reception'],
    ['no laboratory', { ...ORDINARY, laboratory: null }, 'missing_part', 'laboratory'],
    ['no reception', { ...ORDINARY, reception: undefined }, 'missing_part', 'reception'],
    ['a reception of a special object', { ...SPECIAL, reception: 'А' }, 'superfluous_part', 'reception'],
    ['a monitoring of a special object', { ...SPECIAL, monitoring: 'possible' }, 'superfluous_part', 'monitoring'],
    ['an unknown monitoring', { ...ORDINARY, monitoring: 'да' }, 'unknown_monitoring', 'possible, impossible'],
    ['an unknown part', { ...ORDINARY, not_supplied: ['lab'] }, 'unknown_part', 'lab'],
    ['a part of others', { ...SPECIAL, not_supplied: ['monitoring'] }, 'superfluous_part', 'monitoring'],
    ['parts as a text', { ...ORDINARY, not_supplied: 'laboratory' }, 'wrong_type', 'список'],
    ['parts as numbers', { ...ORDINARY, not_supplied: [1] }, 'wrong_type', 'список'],
    ['a day that is none', { ...ORDINARY, issued: '2026-02-29' }, 'bad_date', 'issued'],
    ['a Russian day', { ...ORDINARY, issued: '15.03.2026' }, 'bad_date', 'ГГГГ-ММ-ДД'],
    ['no day', { ...ORDINARY, issued: undefined }, 'missing_field', 'issued'],
    ['an unknown field', { ...ORDINARY, level: 80 }, 'unknown_field', 'level'],
    ['a level over 100', { ...ORDINARY, previous: { ...previous, level: 105 } }, 'bad_level', 'previous.level'],
    ['a level below 0', { ...ORDINARY, previous: { ...previous, level: -5 } }, 'bad_level', 'от 0 до 100'],
    ['half a level', { ...ORDINARY, previous: { ...previous, level: 55.5 } }, 'wrong_type', 'целое'],
    ['a level as a text', { ...ORDINARY, previous: { ...previous, level: '55' } }, 'wrong_type', 'previous.level'],
    ['a bad end', { ...ORDINARY, previous: { ...previous, valid_to: '2026-13-01' } }, 'bad_date', 'previous.valid_to'],
    ['repeats below 0', { ...ORDINARY, previous: { ...previous, equal_repeats: -1 } }, 'out_of_range', 'не меньше 0'],
    ['an end that is missing', { ...ORDINARY, previous: { level: 55 } }, 'missing_field', 'previous.valid_to'],
    ['a previous that is a list', { ...ORDINARY, previous: [1] }, 'not_an_object', 'previous'],
    ['something else in previous', { ...ORDINARY, previous: { ...previous, x: 1 } }, 'unknown_field', 'previous.x'],
  ])('%s', (_, given, code, words) => {
    expect(scoreOf(given)).toEqual({ error: { code, message: expect.stringContaining(words) } })
  })

  test('whatever the input, an answer comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ ...anyFields(), previous: fc.jsonValue() })), (given) => {
        const found = scoreOf(given)
        if ('error' in found) expect(found.error.message).toMatch(/[а-я].*\.$/)
        else expect(found.reasons.length).toBeGreaterThan(0)
      }),
    )
  })
})
