import { expect, test } from 'vitest'
import { domainOf } from './interval-plot.tsx'

const row = (low: number, high: number, little = false) => ({ value: (low + high) / 2, low, high, little })

test('a tiny service does not press the others into a corner', () => {
  const [from, to] = domainOf([row(5, 8), row(10, 14), row(0, 96, true)], [0, 100])
  expect(from).toBe(0)
  expect(to).toBeLessThan(20)
})
test('where all have little data they make the scale themselves', () => {
  expect(domainOf([row(20, 90, true)], [0, 100])[1]).toBeGreaterThanOrEqual(90)
})
test('nothing at all gives the whole scale', () => {
  expect(domainOf([], [1, 5])).toEqual([1, 5])
})
