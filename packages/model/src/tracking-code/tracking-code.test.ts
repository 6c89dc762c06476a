import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkSign, readTrackingCode, trackingCode } from './index.ts'

test('the check sign, worked by hand', () => {
  // 1, from the right doubled: 2; 32 − 2 = 30, which is Y. ZZ: 31 doubled is 62 = 1·32 + 30, so 31; 31 + 31 = 62; 64 − 62 = 2.
  expect([checkSign('1'), checkSign('ZZ'), checkSign('0')]).toEqual(['Y', '2', '0'])
})

test('what is typed is read as it was meant', () => {
  const code = trackingCode(new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
  expect(code).toMatch(/^0123-4567-89A.$/)
  const last = code.at(-1) ?? ''
  for (const typed of [code.toLowerCase(), ` o1 23 4567 89а${last}`, code.replace('1', 'l'), code.replaceAll('-', '—')])
    expect([typed, readTrackingCode(typed)]).toEqual([typed, code])
  for (const typed of ['', '0123', code + '0', 'UUUU-UUUU-UUUU']) expect(readTrackingCode(typed)).toBeUndefined()
})

const codes = fc.uint8Array({ minLength: 11, maxLength: 11 }).map(trackingCode)

test('a wrong sign is always found out', () => {
  fc.assert(
    fc.property(codes, fc.nat(11), fc.integer({ min: 1, max: 31 }), (code, at, by) => {
      const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
      const plain = code.replaceAll('-', '')
      const wrong = signs[(signs.indexOf(plain[at] ?? '') + by) % 32]
      expect(readTrackingCode(code)).toBe(code)
      expect(readTrackingCode(`${plain.slice(0, at)}${wrong}${plain.slice(at + 1)}`)).toBeUndefined()
    }),
  )
})
