import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clustersOf } from './index.ts'
import { averageLinkage } from './merge.ts'

/** Enough for these texts: endings go. */
const stem = (word: string): string => word.replace(/(?:ами|ого|ому|ой|ую|ая|ы|и|а|у|е)$/u, '')

const PARKING = ['Парковка забита', 'Парковка у здания платная', 'Нет парковки', 'Парковку перекрыли']
const RAMP = ['Пандус скользкий', 'Пандуса нет совсем', 'Коляску по пандусу не поднять']
const OTHERS = ['Спасибо', 'Долго искал вход', '!!!', '']

describe('clusters', () => {
  test('texts of one subject come together, named by their own words; the rest is left', () => {
    const found = clustersOf([...PARKING, ...OTHERS, ...RAMP], stem)
    expect(found.map(({ texts }) => texts)).toEqual([
      [0, 1, 2, 3],
      [8, 9, 10],
    ])
    expect(found[0]).toMatchObject({ words: ['парковка'], patterns: ['парковк*'] })
    expect(found[1]?.patterns).toEqual(['пандус*'])
  })

  test('two of a kind are chance', () => {
    expect(clustersOf(PARKING.slice(0, 2), stem)).toEqual([])
  })
})

/** Joins the two groups most alike on average, over and over: slow, and plain to see. */
function slowly(size: number, likeness: readonly number[], least: number): number[][] {
  const groups = Array.from({ length: size }, (_, at) => [at])
  const average = (one: number[], other: number[]) =>
    one.reduce((sum, a) => sum + other.reduce((part, b) => part + (likeness[a * size + b] ?? 0), 0), 0) /
    (one.length * other.length)
  for (;;) {
    let best: [number, number, number] | undefined
    for (const [one, own] of groups.entries())
      for (const [other, its] of groups.entries())
        if (one < other && (best === undefined || average(own, its) > best[2])) best = [one, other, average(own, its)]
    if (best === undefined || best[2] < least) break
    const [one, other] = best
    groups[one] = [...(groups[one] ?? []), ...(groups.splice(other, 1)[0] ?? [])]
  }
  return groups.map((group) => group.toSorted((a, b) => a - b))
}

test('chains of neighbours find the groups of average linkage', () => {
  const sizes = fc.integer({ min: 0, max: 9 })
  fc.assert(
    fc.property(
      sizes.chain((size) =>
        fc.tuple(
          fc.constant(size),
          // Different likenesses, so that no two pairs are equally near.
          fc.shuffledSubarray(
            Array.from({ length: 60 }, (_, at) => (at + 1) / 64),
            { minLength: 36, maxLength: 36 },
          ),
        ),
      ),
      fc.constantFrom(0.2, 0.5, 0.8),
      ([size, numbers], least) => {
        const all = new Float32Array(size * size)
        let next = 0
        for (let one = 0; one < size; one++)
          for (let other = 0; other < one; other++) {
            all[one * size + other] = numbers[next++] ?? 0
            all[other * size + one] = all[one * size + other] ?? 0
          }
        const slow = slowly(size, [...all], least)
        const fast = averageLinkage(size, all, least)
        const sorted = (groups: number[][]) => groups.toSorted((one, other) => (one[0] ?? 0) - (other[0] ?? 0))
        expect(sorted(fast)).toEqual(sorted(slow))
      },
    ),
  )
})
