import { describe, expect, test } from 'vitest'
import { type ComparedRow, compareEditions, MAP_GUARDS, MAP_REFUSALS, type MapFacts, MAPS } from './index.ts'

const FACTS: MapFacts = { closed: true, rows: 5, maker: false, seen: true, other: false }

describe('an edition of the map', () => {
  test('is made, counted again, approved', () => {
    expect(MAPS.next('make', null, FACTS)).toEqual({ to: 'draft' })
    expect(MAPS.next('count', 'draft', FACTS)).toEqual({ to: 'draft' })
    expect(MAPS.next('approve', 'draft', FACTS)).toEqual({ to: 'approved' })
    for (const event of ['make', 'count', 'approve'] as const)
      expect(MAPS.next(event, 'approved', FACTS)).toEqual({ refused: 'state' })
  })
  test.each([
    ['make', null, { other: true }, 'one_draft'],
    ['approve', 'draft', { closed: false }, 'period_over'],
    ['approve', 'draft', { rows: 0 }, 'has_rows'],
    ['approve', 'draft', { maker: true }, 'not_the_maker'],
    ['approve', 'draft', { seen: false }, 'as_seen'],
  ] as const)('%s is refused', (event, state, facts, guard) => {
    expect(MAPS.next(event, state, { ...FACTS, ...facts })).toEqual({ refused: guard })
    expect(MAP_REFUSALS[guard]).toMatch(/\.$/)
  })
  test('each guard is used', () => {
    expect(new Set(MAPS.transitions.flatMap(({ guards }) => guards))).toEqual(new Set(Object.keys(MAP_GUARDS)))
  })
})

describe('compared with the edition before', () => {
  const row = (problem: string, more: Partial<ComparedRow> = {}): ComparedRow => ({
    process: 's',
    problem,
    basis: 'survey',
    n_eff: 400,
    p: 10,
    priority: 'medium',
    ...more,
  })
  const change = (before: Partial<ComparedRow>, after: Partial<ComparedRow>) =>
    compareEditions([row('q', before)], [row('q', after)])[0]?.change
  test('new and gone', () => {
    expect(compareEditions([row('a'), row('b')], [row('b'), row('c')])).toEqual([
      { process: 's', problem: 'b', change: 'same' },
      { process: 's', problem: 'c', change: 'new' },
      { process: 's', problem: 'a', change: 'gone' },
    ])
  })
  test('another priority decides', () => {
    expect(change({}, { priority: 'high', p: 5 })).toBe('worse')
    expect(change({}, { priority: 'low', p: 50 })).toBe('better')
  })
  test('of the same priority, more than chance', () => {
    // 10 % and 16 % of 400: Newcombe's interval of the difference is 1.3 to 10.7 points.
    expect(change({}, { p: 16 })).toBe('worse')
    expect(change({ p: 16 }, {})).toBe('better')
    expect(change({}, { p: 12 })).toBe('same')
  })
  test('what is counted over others, or over nobody, is not compared', () => {
    expect(change({}, { p: 90, basis: 'negative' })).toBe('same')
    expect(change({ p: null, n_eff: 0, priority: null }, { p: 90 })).toBe('same')
  })
})
