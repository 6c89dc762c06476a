import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOgrn } from './ogrn.ts'

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
/** The remainder by long division, digit by digit: no big numbers. */
const remainder = (body: readonly number[], divisor: number) =>
  body.reduce((rest, digit) => (rest * 10 + digit) % divisor, 0)

test.each([
  [12, 11],
  [14, 13],
])('after %i digits only one check digit is right', (length, divisor) => {
  fc.assert(
    fc.property(digits(length), (body) => {
      const right = remainder(body, divisor) % 10
      const fitting = Array.from({ length: 10 }, (_, digit) => digit).filter((digit) => isOgrn(body.join('') + digit))
      expect(fitting).toEqual([right])
    }),
  )
})

test.each([
  '',
  '102770013219',
  '10277001321955',
  '1027700132195 ',
  '10277O0132195',
  '-102770013219',
  '1027700132195\n',
])('%j is none', (text) => expect(isOgrn(text)).toBe(false))

test('known numbers', () => {
  expect(isOgrn('1027700132195')).toBe(true)
  expect(isOgrn('1027700132194')).toBe(false)
  expect(isOgrn('304500116000157')).toBe(true)
})
