import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinSmall } from './margins.ts'
import { type Margin, rake, unequal } from './rake.ts'

test('one margin is met in one pass: weights are target over share', () => {
  const categories = [...Array<number>(30).fill(0), ...Array<number>(70).fill(1)]
  const { weights, passes, error, settled } = rake(Array<number>(100).fill(2), [{ categories, targets: [0.5, 0.5] }], {
    cap: 5,
  })
  expect([passes, settled]).toEqual([1, true])
  expect(error).toBeLessThan(1e-12)
  expect(weights[0]).toBeCloseTo(50 / 30, 12)
  expect(weights[99]).toBeCloseTo(50 / 70, 12)
  // n·Σw²/(Σw)² = (50²/30 + 50²/70) / 100
  expect(unequal(weights).deff).toBeCloseTo((2500 / 30 + 2500 / 70) / 100, 12)
})

test('two margins by hand: a table of 10, 20, 30, 40 brought to 50:50 and 40:60', () => {
  const cells = [10, 20, 30, 40]
  const rows = cells.flatMap((count, cell) => Array<number>(count).fill(Math.floor(cell / 2)))
  const columns = cells.flatMap((count, cell) => Array<number>(count).fill(cell % 2))
  const { weights } = rake(
    Array<number>(100).fill(1),
    [
      { categories: rows, targets: [0.5, 0.5] },
      { categories: columns, targets: [0.4, 0.6] },
    ],
    { cap: 9 },
  )
  const [a, b, c, d] = [0, 10, 30, 60].map((at) => weights[at] ?? 0)
  const total = (cell: number, weight = 0) => (cells[cell] ?? 0) * weight
  expect((total(0, a) + total(1, b)) / 100).toBeCloseTo(0.5, 6)
  expect((total(0, a) + total(2, c)) / 100).toBeCloseTo(0.4, 6)
  // Fitting keeps the odds ratio of the table: 10·40 / (20·30).
  expect((total(0, a) * total(3, d)) / (total(1, b) * total(2, c))).toBeCloseTo(400 / 600, 9)
})

test('who gave no answer keeps the base weight but for the scale', () => {
  const margin: Margin = { categories: [0, 0, 1, -1], targets: [0.5, 0.5] }
  const { weights } = rake([1, 1, 1, 1], [margin], { cap: 9 })
  expect(weights.map((weight) => Number(weight.toFixed(6)))).toEqual([0.75, 0.75, 1.5, 1])
})

test('shares are met and weights have mean 1, whatever the table', () => {
  const person = fc.tuple(fc.nat(2), fc.nat(1))
  const share = fc.double({ min: 0.2, max: 0.8, noNaN: true })
  fc.assert(
    fc.property(fc.array(person, { minLength: 60, maxLength: 200 }), share, (given, first) => {
      const everyCell = [0, 1, 2].flatMap((a) => [0, 1].map((b): [number, number] => [a, b]))
      const all = [...everyCell, ...given]
      const margins: Margin[] = [
        { categories: all.map(([a]) => a), targets: [0.3, 0.3, 0.4] },
        { categories: all.map(([, b]) => b), targets: [first, 1 - first] },
      ]
      const { weights, settled } = rake(
        all.map(() => 1),
        margins,
        { cap: 1000 },
      )
      expect(settled).toBe(true)
      expect(weights.reduce((sum, weight) => sum + weight, 0) / weights.length).toBeCloseTo(1, 9)
      for (const { categories, targets } of margins)
        targets.forEach((target, category) => {
          const met = weights.reduce((sum, weight, at) => (categories[at] === category ? sum + weight : sum), 0)
          expect(met / weights.length / target).toBeCloseTo(1, 5)
        })
    }),
    { numRuns: 30 },
  )
})

test.each([
  [[9, 9, 9], 'a, b, c'],
  [[9, 2, 9], 'a+b, c'],
  [[9, 2, 8], 'a, b+c'],
  [[2, 9, 2], 'a+b, c → a+b+c'],
  [[1, 1, 1], 'a+b+c'],
])('of %j answers under 5', (counts, expected) => {
  const names = ['a', 'b', 'c']
  const values = counts.flatMap((count, at) => Array<string | undefined>(count).fill(names[at]))
  const joined = joinSmall({ by: 'x', targets: names.map((name) => [name, 1]) }, values, 5)
  expect(joined.categories.map((parts) => parts.join('+')).join(', ')).toBe(expected.split(' → ').at(-1))
  expect(joined.targets.reduce((sum, target) => sum + target, 0)).toBeCloseTo(1, 12)
})
