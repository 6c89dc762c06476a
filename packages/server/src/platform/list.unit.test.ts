import { expect, test } from 'vitest'
import { ranged, rangeOf } from './list.ts'

test('a screen has a page, a file has everything, and both keep to what they are told', () => {
  expect(rangeOf({})).toEqual({ limit: 100, offset: 0 })
  expect(rangeOf({ limit: 7, offset: 3 })).toEqual({ limit: 7, offset: 3 })
  expect(rangeOf({ format: 'csv', limit: 7, offset: 3 })).toEqual({ limit: 7, offset: 3 })
  expect(rangeOf({ format: 'xlsx' }).limit).toBeGreaterThan(100_000_000)
})

test.each([
  [0, 3, [0, 1, 2]],
  [8, 5, [8, 9]],
  [3, 2, [3, 4]],
  [20, 2, []],
  [3, 0, []],
])('of a stream from %i on, %i rows are taken and no more is read', async (offset, limit, expected) => {
  let read = 0
  async function* rows() {
    for (; read < 10; ) yield read++
  }
  const taken: number[] = []
  for await (const row of ranged(rows(), { limit, offset })) taken.push(row)
  expect(taken).toEqual(expected)
  expect(read).toBeLessThanOrEqual(offset + limit)
})
