import { expect, test } from 'vitest'
import { stateTable, type Transition } from './index.ts'

type State = 'draft' | 'open' | 'over'
type Event = 'create' | 'open' | 'close' | 'expire'
const transitions: readonly Transition<State, Event, 'filled' | 'mine'>[] = [
  { event: 'create', from: [null], to: 'draft', right: 'lists.prepare', guards: [] },
  { event: 'open', from: ['draft'], to: 'open', right: 'lists.prepare', guards: ['filled', 'mine'] },
  { event: 'close', from: ['draft', 'open'], to: 'over', right: 'lists.approve', guards: [] },
  { event: 'expire', from: ['open'], to: 'over', right: null, guards: [] },
]
const table = stateTable(transitions, {
  filled: ({ rows }: { rows: number; mine: boolean }) => rows > 0,
  mine: ({ mine }) => mine,
})
const whole = { rows: 1, mine: true }

test('an event leads on from its states, and is refused by the state before the guards, which are asked in order', () => {
  expect(table.next('create', null, whole)).toEqual({ to: 'draft' })
  expect(table.next('open', 'draft', whole)).toEqual({ to: 'open' })
  expect(table.next('open', 'open', { rows: 0, mine: false })).toEqual({ refused: 'state' })
  expect(table.next('open', 'draft', { rows: 0, mine: false })).toEqual({ refused: 'filled' })
  expect(table.next('open', 'draft', { rows: 1, mine: false })).toEqual({ refused: 'mine' })
})

test('what may be done now hangs on the state, the rights and the guards; the clock is asked for nothing', () => {
  expect(table.eventsFor('draft', whole, ['lists.prepare', 'lists.approve'])).toEqual(['open', 'close'])
  expect(table.eventsFor('draft', { rows: 0, mine: true }, ['lists.prepare'])).toEqual([])
  expect(table.eventsFor('open', whole, ['lists.prepare', 'lists.approve'])).toEqual(['close'])
  expect(table.rightFor('close')).toBe('lists.approve')
  expect(() => table.rightFor('expire')).toThrow('expire')
})

test('the states of an event', () => {
  expect(table.statesFor('close')).toEqual(['draft', 'open'])
  expect(table.statesFor('create')).toEqual([])
  const [create] = transitions
  expect(
    stateTable(create ? [create] : [], { filled: () => true, mine: () => true }).statesFor('close'),
  ).toBeUndefined()
})
