import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectMoves, expectSound, refusal } from '../../processes/sound.fixture.ts'
import {
  drawOf,
  MATERIALS,
  type MaterialsAbout,
  type ModelAbout,
  SCHEDULE,
  type ScheduleAbout,
  TYPICAL_MODEL,
} from './index.ts'

describe('the model of a typical service', () => {
  const about: ModelAbout = {
    today: '2026-05-12',
    certified: true,
    missing: [],
    unanswered: 0,
    roundEnds: '2026-05-26',
    undecided: 0,
    protocol: true,
  }
  test('moves so and not otherwise', () => {
    expectSound(TYPICAL_MODEL)
    const moves = `
      – begin draft
      draft edit draft
      draft present on_agreement
      on_agreement answer on_agreement
      on_agreement close_round in_revision
      in_revision edit in_revision
      in_revision present on_agreement
      in_revision approve approved`
    expectMoves(TYPICAL_MODEL, moves, about)
  })
  test.each([
    ['begin', null, { certified: false }, 'certified', 'п. 43'],
    [
      'present',
      'draft',
      { missing: ['journey', 'mistakes'] },
      'six_parts',
      'диаграмма пользовательского пути, список типовых ошибок',
    ],
    ['present', 'in_revision', { undecided: 2 }, 'proposals_decided', '2'],
    ['close_round', 'on_agreement', { unanswered: 5, today: '2026-05-26' }, 'round_over', '26.05.2026'],
    ['approve', 'in_revision', { protocol: false }, 'has_protocol', 'протокола'],
  ] as const)('%s of one that is %s, %j', (event, state, changes, guard, words) => {
    expect(refusal(TYPICAL_MODEL, event, state, { ...about, ...changes })).toEqual([
      guard,
      expect.stringContaining(words),
    ])
  })
  test('silence does not hold up a round for more than its days', () => {
    expect(
      refusal(TYPICAL_MODEL, 'close_round', 'on_agreement', { ...about, unanswered: 5, today: '2026-05-27' }),
    ).toEqual(['to', 'in_revision'])
  })
})

describe('a schedule', () => {
  const about: ScheduleAbout = {
    modelApproved: true,
    unplaced: 0,
    unassigned: 0,
    points: [{ share: 100, due: '2026-12-01' }],
    reason: 'сроки',
  }
  test('moves so and not otherwise', () => {
    expectSound(SCHEDULE)
    const moves = `
      – begin draft
      draft edit draft
      draft submit on_agreement
      on_agreement return draft
      on_agreement agree agreed
      agreed approve approved
      approved amend draft`
    expectMoves(SCHEDULE, moves, about)
  })
  test.each([
    ['begin', null, { modelApproved: false }, 'model_approved', 'п. 46'],
    ['submit', 'draft', { unplaced: 2 }, 'all_placed', '2'],
    ['submit', 'draft', { unassigned: 3 }, 'assigned', '3'],
    ['submit', 'draft', { points: [] }, 'points_in_order', '100 %'],
    ['return', 'on_agreement', { reason: '' }, 'has_reason', 'причина'],
  ] as const)('%s of one that is %s, %j', (event, state, changes, guard, words) => {
    expect(refusal(SCHEDULE, event, state, { ...about, ...changes })).toEqual([guard, expect.stringContaining(words)])
  })
})

describe('materials of conformity', () => {
  const about: MaterialsAbout = { missing: [], drawn: true, confirmed: true, reason: 'расхождения' }
  test('move so and not otherwise', () => {
    expectSound(MATERIALS)
    const moves = `
      – begin preparing
      preparing edit preparing
      preparing submit submitted
      submitted check checking
      submitted certify certified
      checking return returned
      checking certify certified
      returned edit returned
      returned submit submitted`
    expectMoves(MATERIALS, moves, about, { 'submitted certify': { ...about, drawn: false } })
  })
  test.each([
    ['submit', 'preparing', { missing: ['reception'] }, 'complete', 'оценка личного приёма'],
    ['check', 'submitted', { drawn: null }, 'was_drawn', 'ещё не проведён'],
    ['check', 'submitted', { drawn: false }, 'was_drawn', 'не выбрал'],
    ['certify', 'submitted', { drawn: true }, 'passed_over', 'п. 49'],
    ['certify', 'submitted', { drawn: null }, 'passed_over', 'ещё не проведён'],
    ['certify', 'checking', { confirmed: false }, 'findings_confirmed', 'п. 50'],
    ['return', 'checking', { reason: '' }, 'has_reason', 'причина'],
  ] as const)('%s of those that are %s, %j', (event, state, changes, guard, words) => {
    expect(refusal(MATERIALS, event, state, { ...about, ...changes })).toEqual([guard, expect.stringContaining(words)])
  })
})

describe('the draw', () => {
  const digest = (seed: string) => (id: string) => createHash('sha256').update(`${seed}\n${id}`).digest('hex')
  test('is that of anybody who has the seed and sha256sum', () => {
    // 34e2… б, 64c8… г, c586… в, e5a1… д, fa26… а.
    expect(drawOf(['а', 'б', 'в', 'г', 'д'], 3, digest('2026-05'))).toEqual(['б', 'г', 'в'])
  })
  test('takes so many, whatever the order of the list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.nat(20), fc.string(), (ids, count, seed) => {
        const drawn = drawOf(ids, count, digest(seed))
        expect(drawn).toHaveLength(Math.min(count, ids.length))
        expect(drawOf(ids.toReversed(), count, digest(seed))).toEqual(drawn)
        expect(drawn.every((id) => ids.includes(id))).toBe(true)
      }),
    )
  })
})
