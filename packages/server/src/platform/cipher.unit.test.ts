import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cipherOf } from './cipher.ts'

const cipher = cipherOf('a key of a test')

test('every text comes back, and never looks the same twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const sealed = cipher.seal(text)
      expect(cipher.open(sealed)).toBe(Buffer.from(text).toString())
      expect(cipher.seal(text)).not.toBe(sealed)
    }),
  )
})

test('a changed text, another key and a bare text are refused', () => {
  const sealed = cipher.seal('anna@otklik.test')
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => cipher.open(`v1.${changed.toString('base64url')}`), `byte ${at}`).toThrow()
  }
  expect(() => cipherOf('another key').open(sealed)).toThrow()
  expect(() => cipher.open('anna@otklik.test')).toThrow('not a sealed text')
})
