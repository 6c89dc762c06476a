import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fairBatch, servedAfter } from './next-batch.ts'

const of = (supplier: string, bytes = 1) => ({ supplier, bytes })

describe('a batch', () => {
  test.each([
    ['is cut at so many packages', [of('a'), of('a'), of('a')], { packages: 2, bytes: 10, backlogBytes: 10 }, [0, 1]],
    ['is cut at so many bytes', [of('a', 6), of('a', 6)], { packages: 9, bytes: 10, backlogBytes: 10 }, [0]],
    ['holds its first, however large', [of('a', 99), of('a')], { packages: 9, bytes: 10, backlogBytes: 10 }, [0]],
    [
      'passes over what is too large for it',
      [of('b', 2), of('a', 99), of('c', 2)],
      { packages: 9, bytes: 10, backlogBytes: 10 },
      [0, 2],
    ],
    [
      'has little of a backlog',
      [of('a', 6), of('b', 6), of('a', 6)],
      { packages: 9, bytes: 99, backlogBytes: 10 },
      [0, 1],
    ],
    [
      'keeps the order of a supplier',
      [of('b', 2), of('a', 99), of('a', 1)],
      { packages: 9, bytes: 10, backlogBytes: 10 },
      [0],
    ],
  ] as const)('%s', (_name, rows, most, expected) => {
    expect(fairBatch(rows, most).map((row) => rows.indexOf(row))).toEqual(expected)
  })

  test('is never empty, and never takes a package of a supplier before one that came earlier', () => {
    const row = fc.record({ supplier: fc.constantFrom('a', 'b', 'c'), bytes: fc.integer({ min: 0, max: 9 }) })
    const bytes = fc.integer({ min: 0, max: 12 })
    const most = fc.record({ packages: fc.integer({ min: 1, max: 4 }), bytes, backlogBytes: bytes })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), most, (rows, limits) => {
        const taken = fairBatch(rows, limits).map((one) => rows.indexOf(one))
        expect(taken[0]).toBe(0)
        for (const at of taken)
          for (let before = 0; before < at; before++)
            if (rows[before]?.supplier === rows[at]?.supplier) expect(taken).toContain(before)
      }),
    )
  })
})

test('who was served goes to the end', () => {
  expect(servedAfter([], [of('a'), of('b'), of('a')])).toEqual(['a', 'b'])
  expect(servedAfter(['a', 'b', 'c'], [of('b')])).toEqual(['a', 'c', 'b'])
})
