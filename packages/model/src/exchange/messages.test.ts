import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Code, errorCodes, type StructureCode, structureCodes, warningCodes } from './codes.ts'
import { codesOf, kindRules, kinds } from './columns.ts'
import { explainStructure, messageOf, shown } from './messages.ts'

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
    sentence(explainStructure(code, { row: 3, columns: ['region', 'date'], kind: 'events', detail: 'Подробность.' }))
  })
})

test('every error but those of a whole row belongs to some column', () => {
  const ofColumns = new Set(kinds.flatMap((kind) => kindRules[kind].columns.flatMap((column) => codesOf(column))))
  expect(errorCodes.filter((code) => !ofColumns.has(code))).toEqual(['row_width'])
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
