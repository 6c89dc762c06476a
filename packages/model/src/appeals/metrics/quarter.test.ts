import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_CALENDAR } from '../../calendar/index.ts'
import { addDays, daysBetween } from '../../days/index.ts'
import { deadlineOfCase } from '../deadline.ts'
import type { Appeal } from '../files/index.ts'
import { KINDS, OUTCOMES, SOURCES } from '../kinds.ts'
import { BUILT_IN_RULES } from '../term-rules.ts'
import { startQuarter } from './index.ts'

const TERMS = { rules: BUILT_IN_RULES, calendar: BUILT_IN_CALENDAR }
const NONE: Appeal = {
  number: '1',
  authority: 'A',
  service: 'S',
  kind: 'application',
  source: 'site',
  received: '2026-04-01',
  registered: '2026-04-02',
  rule: '59.answer',
  extended_by: 0,
  answered: null,
  closed: null,
  outcome: null,
  topics: [],
  duplicate_of: null,
  void: false,
  asked: null,
  solved: null,
  reopened: 0,
}
function metricsOf(appeals: readonly Partial<Appeal>[], as_of: string | null = null, quarter = '2026-Q2') {
  const count = startQuarter({ quarter, as_of }, TERMS)
  for (const appeal of appeals) count.add({ ...NONE, ...appeal })
  return count.result()
}

test('of nothing', () => {
  expect(metricsOf([])).toEqual({
    quarter: '2026-Q2',
    from: '2026-04-01',
    to: '2026-06-30',
    as_of: null,
    read: 0,
    left_out: { duplicate: 0, void: 0, not_registered: 0 },
    received: 0,
    by_kind: {},
    channels: [],
    topics: [],
    no_topic: 0,
    reasons: [],
    waiting: { n: 0, median: null, p90: null, mean: null, late: 0, late_share: null, low: null, high: null },
    overdue_open: 0,
    complaints: {
      received: 0,
      satisfied: 0,
      satisfied_share: null,
      partly: 0,
      refused: 0,
      refused_share: null,
      other: 0,
      pending: 0,
    },
    solved: { asked: 0, replied: 0, yes: 0, partly: 0, no: 0, yes_share: null, low: null, high: null },
    reopened: 0,
  })
  expect(Object.keys(metricsOf([])).join()).toBe(
    'quarter,from,to,as_of,read,left_out,received,by_kind,channels,topics,no_topic,reasons,waiting,overdue_open,complaints,solved,reopened',
  )
})

// Twelve appeals, every figure counted on paper.
const TWELVE: readonly Partial<Appeal>[] = [
  // Answered on its last day, 2 May: in time.
  { topics: ['T1', 'T2'], answered: '2026-05-02', outcome: 'explained', asked: '2026-05-03', solved: 'yes' },
  // A day later than its 30 days.
  { source: 'pos', topics: ['T1'], answered: '2026-05-03', outcome: 'refused', asked: '2026-05-04', solved: 'no' },
  // 15 working days after 29 April end on 22 May.
  {
    kind: 'pretrial',
    source: 'do',
    rule: '210.answer',
    registered: '2026-04-29',
    answered: '2026-05-22',
    outcome: 'partly',
  },
  {
    kind: 'pretrial',
    source: 'do',
    rule: '210.answer',
    registered: '2026-04-29',
    answered: '2026-05-25',
    outcome: 'satisfied',
    reopened: 2,
  },
  { kind: 'complaint', source: 'pos', topics: ['T3'], closed: '2026-04-20', outcome: 'forwarded' },
  { kind: 'complaint', source: 'pos', registered: '2026-05-31' },
  // Due on 30 June, open at the end of the quarter, answered after it.
  { registered: '2026-05-31', answered: '2026-07-01', outcome: 'explained', asked: '2026-07-02' },
  { registered: '2026-06-01' },
  // Of the quarter before, answered in this one; extended.
  { registered: '2026-03-31', extended_by: 10, answered: '2026-05-10', outcome: 'explained' },
  { void: true, duplicate_of: '1' },
  { duplicate_of: '1', registered: null },
  { registered: null },
]

test('of twelve appeals', () => {
  const found = metricsOf(TWELVE)
  expect(found).toMatchObject({
    read: 12,
    left_out: { duplicate: 1, void: 1, not_registered: 1 },
    received: 8,
    by_kind: { application: 4, complaint: 2, pretrial: 2 },
    // The same number of two channels: by their codes.
    channels: [
      { source: 'pos', n: 3, share: 37.5 },
      { source: 'site', n: 3, share: 37.5 },
      { source: 'do', n: 2, share: 25 },
    ],
    topics: [
      { topic: 'T1', n: 2 },
      { topic: 'T2', n: 1 },
      { topic: 'T3', n: 1 },
    ],
    no_topic: 5,
    reasons: [
      { topic: 'T1', n: 2, share: 25 },
      { topic: 'T2', n: 1, share: 12.5 },
      { topic: 'T3', n: 1, share: 12.5 },
    ],
    // 30, 31, 23, 26 and 40 days; Wilson's interval of 2 out of 5 by the book.
    waiting: { n: 5, median: 30, p90: 40, mean: 30, late: 2, late_share: 40, low: 11.7621, high: 76.9276 },
    // 31 May + 30 days are 30 June, twice.
    overdue_open: 2,
    complaints: {
      received: 4,
      satisfied: 2,
      satisfied_share: 50,
      partly: 1,
      refused: 0,
      refused_share: 0,
      other: 1,
      pending: 1,
    },
    solved: { asked: 3, replied: 2, yes: 1, partly: 0, no: 1, yes_share: 50 },
    reopened: 1,
  })
})

test('of the same twelve as they stood on 3 May', () => {
  expect(metricsOf(TWELVE, '2026-05-03')).toMatchObject({
    as_of: '2026-05-03',
    read: 12,
    // Three were not registered yet.
    left_out: { duplicate: 1, void: 1, not_registered: 4 },
    received: 5,
    waiting: { n: 2, median: 30.5, p90: 31, mean: 30.5, late: 1 },
    complaints: { received: 3, satisfied: 0, other: 1, pending: 2 },
    solved: { asked: 1, replied: 1, yes: 1, no: 0 },
  })
})

test('a topic named twice counts once by the reader, five reasons are shown', () => {
  const topics = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6']
  const found = metricsOf([{ topics }, { topics: ['T6'] }])
  expect([found.topics.length, found.reasons.map(({ topic }) => topic)]).toEqual([6, ['T6', 'T1', 'T2', 'T3', 'T4']])
})

test('a share is rounded to 4 decimals', () => {
  const found = metricsOf([{ source: 'pos' }, { source: 'site' }, { source: 'post' }])
  expect(found.channels.map(({ share }) => share)).toEqual([33.3333, 33.3333, 33.3333])
})

test('the end of a year needs no table of the next', () => {
  const open = { kind: 'pretrial', rule: '210.answer', registered: '2026-12-25' } as const
  expect(metricsOf([open], null, '2026-Q4')).toMatchObject({ received: 1, overdue_open: 0 })
  expect(() => metricsOf([{ ...open, answered: '2027-02-10' }], null, '2027-Q1')).toThrow('2027')
})

// The same once more, from the words of the design and in another way.
describe('two ways of counting agree', () => {
  const days = daysBetween('2026-03-01', '2026-07-20')
  const anyDay = fc.option(fc.constantFrom(...days), { nil: null })
  const anyAppeal = fc
    .record({
      kind: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
      source: fc.constantFrom(...(Object.keys(SOURCES) as (keyof typeof SOURCES)[])),
      rule: fc.constantFrom(null, ...BUILT_IN_RULES.map(({ code }) => code)),
      registered: anyDay,
      wait: fc.option(fc.nat({ max: 60 }), { nil: null }),
      closed: fc.option(fc.nat({ max: 60 }), { nil: null }),
      outcome: fc.option(fc.constantFrom(...(Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[])), { nil: null }),
      topics: fc.uniqueArray(fc.constantFrom('T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7')),
      asked: anyDay,
      solved: fc.option(fc.constantFrom('yes' as const, 'partly' as const, 'no' as const), { nil: null }),
      reopened: fc.nat({ max: 2 }),
      void: fc.boolean(),
      duplicate_of: fc.option(fc.constant('7'), { nil: null }),
    })
    .map(({ wait, closed, ...rest }): Appeal => {
      const after = (count: number | null) =>
        rest.registered === null || count === null ? null : addDays(rest.registered, count)
      return { ...NONE, ...rest, answered: after(wait), closed: after(closed) }
    })

  test('on any appeals', () => {
    fc.assert(
      fc.property(fc.array(anyAppeal, { maxLength: 40 }), (appeals) => {
        const found = metricsOf(appeals)
        const kept = appeals.filter((one) => !one.void && one.duplicate_of === null && one.registered !== null)
        const quarter = kept.filter(({ registered }) => /^2026-0[456]/.test(registered ?? ''))
        const answered = kept.filter((one) => /^2026-0[456]/.test(one.answered ?? ''))
        const waits = answered
          .map((one) => daysBetween(one.registered ?? '', one.answered ?? '').length - 1)
          .toSorted((a, b) => a - b)
        const due = (one: Appeal): string => {
          const term = deadlineOfCase({ from: one.registered, rule: one.rule }, BUILT_IN_RULES, BUILT_IN_CALENDAR)
          return 'due' in term ? term.due : '9999-12-31'
        }
        expect(found.received).toBe(quarter.length)
        expect(found.channels.reduce((sum, { n }) => sum + n, 0)).toBe(quarter.length)
        expect(found.waiting.n).toBe(waits.length)
        expect(found.waiting.median).toBe(
          waits.length === 0 ? null : ((waits[(waits.length - 1) >> 1] ?? 0) + (waits[waits.length >> 1] ?? 0)) / 2,
        )
        expect(found.waiting.p90).toBe(waits[Math.ceil(0.9 * waits.length - 1e-9) - 1] ?? null)
        expect(found.waiting.late).toBe(answered.filter((one) => (one.answered ?? '') > due(one)).length)
        expect(found.overdue_open).toBe(
          kept.filter(
            (one) =>
              due(one) <= '2026-06-30' &&
              ![one.answered, one.closed].some((day) => day !== null && day <= '2026-06-30'),
          ).length,
        )
        const { complaints, solved } = found
        expect(complaints.satisfied + complaints.refused + complaints.other + complaints.pending).toBe(
          complaints.received,
        )
        expect(solved.yes + solved.partly + solved.no).toBe(solved.replied)
        expect(found.reopened).toBe(quarter.filter(({ reopened }) => reopened > 0).length)
        expect(found.read).toBe(
          kept.length + found.left_out.void + found.left_out.duplicate + found.left_out.not_registered,
        )
      }),
    )
  })
  test('as of the last day of all, nothing changes', () => {
    fc.assert(
      fc.property(fc.array(anyAppeal, { maxLength: 20 }), (appeals) => {
        expect({ ...metricsOf(appeals, '2027-12-31'), as_of: null }).toEqual(metricsOf(appeals))
      }),
    )
  })
})
