import { describe, expect, test } from 'vitest'
import { kindRules, kinds } from './columns.ts'
import { bringsNothing, REPLACING, type TakenIn } from './repetition.ts'

const before = (about: Partial<TakenIn>): TakenIn => ({
  date: '2026-11-20',
  read: 3,
  accepted: 3,
  quarantined: 0,
  dropped: 0,
  future: false,
  ...about,
})
const aside = { accepted: 0, quarantined: 3 }
const some = { accepted: 1, quarantined: 2 }

describe('the same bytes again', () => {
  test.each([
    ['after all rows were accepted', before({}), '2026-11-21', true],
    ['after all rows were repetitions', before({ accepted: 0, dropped: 3 }), '2026-11-21', true],
    ['after rows were accepted and others set aside for good', before(some), '2026-11-21', true],
    ['a header for its own day', before({ read: 0, accepted: 0 }), '2026-11-20', true],
  ])('bring nothing %s', (_name, taken, date, expected) => {
    expect(bringsNothing(taken, date)).toBe(expected)
  })

  test.each([
    ['a header for another day', before({ read: 0, accepted: 0 }), '2026-11-21'],
    ['after every row was set aside, for another day', before({ ...aside, future: true }), '2026-11-21'],
    ['after every row was set aside, for the same day', before(aside), '2026-11-20'],
    ['for a later day, which lets in what was in the future', before({ ...some, future: true }), '2026-11-21'],
  ])('may bring something: %s', (_name, taken, date) => {
    expect(bringsNothing(taken, date)).toBe(false)
  })

  test('for an earlier day, or the same, rows of the future stay what they were', () => {
    for (const date of ['2026-11-19', '2026-11-20'])
      expect(bringsNothing(before({ ...some, future: true }), date)).toBe(true)
  })
})

test('rows of a key are replaced by those of every kind that has the key', () => {
  for (const kind of kinds) {
    const same = kinds.filter((other) => kindRules[other].key.join() === kindRules[kind].key.join())
    expect(REPLACING[kind]).toEqual(kindRules[kind].key.length === 0 ? [] : same)
  }
})
