import { expect, test } from 'vitest'
import { allCodes, structureCodes } from '../codes.ts'
import { kindRules, kinds } from '../columns.ts'
import { codePage } from './code-page.ts'
import { sampleOf } from './samples.ts'

test('every code says what it means and what to do, in whole sentences', () => {
  for (const code of allCodes) {
    const { why, remedy, message, outcome } = codePage(code)
    for (const text of [why, remedy, message]) expect(text, code).toMatch(/^[\p{Lu}«].*\.$/su)
    expect(`${why}${remedy}${message}`, code).not.toMatch(/undefined|!|успешно/)
    expect(outcome === 'file_refused').toBe(structureCodes.some((one) => one === code))
  }
})

test('the sentence of an example names its value and what would be right', () => {
  expect(codePage('bad_age')).toMatchObject({
    outcome: 'row_set_aside',
    message: expect.stringContaining('нужно «035»'),
  })
  expect(codePage('missing_column').message).toBe('В заголовке нет обязательных столбцов: имя.')
  expect(codePage('duplicate_event').outcome).toBe('row_left_out')
})

test.each(kinds)('a sample of %s has every column of the rules, in Russian', (kind) => {
  const { name, text } = sampleOf(kind, '2026-11-20')
  const [header = ''] = text.replace('\u{FEFF}', '').split('\r\n')
  expect(name).toBe(`образец-${kind}.csv`)
  for (const { aliases } of kindRules[kind].columns) expect(header.split(';')).toContain(aliases[0])
  expect(text.endsWith('\r\n')).toBe(true)
})
