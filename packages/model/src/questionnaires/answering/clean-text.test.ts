import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, lengthOf } from './clean-text.ts'

test.each([
  ['  Всё хорошо \n', 'Всё хорошо'],
  ['и\u0306', 'й'],
  ['а\u0000б\u0007в', 'абв'],
  ['первая\r\nвторая\rтретья', 'первая\nвторая\nтретья'],
  ['\u202Eобман\u2069', 'обман'],
  ['\u200B\uFEFF', ''],
  ['а\tб', 'а б'],
  ['\ud800', ''],
  ['👨‍👩‍👧', '👨‍👩‍👧'],
])('%j', (text, clean) => expect(cleanText(text)).toBe(clean))

test('cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text)
      expect(cleanText(clean)).toBe(clean)
      expect(clean.isWellFormed()).toBe(true)
      expect(lengthOf(clean)).toBe([...clean].length)
    }),
  )
})
