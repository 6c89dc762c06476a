import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { step } from '../../processes/index.ts'
import { ALL_REMARK_KINDS, controlPointStates, ROAD_MAP } from '../procedure/index.ts'
import { contentFault, draftOf, numbersOf, overdueSteps, roadMapAbout, withReports } from './index.ts'

const REMARKS = [
  { kind: 'search', text: 'Поиск не находит услугу' },
  { kind: 'regulation', text: 'Срок не назван в регламенте' },
] as const
const GIVEN = { conclusionSent: true, evidence: false, reason: '' }

describe('a draft out of remarks', () => {
  const draft = draftOf(REMARKS)
  test('has a step for each, those of acts first, and ends with the certification', () => {
    expect(draft.steps.map(({ section, remarks }) => [section, remarks])).toEqual([
      [1, [2]],
      [3, [1]],
      [8, []],
    ])
    expect(numbersOf(draft.steps)).toEqual(['1.1', '3.1', '8.1'])
  })
  test('is not handed on without days, persons and control points', () => {
    expect(step(ROAD_MAP, 'submit', 'draft', roadMapAbout(draft, 2, GIVEN))).toMatchObject({
      refused: 'steps_assigned',
      message: expect.stringContaining('ответственного или даты: 3'),
    })
    const steps = draft.steps.map((one) => ({ ...one, due: '2026-09-01', responsible: 'Иванова' }))
    expect(step(ROAD_MAP, 'submit', 'draft', roadMapAbout({ steps, points: [] }, 2, GIVEN))).toMatchObject({
      refused: 'points_in_order',
    })
    const points = [{ share: 100, due: '2026-09-01' }] as const
    expect(step(ROAD_MAP, 'submit', 'draft', roadMapAbout({ steps, points }, 2, GIVEN))).toEqual({
      to: 'on_agreement',
    })
    expect(roadMapAbout({ steps: steps.slice(1), points }, 2, GIVEN).unanswered).toBe(1)
  })
})

test('whatever the remarks, every one of them is answered and the draft fits', () => {
  const remark = fc.record({
    kind: fc.constantFrom(...ALL_REMARK_KINDS),
    text: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
  })
  fc.assert(
    fc.property(fc.array(remark, { maxLength: 40 }), (remarks) => {
      const draft = draftOf(remarks)
      expect(contentFault(draft, remarks.length)).toBeNull()
      expect(roadMapAbout(draft, remarks.length, GIVEN).unanswered).toBe(0)
      expect(new Set(numbersOf(draft.steps)).size).toBe(remarks.length + 1)
    }),
  )
})

test('what does not fit is said with its place', () => {
  const [first] = draftOf(REMARKS).steps
  if (first === undefined) throw new Error('no step')
  const fault = (change: object) => contentFault({ steps: [{ ...first, ...change }], points: [] }, 2)
  expect(fault({ name: ' ' })).toContain('Мероприятие 1: нет наименования')
  expect(fault({ section: 9 })).toContain('разделов 8, а указан 9')
  expect(fault({ remarks: [3] })).toContain('замечания № 3 в заключении нет')
})

// Of 4 steps 2 are done: 25 % and 50 % are met, 75 % needs 3 and is late.
test('progress at the control points, and what is overdue', () => {
  const done = { day: '2026-05-01', evidence: 'Акт' }
  const base = { section: 3, name: 'x', result: '', remarks: [], responsible: 'И', related: '' }
  const steps = [
    { ...base, due: '2026-05-01', done },
    { ...base, due: '2026-05-01', done },
    { ...base, due: '2026-06-01', done: null },
    { ...base, due: '2026-06-02', done: null },
  ]
  const points = [25, 50, 75, 100].map((share) => ({
    share: share as 25,
    due: share < 100 ? '2026-06-01' : '2026-07-01',
  }))
  expect(
    controlPointStates(points, { all: 4, done: 2 }, '2026-06-02').map(({ needed, state }) => [needed, state]),
  ).toEqual([
    [1, 'met'],
    [2, 'met'],
    [3, 'late'],
    [4, 'open'],
  ])
  expect(overdueSteps({ steps, points }, '2026-06-02')).toEqual([steps[2]])
})

describe('what was reported done stays with its step', () => {
  const done = { day: '2026-05-01', evidence: 'Акт' }
  const step = {
    section: 3,
    name: 'Доработать форму',
    result: '',
    remarks: [],
    due: null,
    responsible: '',
    related: '',
  }
  test('by section and name, whatever else is changed', () => {
    const moved = { ...step, section: 4 }
    const given = [{ ...step, result: 'Форма' }, moved]
    expect(withReports(given, [{ ...step, done }])).toEqual([
      { ...step, result: 'Форма', done },
      { ...moved, done: null },
    ])
  })
  test('of several of one name each keeps its own', () => {
    const before = [
      { ...step, done },
      { ...step, done: null },
    ]
    expect(withReports([step, step], before)).toEqual(before)
    expect(withReports([step, step], before.toReversed())).toEqual(before.toReversed())
  })
})
