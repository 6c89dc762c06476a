import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../statistics/index.ts'
import { builtInQuestionnaires } from '../built-in/index.ts'
import { randomWalker } from '../check/walks.ts'
import { ask, form1, prepared } from '../questionnaires.fixture.ts'
import { readFields } from './fields.ts'
import { judge } from './judge.ts'
import { prepare } from './prepare.ts'
import { stepAt, withoutHidden } from './steps.ts'

const first = prepare(form1)

describe('the pages of form 1', () => {
  const link = { service: '0012' }
  test('the first page asks what must be answered only when one goes on', () => {
    const step = stepAt(first, { answers: {}, attributes: link }, null)
    expect(step).toMatchObject({ page: 'p1', shown: ['q1'], next: 'p2', previous: null, progress: 0, screened: false })
    expect(step.errors).toEqual([{ code: 'required', at: 'q1' }])
    expect(stepAt(first, { answers: { q1: 'yes' }, attributes: link }, 'p1').errors).toEqual([])
  })
  test('errors of other pages are not those of this one', () => {
    const answers = { q1: 'yes', q3: 9, q8: 'refused' }
    expect(stepAt(first, { answers }, 'p2').errors).toEqual([{ code: 'out_of_scale', at: 'q3' }])
    expect(stepAt(first, { answers }, 'p4')).toMatchObject({ shown: ['q7', 'q8', 'q9'], errors: [] })
  })
  test('a page that is not shown, or that is none, leads to the first', () => {
    expect(stepAt(first, { answers: {} }, 'p99').page).toBe('p1')
    expect(stepAt(first, { answers: {} }, 'p10')).toMatchObject({ next: null, previous: 'p9' })
  })
})

test('pages without questions are passed over, and an end is the last', () => {
  const form = prepared([
    ask('a', 'one', { options: 'yes no stop!' }),
    ask('b', 'text', { showIf: { question: 'a', is: 'yes' } }),
    ask('c', 'text'),
  ])
  const at = (a: string, page: string) => stepAt(form, { answers: { a } }, page)
  expect(at('yes', 'p1').next).toBe('p2')
  expect(at('no', 'p1').next).toBe('p3')
  expect(at('no', 'p3').previous).toBe('p1')
  expect(at('stop', 'p1')).toMatchObject({ next: null, screened: true, progress: 0 })
})

test('what is hidden after going back is left out, what is stray on the page is said', () => {
  const set = {
    answers: { q5: 'office', q6: { site: 5 }, q8: 'granted', q9: 'yes', zz: 1 },
    other: { q5: 'x', q9: 'y' },
  }
  expect(withoutHidden(first, set)).toEqual({ answers: { q5: 'office', q8: 'granted' }, other: { q5: 'x' } })
  const rows = withoutHidden(first, { answers: { q5: 'site', q6: { site: 5, portal: 4, odd: 1 } } })
  expect(rows.answers).toEqual({ q5: 'site', q6: { site: 5, odd: 1 } })
})

test('the way forward: every page once, progress never falls, nothing wrong at the end', () => {
  const forms = builtInQuestionnaires.map(prepare)
  fc.assert(
    fc.property(fc.constantFrom(...forms), fc.integer(), (form, seed) => {
      const { set } = randomWalker(form, { skip: 0.3 })(seededRandom(seed))
      const answers: Record<string, unknown> = {}
      const asked: string[] = []
      let progress = 0
      for (let page = stepAt(form, { ...set, answers }, null).page; page !== null; ) {
        for (const code of stepAt(form, set, page).shown) {
          const [question = ''] = code.split('.')
          if (set.answers[question] !== undefined) answers[question] = set.answers[question]
        }
        const other = Object.fromEntries(
          Object.entries(set.other ?? {}).filter(([at]) => answers[at.split('.')[0] ?? '']),
        )
        const step = stepAt(form, { ...set, answers, other }, page)
        expect([step.page, step.errors]).toEqual([page, []])
        expect(step.progress).toBeGreaterThanOrEqual(progress)
        expect(step.progress).toBeLessThan(1)
        progress = step.progress
        asked.push(...step.shown)
        page = step.next
      }
      expect(asked).toEqual(judge(form, set).shown)
    }),
    { numRuns: 100 },
  )
})

describe('fields of a form', () => {
  const read = (fields: Record<string, string | string[]>, form = first) =>
    readFields(
      form,
      Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const)),
    )
  test('are read as their questions want them', () => {
    const fields = {
      q1: 'yes',
      q2: ['1', '2'],
      q3: '5',
      q5: 'other',
      'q5.other': 'по почте',
      'q6.site': '4',
      q22: ' да ',
      _t: 'x',
    }
    expect(read(fields)).toEqual({
      answers: { q1: 'yes', q2: ['1', '2'], q3: 5, q5: 'other', q6: { site: 4 }, q22: ' да ' },
      other: { q5: 'по почте' },
    })
  })
  test('empty ones are no answers, senseless ones stay as they were typed', () => {
    expect(read({ q1: '', q3: '', 'q5.other': '', 'q6.site': '' })).toEqual({ answers: {}, other: {} })
    const judged = judge(first, read({ q1: 'yes', q3: 'пять', q8: 'granted' }))
    expect(judged.errors).toEqual([{ code: 'wrong_type', at: 'q3' }])
  })
  test('numbers are read as people write them', () => {
    const form = prepared([
      ask('n', 'number', { decimals: 2 }),
      ask('c', 'consent'),
      ask('s', 'scale', { min: -2, max: 2, options: 'hard?' }),
    ])
    const answers = (n: string) => read({ n }, form).answers.n
    expect(['1,5', '1 000', '−3', '1.5.2', '1e5'].map(answers)).toEqual([1.5, 1000, -3, '1.5.2', '1e5'])
    expect(read({ c: 'on', s: '-2' }, form).answers).toEqual({ c: true, s: -2 })
    expect(read({ c: 'no', s: 'hard' }, form).answers).toEqual({ c: 'no', s: 'hard' })
  })
  test('a row named «other» is a row', () => {
    const form = prepared([ask('m', 'matrix', { rows: 'a other', min: 1, max: 5 })])
    expect(read({ 'm.other': '3' }, form)).toEqual({ answers: { m: { other: 3 } }, other: {} })
  })
})
