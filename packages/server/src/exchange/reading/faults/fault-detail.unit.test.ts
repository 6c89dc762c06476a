import { expect, test } from 'vitest'
import { faultDetail } from './fault-detail.ts'

test('a detail says what is wrong, with limits and rows in Russian', () => {
  expect(faultDetail({ code: 'too_large', reason: 'record_too_long', row: 12, line: 14, limit: 64 << 20 })).toBe(
    'Одна из строк длиннее 64 МБ. Строка 14 файла.',
  )
  expect(faultDetail({ code: 'too_large', reason: 'file_too_long', limit: 1.5 * 2 ** 20 })).toBe('Файл больше 1,5 МБ.')
  expect(faultDetail({ code: 'unsafe_archive', reason: 'unsafe_name', detail: '../a.csv' })).toBe(
    'Недопустимое имя в архиве: «../a.csv».',
  )
  expect(faultDetail({ code: 'unclosed_quote', reason: 'plain', row: 3, line: 4 })).toBe('')
})
