import { expect, test } from 'vitest'
import { expiryBounds, expiryGiven } from './expiry.ts'

test('a key ends with the day that was chosen, or when the server says', () => {
  expect(expiryGiven('')).toEqual({})
  expect(expiryGiven('2027-03-31')).toEqual({ expiresAt: new Date('2027-03-31T23:59:59').toISOString() })
})

test('a key ends tomorrow at the earliest and within two years', () => {
  expect(expiryBounds(new Date('2026-11-22T10:00:00Z'))).toEqual({ min: '2026-11-23', max: '2028-11-21' })
  expect(expiryBounds(new Date('2028-02-29T10:00:00Z'))).toEqual({ min: '2028-03-01', max: '2030-02-28' })
})
