import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectMoves, expectSound, refusal } from '../../processes/sound.fixture.ts'
import {
  CONTROL_SHARES,
  type ControlPoint,
  controlPointFaults,
  controlPointStates,
  ROAD_MAP,
  ROAD_MAP_SECTIONS,
  type RoadMapAbout,
} from './index.ts'

const points = (...given: [ControlPoint['share'], string][]): ControlPoint[] =>
  given.map(([share, due]) => ({ share, due }))
const FOUR = points([25, '2026-06-01'], [50, '2026-07-01'], [75, '2026-08-01'], [100, '2026-09-01'])

describe('control points', () => {
  test.each([
    ['all four', FOUR],
    ['fewer', points([50, '2026-06-01'], [100, '2026-06-01'])],
    ['the last alone', points([100, '2026-09-01'])],
  ])('%s will do', (_, given) => expect(controlPointFaults(given)).toEqual([]))
  test.each([
    ['none', [], ['Последняя контрольная точка – 100 %']],
    ['no last one', points([25, '2026-06-01'], [50, '2026-07-01']), ['Последняя контрольная точка – 100 %']],
    ['one twice', points([50, '2026-06-01'], [50, '2026-06-02'], [100, '2026-07-01']), ['50 % стоит после 50 %']],
    ['days in the wrong order', points([50, '2026-07-01'], [100, '2026-06-30']), ['100 % назначена раньше точки 50 %']],
    [
      'both',
      points([75, '2026-07-01'], [50, '2026-06-30']),
      ['Последняя', '50 % стоит после 75 %', '50 % назначена раньше точки 75 %'],
    ],
  ])('%s is told', (_, given, words) => {
    expect(controlPointFaults(given)).toEqual(words.map((part) => expect.stringContaining(part)))
  })

  test('where they stand, of ten steps of which five are done', () => {
    expect(
      controlPointStates(FOUR, { all: 10, done: 5 }, '2026-08-02').map(({ needed, state }) => [needed, state]),
    ).toEqual([
      [3, 'met'],
      [5, 'met'],
      [8, 'late'],
      [10, 'open'],
    ])
    expect(controlPointStates(FOUR, { all: 10, done: 2 }, '2026-06-01')[0]).toMatchObject({ state: 'open' })
  })
  test('no less than the share is needed, and all of it at the end', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.constantFrom(...CONTROL_SHARES), (all, share) => {
        const [{ needed } = { needed: -1 }] = controlPointStates(
          [{ share, due: '2026-06-01' }],
          { all, done: 0 },
          '2026-05-01',
        )
        expect(needed * 100 >= all * share && (needed - 1) * 100 < all * share).toBe(true)
        if (share === 100) expect(needed).toBe(all)
      }),
    )
  })
})

describe('a road map', () => {
  const about: RoadMapAbout = {
    conclusionSent: true,
    unanswered: 0,
    unassigned: 0,
    points: FOUR,
    evidence: true,
    left: 0,
    reason: 'сроки',
  }
  test('has the eight sections of appendix 4', () => expect(ROAD_MAP_SECTIONS).toHaveLength(8))
  test('moves so and not otherwise', () => {
    expectSound(ROAD_MAP)
    const moves = `
      – begin draft
      draft edit draft
      draft submit on_agreement
      on_agreement return draft
      on_agreement agree agreed
      agreed approve approved
      approved report approved
      approved amend draft
      approved finish done`
    expectMoves(ROAD_MAP, moves, about)
  })
  test.each([
    ['begin', null, { conclusionSent: false }, 'conclusion_sent', 'п. 26'],
    ['submit', 'draft', { unanswered: 2 }, 'remarks_answered', '2'],
    ['submit', 'draft', { unassigned: 1 }, 'steps_assigned', '1'],
    ['submit', 'draft', { points: FOUR.slice(0, 3) }, 'points_in_order', '100 %'],
    ['return', 'on_agreement', { reason: '' }, 'has_reason', 'причина'],
    ['report', 'approved', { evidence: false }, 'has_evidence', 'подтверждения'],
    ['finish', 'approved', { left: 4 }, 'all_done', 'п. 31'],
  ] as const)('%s of one that is %s, %j', (event, state, changes, guard, words) => {
    expect(refusal(ROAD_MAP, event, state, { ...about, ...changes })).toEqual([guard, expect.stringContaining(words)])
  })
})
