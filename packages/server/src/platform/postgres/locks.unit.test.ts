import { expect, test } from 'vitest'
import { LOCKS } from './locks.ts'

test('every lock has a number of its own', () => {
  expect(new Set(Object.values(LOCKS)).size).toBe(Object.keys(LOCKS).length)
})
