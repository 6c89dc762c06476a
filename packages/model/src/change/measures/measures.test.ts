import { describe, expect, test } from 'vitest'
import {
  ALL_MEASURE_EVENTS,
  ALL_MEASURE_STATES,
  isOverdue,
  MEASURE_GUARDS,
  MEASURE_REFUSALS,
  MEASURE_STATES,
  type MeasureEvent,
  type MeasureFacts,
  measureRefusal,
  MEASURES,
  type MeasureState,
  proposedDeadline,
} from './index.ts'

const READY: MeasureFacts = {
  problems: 1,
  responsible: true,
  deadline: true,
  planner: false,
  reporter: false,
  own: true,
  evidence: 1,
  reason: true,
}

/** Every move there is, written by hand: state, event → state. */
const MOVES: readonly [MeasureState | null, MeasureEvent, MeasureState][] = [
  [null, 'plan', 'planned'],
  ['planned', 'approve', 'approved'],
  ['approved', 'start', 'in_work'],
  ['in_work', 'done', 'done'],
  ['done', 'verify', 'verified'],
  ['done', 'return', 'in_work'],
  ['planned', 'postpone', 'planned'],
  ['approved', 'postpone', 'approved'],
  ['in_work', 'postpone', 'in_work'],
  ['planned', 'cancel', 'cancelled'],
  ['approved', 'cancel', 'cancelled'],
  ['in_work', 'cancel', 'cancelled'],
]

describe('every state and every event', () => {
  const cells = [null, ...ALL_MEASURE_STATES].flatMap((state) =>
    ALL_MEASURE_EVENTS.map((event) => [state, event] as const),
  )
  test.each(cells)('%s: %s', (state, event) => {
    const move = MOVES.find(([from, what]) => from === state && what === event)
    expect(MEASURES.next(event, state, READY)).toEqual(move ? { to: move[2] } : { refused: 'state' })
  })
})

describe('guards', () => {
  const refused = (event: MeasureEvent, state: MeasureState | null, facts: Partial<MeasureFacts>) =>
    MEASURES.next(event, state, { ...READY, ...facts })
  test.each([
    ['plan', null, { problems: 0 }, 'for_a_problem'],
    ['plan', null, { responsible: false }, 'has_responsible'],
    ['plan', null, { deadline: false }, 'has_deadline'],
    ['approve', 'planned', { planner: true }, 'not_the_planner'],
    ['start', 'approved', { own: false }, 'own'],
    ['done', 'in_work', { own: false }, 'own'],
    ['done', 'in_work', { evidence: 0 }, 'has_evidence'],
    ['verify', 'done', { reporter: true }, 'not_the_reporter'],
    ['return', 'done', { reporter: true }, 'not_the_reporter'],
    ['postpone', 'in_work', { reason: false }, 'has_reason'],
    ['cancel', 'planned', { reason: false }, 'has_reason'],
  ] as const)('%s of %s', (event, state, facts, guard) => {
    expect(refused(event, state, facts)).toEqual({ refused: guard })
  })
  test('each is used and has its sentence', () => {
    expect(new Set(MEASURES.transitions.flatMap(({ guards }) => guards))).toEqual(new Set(Object.keys(MEASURE_GUARDS)))
    expect(Object.keys(MEASURE_REFUSALS)).toEqual(Object.keys(MEASURE_GUARDS))
    expect(measureRefusal('verify', 'done', 'not_the_reporter')).toContain('не тот, кто о нём доложил')
    expect(measureRefusal('start', 'planned', 'state')).toBe(
      'Мера запланирована: начать её сейчас нельзя. Обновите страницу.',
    )
    expect(measureRefusal('approve', null, 'state')).toContain('ещё не запланирована')
  })
})

test('a measure can be done in the month in which it was planned', () => {
  const way: MeasureEvent[] = ['plan', 'approve', 'start', 'done', 'verify']
  const end = way.reduce<MeasureState | null>((state, event) => {
    const outcome = MEASURES.next(event, state, READY)
    return 'to' in outcome ? outcome.to : state
  }, null)
  expect(end && MEASURE_STATES[end]).toBe('проверена')
})

test('rights of the events', () => {
  expect(ALL_MEASURE_EVENTS.map((event) => MEASURES.rightFor(event))).toEqual([
    'change.manage',
    'change.approve',
    'measures.report',
    'measures.report',
    'change.manage',
    'change.manage',
    'change.approve',
    'change.approve',
  ])
})

test('deadlines by priority, and what is overdue', () => {
  const terms = { term_days: { high: 30, medium: 90, low: 180 } }
  expect(proposedDeadline('high', '2026-01-31', terms)).toBe('2026-03-02')
  expect(isOverdue({ state: 'in_work', due: '2026-03-02' }, '2026-03-02')).toBe(false)
  expect(isOverdue({ state: 'in_work', due: '2026-03-02' }, '2026-03-03')).toBe(true)
  expect(isOverdue({ state: 'done', due: '2026-03-02' }, '2026-03-03')).toBe(false)
})
