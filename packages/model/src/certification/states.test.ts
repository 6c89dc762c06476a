import { describe, expect, test } from 'vitest'
import { ALL_RIGHTS, type Right } from '../access/index.ts'
import {
  ALL_LIST_EVENTS,
  ALL_LIST_STATES,
  type Circumstances,
  eventsFor,
  LIST_GUARDS,
  LIST_TABLES,
  type ListEvent,
  type ListKind,
  type ListState,
  next,
  PUBLIC_STATES,
  rightFor,
} from './index.ts'

const SUBMITTER: Circumstances = { mine: true, entries: 1, other: false, base: true }
const OTHER: Circumstances = { ...SUBMITTER, mine: false }
const KINDS = ['single', 'year'] as const
const TRANSITIONS = KINDS.flatMap((list) => LIST_TABLES[list].transitions)
const STATES = [null, ...ALL_LIST_STATES]

/** Every move there is, written by hand: list, state, event → state, and who makes it. */
const MOVES: readonly [ListKind, ListState | null, ListEvent, ListState, Circumstances][] = [
  ['single', null, 'submit', 'on_approval', SUBMITTER],
  ['single', 'on_approval', 'withdraw', 'withdrawn', SUBMITTER],
  ['single', 'on_approval', 'return', 'returned', OTHER],
  ['single', 'on_approval', 'approve', 'approved', OTHER],
  ['year', null, 'create', 'draft', OTHER],
  ['year', 'draft', 'edit', 'draft', OTHER],
  ['year', 'draft', 'publish', 'published', OTHER],
  ['year', 'published', 'edit', 'published', OTHER],
  ['year', 'published', 'submit', 'on_approval', OTHER],
  ['year', 'on_approval', 'withdraw', 'published', SUBMITTER],
  ['year', 'on_approval', 'return', 'draft', OTHER],
  ['year', 'on_approval', 'approve', 'approved', OTHER],
  ['year', 'approved', 'update', 'draft', OTHER],
]

describe('every state and every event', () => {
  const cells = KINDS.flatMap((list) =>
    STATES.flatMap((state) => ALL_LIST_EVENTS.map((event) => [list, state, event] as const)),
  )
  test.each(cells)('%s, %s: %s', (list, state, event) => {
    const move = MOVES.find(([l, s, e]) => l === list && s === state && e === event)
    expect(next(list, event, state, move?.[4] ?? OTHER)).toEqual(move ? { to: move[3] } : { refused: 'state' })
  })
  test('the table has no more than that', () => {
    expect(TRANSITIONS.flatMap(({ from }) => from).length).toBe(MOVES.length)
  })
})

describe('guards', () => {
  test('who submitted does not approve', () => {
    for (const list of KINDS) expect(next(list, 'approve', 'on_approval', SUBMITTER)).toEqual({ refused: 'four_eyes' })
  })
  test('only who submitted withdraws', () => {
    for (const list of KINDS)
      expect(next(list, 'withdraw', 'on_approval', OTHER)).toEqual({ refused: 'own_submission' })
  })
  test('nothing is submitted empty, nor beside another one', () => {
    expect(next('single', 'submit', null, { ...OTHER, entries: 0 })).toEqual({ refused: 'not_empty' })
    expect(next('year', 'submit', 'published', { ...OTHER, entries: 0 })).toEqual({ refused: 'not_empty' })
    expect(next('single', 'submit', null, { ...OTHER, other: true })).toEqual({ refused: 'one_at_a_time' })
    expect(next('year', 'update', 'approved', { ...OTHER, other: true })).toEqual({ refused: 'one_at_a_time' })
  })
  test('a year is built on an approved single list', () => {
    expect(next('year', 'create', null, { ...OTHER, base: false })).toEqual({ refused: 'single_approved' })
  })
  test('the state is told before the guards', () => {
    expect(next('single', 'approve', 'approved', SUBMITTER)).toEqual({ refused: 'state' })
  })
  test('each is used', () => {
    expect(new Set(TRANSITIONS.flatMap(({ guards }) => guards))).toEqual(new Set(Object.keys(LIST_GUARDS)))
  })
})

describe('what is offered', () => {
  const rights = (...given: Right[]) => given
  test('follows rights, state and guards', () => {
    expect(eventsFor('single', 'on_approval', OTHER, rights('lists.approve'))).toEqual(['return', 'approve'])
    expect(eventsFor('single', 'on_approval', SUBMITTER, ALL_RIGHTS)).toEqual(['withdraw', 'return'])
    expect(eventsFor('year', 'published', OTHER, rights('lists.prepare'))).toEqual(['edit', 'submit'])
    expect(eventsFor('year', 'approved', OTHER, rights('lists.approve', 'lists.read'))).toEqual([])
    expect(eventsFor('year', null, OTHER, ALL_RIGHTS)).toEqual(['create'])
  })
  test('nothing leads out of what was decided but an update', () => {
    for (const list of KINDS)
      for (const state of ['approved', 'returned', 'withdrawn'] as const)
        expect(eventsFor(list, state, OTHER, ALL_RIGHTS)).toEqual(
          list === 'year' && state === 'approved' ? ['update'] : [],
        )
  })
})

test('an event takes one right, whichever the list', () => {
  for (const { event, right } of TRANSITIONS) expect([event, rightFor(event)]).toEqual([event, right])
  expect(ALL_LIST_EVENTS.filter((event) => rightFor(event) === 'lists.approve')).toEqual(['return', 'approve'])
})

test('others see what was published and what holds', () => expect(PUBLIC_STATES).toEqual(['published', 'approved']))
