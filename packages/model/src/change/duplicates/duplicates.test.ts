import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bare, duplicatesIn, groupsOf, shingles } from './index.ts'

test('texts are compared without case, signs and ё', () => {
  expect(bare('  Ёлка, – «ёлка»!!! 5 ')).toBe('елка елка 5')
  expect(bare('…!')).toBe('')
})

test('pieces of four signs; a shorter text is its own', () => {
  expect(shingles('очередь')).toEqual(['очер', 'чере', 'еред', 'редь'])
  expect(shingles('да')).toEqual(['да'])
  expect(shingles('аааааа')).toEqual(['аааа'])
})

describe('groups', () => {
  test('by hand: 8 common of 10 is a copy, 7 of 10 is none', () => {
    // «abcdefghijkl» has 9 pieces; with one letter more at the end 10, 9 of them common: 9/10.
    expect(duplicatesIn(['abcdefghijkl', 'abcdefghijklm', 'zzzz'])).toEqual([[0, 1]])
    // 8 pieces against 10 with 8 common: exactly 0.8. 7 against 9 with 7 common: 0.78.
    expect(duplicatesIn(['abcdefghijk', 'abcdefghijklm'])).toEqual([[0, 1]])
    expect(duplicatesIn(['abcdefghij', 'abcdefghijkl'])).toEqual([])
  })
  test('a chain of likenesses is one group', () => {
    const chain = ['abcdefghijkl', 'abcdefghijklm', 'abcdefghijklmno', 'abcdefghijklmnopqr']
    expect(duplicatesIn(chain)).toEqual([[0, 1, 2, 3]])
  })
  test('where nothing is left there is no group', () => {
    expect(duplicatesIn(['!!!', '...', '', '👍'])).toEqual([])
    expect(groupsOf(['да', 'Да!', 'нет', 'да.'])).toEqual([0, 0, 2, 0])
  })
})

/** All with all, as the definition says it. */
function compared(texts: readonly string[]): number[][] {
  const sets = texts.map((text) => new Set(bare(text) === '' ? [] : shingles(bare(text))))
  const group = texts.map((_, at) => at)
  sets.forEach((one, a) =>
    sets.forEach((other, b) => {
      const common = [...one].filter((piece) => other.has(piece)).length
      const all = one.size + other.size - common
      if (all > 0 && common * 5 >= all * 4) {
        const [from = 0, to = 0] = [group[b], group[a]]
        group.forEach((own, at) => (group[at] = own === from ? to : own))
      }
    }),
  )
  return [...Map.groupBy(group.keys(), (at) => group[at]).values()].filter((members) => members.length > 1)
}

test('finds what comparing all with all finds', () => {
  const word = fc.constantFrom('очередь', 'два', 'часа', 'стояла', 'окно', 'ааа', 'справка')
  const text = fc.oneof(
    fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
    fc.string({ unit: fc.constantFrom('а', 'б', 'в', ' ', '!'), maxLength: 14 }),
  )
  fc.assert(
    fc.property(fc.array(text, { maxLength: 25 }), (texts) => {
      const order = (groups: number[][]) =>
        groups.map((group) => group.toSorted((a, b) => a - b)).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
      expect(order(duplicatesIn(texts))).toEqual(order(compared(texts)))
    }),
    { numRuns: 300 },
  )
})
