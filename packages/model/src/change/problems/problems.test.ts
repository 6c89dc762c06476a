import { describe, expect, test } from 'vitest'
import {
  ALL_PROBLEM_EVENTS,
  ALL_PROBLEM_STATES,
  peopleTold,
  PROBLEM_GUARDS,
  PROBLEM_REFUSALS,
  type ProblemEvent,
  type ProblemFacts,
  problemRefusal,
  PROBLEMS,
  type ProblemState,
  PUBLICATION,
  PUBLICATION_GUARDS,
  PUBLICATION_REFUSALS,
} from './index.ts'

const READY: ProblemFacts = { worded: true, backed: 1, openMeasures: 0, verifiedMeasures: 1, reason: true }
const MOVES: readonly [ProblemState | null, ProblemEvent, ProblemState][] = [
  [null, 'make', 'open'],
  ['open', 'edit', 'open'],
  ['open', 'decline', 'declined'],
  ['open', 'solve', 'solved'],
  ['declined', 'reopen', 'open'],
  ['solved', 'reopen', 'open'],
]

describe('every state and every event', () => {
  const cells = [null, ...ALL_PROBLEM_STATES].flatMap((state) =>
    ALL_PROBLEM_EVENTS.map((event) => [state, event] as const),
  )
  test.each(cells)('%s: %s', (state, event) => {
    const move = MOVES.find(([from, what]) => from === state && what === event)
    expect(PROBLEMS.next(event, state, READY)).toEqual(move ? { to: move[2] } : { refused: 'state' })
  })
})

test.each([
  ['make', null, { worded: false }, 'worded'],
  ['edit', 'open', { backed: 0 }, 'backed'],
  ['decline', 'open', { openMeasures: 1 }, 'measures_ended'],
  ['decline', 'open', { reason: false }, 'has_reason'],
  ['solve', 'open', { openMeasures: 1 }, 'measures_ended'],
  ['solve', 'open', { verifiedMeasures: 0 }, 'measure_verified'],
  ['reopen', 'solved', { reason: false }, 'has_reason'],
] as const)('%s of %s is refused', (event, state, facts, guard) => {
  expect(PROBLEMS.next(event, state, { ...READY, ...facts })).toEqual({ refused: guard })
})

test('each guard is used and has its sentence', () => {
  expect(new Set(PROBLEMS.transitions.flatMap(({ guards }) => guards))).toEqual(new Set(Object.keys(PROBLEM_GUARDS)))
  expect(Object.keys(PROBLEM_REFUSALS)).toEqual(Object.keys(PROBLEM_GUARDS))
  expect(problemRefusal('solve', 'solved', 'state')).toBe(
    'Проблема решена: закрыть как решённую её сейчас нельзя. Обновите страницу.',
  )
  expect(problemRefusal('solve', 'open', 'measure_verified')).toContain('нет ни одной проверенной меры')
})

describe('publication is an act of its own', () => {
  const facts = { worded: true, personal: false, answered: true }
  test('there and back, and anew with better words', () => {
    expect(PUBLICATION.next('publish', 'hidden', facts)).toEqual({ to: 'published' })
    expect(PUBLICATION.next('publish', 'published', facts)).toEqual({ to: 'published' })
    expect(PUBLICATION.next('withdraw', 'published', facts)).toEqual({ to: 'hidden' })
    expect(PUBLICATION.next('withdraw', 'hidden', facts)).toEqual({ refused: 'state' })
  })
  test('nothing personal, nothing unanswered, nothing without words', () => {
    expect(PUBLICATION.next('publish', 'hidden', { ...facts, personal: true })).toEqual({ refused: 'impersonal' })
    expect(PUBLICATION.next('publish', 'hidden', { ...facts, answered: false })).toEqual({ refused: 'answered' })
    expect(PUBLICATION.next('publish', 'published', { ...facts, worded: false })).toEqual({ refused: 'worded' })
    expect(Object.keys(PUBLICATION_REFUSALS)).toEqual(Object.keys(PUBLICATION_GUARDS))
  })
  test('under ten people are some', () => {
    expect([9, 10].map(peopleTold)).toEqual(['несколько человек', 'человек: 10'])
  })
})
