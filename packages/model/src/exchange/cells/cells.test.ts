import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  damageOf,
  looksExcelNumber,
  looksPersonal,
  readLoosely,
  undamaged,
  withoutExcelMarks,
  withZeros,
} from './index.ts'

describe('an identifier that is a person', () => {
  test.each([
    '+70000000000',
    '+7 910 123-45-67',
    '+7(910)123-45-67',
    '8 (910) 123-45-67',
    '8-910-123-45-67',
    '(910) 123-45-67',
    'ivanov@example.ru',
    '112-233-445 95',
    '112-233-445-95',
    '12 34 567890',
    '1234 567890',
    'Иванов Иван',
    'Петрова-Водкина Анна Сергеевна',
    'Иванов И.И.',
    'Иванов И. И.',
    'ИВАНОВ ИВАН ИВАНОВИЧ',
    'АЛИЕВ АЛИ ОГЛЫ',
    'Ivanov Ivan',
    'Иванов\u00A0Иван',
    '112-233-445\u00A095',
  ])('%s is', (text) => expect(looksPersonal(text)).toBe(true))

  test.each([
    '79101234567',
    '11223344595',
    '8-31-2026-0012',
    '31/2026-000123',
    '00123',
    'А-123',
    'МФЦ-31-2026-17',
    'Заявка',
    'Заявка № 17',
    'P001-0123456789-12345678',
    'a@b',
    '550e8400-e29b-41d4-a716-446655440000',
    '3,12026E+18',
    'Выдача паспорта',
  ])('%s is not', (text) => expect(looksPersonal(text)).toBe(false))
})

describe('a number that Excel could not hold', () => {
  test.each(['3,12026E+18', '3.12026E+18', '3E+05', '1,5e+20', '1E-07'])('%s', (text) =>
    expect(looksExcelNumber(text)).toBe(true),
  )
  test.each(['3E18', '31E+18', 'E+18', '3,12', '12E4567', ''])('%j is none', (text) =>
    expect(looksExcelNumber(text)).toBe(false),
  )
})

describe('what was put around a value for Excel', () => {
  test.each([
    ['="00123"', '00123'],
    ['=""', ''],
    ["'00123", '00123'],
    ["'00123'", '00123'],
    ['00123', '00123'],
    ["'", "'"],
    ['="a"b"', '="a"b"'],
  ])('%s of an identifier is %s', (text, read) => expect(withoutExcelMarks(text, false)).toBe(read))

  test.each([
    ["'=HYPERLINK(1)", '=HYPERLINK(1)'],
    ["'-100", '-100'],
    ["'слово' из отзыва", "'слово' из отзыва"],
    ['="Отдел"', 'Отдел'],
  ])('%s of a free text is %s', (text, read) => expect(withoutExcelMarks(text, true)).toBe(read))
})

test.each([
  ['9:05:00', '09:05:00'],
  ['24:00:00', '00:00:00 следующего дня'],
  ['18.11.2026 0:00:00', '18.11.2026'],
  ['18-11-2026 00:00:00', '18-11-2026'],
  ['18.11.2026 9:05:00', '18.11.2026 09:05:00'],
  ['18.11.2026 24:00:00', '18.11.2026 00:00:00 следующего дня'],
  ['9:05', undefined],
  ['25:00:00', undefined],
  ['18.11.2026 14:05:00', undefined],
  ['9:60:00', undefined],
])('%s is read as %s', (text, read) => expect(readLoosely(text)).toBe(read))

describe('text that lost its letters', () => {
  const through = (text: string, encoding: string, from = new TextEncoder().encode(text)) =>
    new TextDecoder(encoding).decode(from)
  const russian = fc.string({
    unit: fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъыьэюяАБВС'.split('')),
    minLength: 3,
  })
  const prose = fc.array(russian, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))

  test('UTF-8 read as another page is found and had back', () => {
    fc.assert(
      fc.property(prose, fc.constantFrom('windows-1251', 'windows-1252'), (text, page) => {
        const damaged = through(text, page)
        expect([damaged, damageOf(damaged)]).toEqual([damaged, page === 'windows-1251' ? 'twice1251' : 'twice1252'])
        expect(undamaged(damaged)).toBe(text)
      }),
    )
  })

  test('prose is not', () => {
    fc.assert(fc.property(prose, (text) => damageOf(text) === undefined))
    for (const text of [
      'Спасибо, очень быстро',
      'Почему так долго???',
      '???',
      'Что?? Как??? Зачем?!',
      'Рассказ «Рёв» – РЁВ Рё',
      'С.П.',
      'naïve café, déjà vu',
      'Отдел № 1 (2-й этаж) – «Ёлка»',
      '=5',
      '#1 в списке',
      '',
    ])
      expect([text, damageOf(text)]).toEqual([text, undefined])
  })

  test.each([
    ['????? ????? ????', 'questions'],
    ['?????', 'questions'],
    ['Отдел ???? ???', 'questions'],
    ['12 ??? 2026 ????', 'questions'],
    ['Спас\uFFFDбо', 'replaced'],
    ['#Н/Д', 'sheetError'],
    ['########', 'sheetError'],
    ['Ñïàñèáî', 'as1252'],
  ])('%s is', (text, damage) => expect(damageOf(text)).toBe(damage))

  test('Windows-1251 read as Windows-1252 is had back', () => expect(undamaged('Ñïàñèáî')).toBe('Спасибо'))
})

test('a number may have lost any zeros that it could have had', () => {
  const { length } = withZeros('7')
  expect([length, withZeros('7')[0], withZeros('7').at(-1)]).toEqual([35, '07', `${'0'.repeat(35)}7`])
  expect([withZeros('07'), withZeros('-7'), withZeros(''), withZeros('x7'), withZeros('1'.repeat(36))]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ])
})
