import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Code, errorCodes, type StructureCode, structureCodes, warningCodes } from '../codes.ts'
import { codesOf, type Kind, kindRules, kinds } from '../columns.ts'
import { explainStructure, messageOf, shown } from './index.ts'

const rowCodes: readonly Exclude<Code, StructureCode>[] = [...errorCodes, ...warningCodes]
/** A plain Russian sentence: begins with a capital, ends with a full stop, leaves no trace of the machine. */
const sentence = (text: string) => {
  expect(text).toMatch(/^[А-ЯЁ]/)
  expect(text).toMatch(/\.$/)
  expect(text).not.toMatch(/undefined|null|NaN|\[object|!| - |успешно/)
}

describe('every code has its sentence', () => {
  test.each(rowCodes)('%s, whatever the value and the column', (code) => {
    sentence(messageOf(code, { column: '', value: '', width: 5 }))
    for (const kind of kinds)
      for (const column of kindRules[kind].columns)
        for (const value of ['', 'что-то', '31'.repeat(100)])
          sentence(messageOf(code, { column: column.name, value, width: 5, kind }))
  })

  test.each(structureCodes)('%s', (code) => {
    sentence(explainStructure(code))
    sentence(explainStructure(code, { line: 3, columns: ['region', 'date'], kind: 'events', detail: 'Подробность.' }))
  })
})

test('every error but those of a whole row belongs to some column', () => {
  const ofColumns = new Set(kinds.flatMap((kind) => kindRules[kind].columns.flatMap((column) => codesOf(column))))
  expect(errorCodes.filter((code) => !ofColumns.has(code))).toEqual(['row_width', 'misspelt_column'])
  expect([...ofColumns].filter((code) => !(errorCodes as readonly string[]).includes(code))).toEqual([])
})

test('a value is shown cut at 80 characters, and no half of a character', () => {
  expect(messageOf('unknown_region', { column: 'region', value: 'я'.repeat(500) })).toContain(`«${'я'.repeat(80)}»`)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 70, maxLength: 90 }), (value) => {
      const cut = shown(value)
      expect(cut.length).toBeLessThanOrEqual(80)
      expect(value.startsWith(cut)).toBe(true)
      expect(cut.isWellFormed()).toBe(true)
    }),
  )
})

test('a column without a title is called so', () => {
  expect(messageOf('unknown_column', { column: '', value: '' })).toBe('Столбец без названия пропущен.')
  expect(messageOf('unknown_column', { column: 'Цвет', value: '' })).toBe('Столбец «Цвет» неизвестен и пропущен.')
})

test('what is personal is not repeated', () => {
  for (const code of ['plain_identifier', 'bad_hash'] as const)
    expect(messageOf(code, { column: 'applicant_hash', value: '11223344595' })).not.toContain('11223344595')
})

test('an item or a status that heads a column is named by it, not by the moments beneath', () => {
  for (const code of ['unknown_item', 'unknown_status', 'status_not_in_section', 'ambiguous_item'] as const) {
    expect(messageOf(code, { column: 'ЕПГУ.99', value: '01.05.2026', kind: 'wide' })).toContain(' «ЕПГУ.99» ')
    expect(messageOf(code, { column: 'item', value: '99', kind: 'events' })).toContain(' «99» ')
  }
})

test('the sentence names the list a word was looked for in', () => {
  expect(messageOf('required', { column: 'kind', value: 'работа', kind: 'services' })).toContain('мера поддержки')
  expect(messageOf('bad_number', { column: 'term_days', value: 'x', kind: 'services' })).toContain('от 0 до 3650')
  expect(messageOf('bad_number', { column: 'service_id', value: 'x', kind: 'services' })).toContain('реестровый номер')
  expect(messageOf('too_long', { column: 'review', value: '', kind: 'ratings' })).toMatch(/10\s000/)
})

describe('a sentence says what is wrong with this very value', () => {
  const told = (code: Parameters<typeof messageOf>[0], column: string, value: string, kind: Kind = 'events') =>
    messageOf(code, { column, value, kind })

  test.each([
    ['29.02.2026', '29 февраля 2026 года не бывает.'],
    ['31-04-2026', '31 апреля 2026 года не бывает.'],
    ['01.13.2026', 'Месяца «13» не бывает.'],
    ['2026-11-18', 'Дата записана как ГГГГ-ММ-ДД. Нужен вид ДД.ММ.ГГГГ: 18.11.2026.'],
    ['1.5.2026', 'по две цифры: 01.05.2026.'],
    ['18.11.26', 'Год нужен четырьмя цифрами.'],
    ['11/18/2026', 'Вместо косой черты'],
    ['46344', 'Так Excel хранит дату 18.11.2026'],
    ['18.11.2026 14:30:00', 'стоит и время 14:30:00'],
    ['########', 'узок столбец'],
    ['вчера', 'Нужен вид ДД.ММ.ГГГГ'],
  ])('date %s', (value, said) => expect(told('bad_date', 'date', value)).toContain(said))

  test.each([
    ['25:00:00', 'Часы бывают от 00 до 23.'],
    ['23:59:60', 'Секунды бывают от 00 до 59.'],
    ['10:75:00', 'Минуты бывают от 00 до 59.'],
    ['10:00', 'Нет секунд.'],
    ['9:5:0', 'по две цифры'],
    ['0,375', 'Так Excel хранит время'],
    ['10:00:00Z', 'пояс'],
    ['10:00 PM', 'двенадцатичасовому'],
    ['утром', 'Нужен вид ЧЧ:ММ:СС'],
  ])('time %s', (value, said) => expect(told('bad_time', 'time', value)).toContain(said))

  test('the time of a moment is what follows its date', () => {
    expect(told('bad_time', 'rated_at', '18.11.2026 10:00', 'ratings')).toContain('Нет секунд.')
    expect(told('bad_date', 'rated_at', '18.11.2026T10:00:00', 'ratings')).toContain('нужен пробел')
  })

  test.each([
    ['unknown_channel', 'submission_channel', 'MФЦ', 'Латинские буквы вместо русских: «M» (U+004D).'],
    ['unknown_section', 'section', 'OГB', 'Латинские буквы вместо русских: «O» (U+004F), «B» (U+0042).'],
    ['bad_gender', 'gender', 'M', 'Латинские буквы вместо русских: «M» (U+004D).'],
    ['unknown_region', 'region', 'Mосква', 'Латинские буквы среди русских: «M» (U+004D).'],
    ['unknown_region', 'region', '1', 'нужно «01»'],
    ['bad_age', 'age', '35', 'нужно «035»'],
    ['bad_number', 'service_id', '3,10000E+17', 'последние цифры утрачены'],
    ['bad_hash', 'applicant_hash', '1,23457E+29', 'исходные знаки утрачены'],
    ['damaged_text', 'office', 'РЎРїР°СЃРёР±Рѕ', 'было «Спасибо»'],
    ['damaged_text', 'office', '?????', 'вопросительными знаками'],
    ['unknown_channel', 'submission_channel', '????', 'вопросительными знаками'],
  ] as const)('%s of %s %s', (code, column, value, said) =>
    expect(told(code, column, value, 'requests')).toContain(said),
  )

  test('where nothing is odd, nothing more is said', () => {
    expect(told('unknown_channel', 'submission_channel', 'Почта', 'requests')).toMatch(/МФЦ\.$/)
    expect(told('unknown_region', 'region', 'Texas', 'requests')).toMatch(/Федерации\.$/)
  })
})

test('a title that looks like a known one is told with the letters that differ', () => {
  const place = { column: 'Код\u00AD статус', value: '17', meant: 'Код статуса' }
  expect(messageOf('misspelt_column', place)).toContain(
    '«Код статус» похож на «Код статуса» (невидимые знаки: мягкий перенос',
  )
  expect(explainStructure('missing_column', { kind: 'events', columns: ['date', 'item'] })).toBe(
    'В заголовке нет обязательных столбцов: «Дата» (date), «Пункт» (item) или «Код статуса» (status).',
  )
})
