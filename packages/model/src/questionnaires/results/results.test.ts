import { describe, expect, test } from 'vitest'
import { prepare } from '../answering/index.ts'
import { ask, form1, prepared } from '../questionnaires.fixture.ts'
import { groupingBy, hiddenGroups } from './grouping.ts'
import { planResults } from './counted-items.ts'
import { itemOf, resultsFor, times } from './results.fixture.ts'

// Expected limits come from other formulas than the code's: Wilson's as the roots of (p − π)² = z²·π(1 − π)/n, the error of the
// index from the residuals of each person.

describe('one question', () => {
  const yesNo = prepared([ask('a', 'one', { options: 'yes no hard?' })])
  const answers = [...times(6, { a: 'yes' }), ...times(3, { a: 'no' }), ...times(1, { a: 'hard' }), ...times(2, {})]

  test('«затрудняюсь» is an answer outside of the base, listed last', () => {
    expect(itemOf(resultsFor(yesNo, answers), 'a')).toEqual({
      code: 'a',
      type: 'one',
      measure: null,
      n: { shown: 12, answered: 10, missing: 1, skipped: 2 },
      options: [
        { code: 'yes', count: 6, share: 66.6667, low: 35.4202, high: 87.9416 },
        { code: 'no', count: 3, share: 33.3333, low: 12.0584, high: 64.5798 },
        { code: 'hard', count: 1, share: null, low: null, high: null },
      ],
      figures: { satisfied: { value: 66.6667, low: 35.4202, high: 87.9416, n: 9 } },
    })
  })

  test('without a base there is nothing, not 0', () => {
    const item = itemOf(resultsFor(yesNo, times(2, { a: 'hard' })), 'a')
    expect(item?.options[0]).toEqual({ code: 'yes', count: 0, share: null, low: null, high: null })
    expect(item?.figures.satisfied).toEqual({ value: null, low: null, high: null, n: 0, note: 'no_data' })
  })

  test('«да» tells of satisfaction only where it means that', () => {
    const fee = (measure?: string) => prepared([ask('a', 'one', { options: 'yes no', ...(measure && { measure }) })])
    expect(itemOf(resultsFor(fee('fee_paid'), answers), 'a')?.figures).toEqual({})
    expect(itemOf(resultsFor(fee('refusal_explained'), answers), 'a')?.figures).toHaveProperty('satisfied')
    const three = prepared([ask('a', 'one', { options: 'yes no maybe' })])
    expect(itemOf(resultsFor(three, answers), 'a')?.figures).toEqual({})
  })

  test('a scale of five points', () => {
    const form = prepared([ask('s', 'scale', { min: 1, max: 5, order: 'desc', options: 'hard?' })])
    const counts: [number | string, number][] = [
      [5, 14],
      [4, 10],
      [3, 3],
      [2, 1],
      [1, 2],
      ['hard', 4],
    ]
    const item = itemOf(
      resultsFor(
        form,
        counts.flatMap(([s, count]) => times(count, { s })),
      ),
      's',
    )
    expect(item?.n).toEqual({ shown: 34, answered: 34, missing: 4, skipped: 0 })
    expect(item?.options.map(({ code, count }) => `${code}: ${count}`)).toEqual([
      '1: 2',
      '2: 1',
      '3: 3',
      '4: 10',
      '5: 14',
      'hard: 4',
    ])
    expect(item?.figures).toEqual({
      mean: { value: 4.1, low: 3.6686, high: 4.5314, se: 0.2109, n: 30, note: null },
      top2: { value: 80, low: 62.6943, high: 90.4949, n: 30 },
      net: { value: 70, low: 40.5293, high: 86.7434, n: 30 },
    })
  })

  test('1–10: NPS, its interval within ±100; little data has a mean without one', () => {
    const form = prepared([ask('s', 'scale', { min: 1, max: 10 })])
    const mixed = [...times(12, { s: 9 }), ...times(3, { s: 8 }), ...times(5, { s: 6 })]
    expect(itemOf(resultsFor(form, mixed), 's')?.figures).toEqual({
      mean: { value: 8.1, low: null, high: null, se: 0.2893, n: 20, note: 'little_data' },
      nps: { value: 35, low: -4.043, high: 64.9125, n: 20 },
    })
    const figures = itemOf(resultsFor(form, times(40, { s: 10 })), 's')?.figures
    expect(figures?.mean).toEqual({ value: 10, low: null, high: null, se: 0, n: 40, note: 'no_spread' })
    expect(figures?.nps).toMatchObject({ value: 100, high: 100 })
  })

  test('other scales have a mean alone', () => {
    const figures = (min: number, max: number) =>
      Object.keys(
        itemOf(resultsFor(prepared([ask('s', 'scale', { min, max })]), times(1, { s: max })), 's')?.figures ?? {},
      )
    expect([figures(0, 10), figures(1, 7), figures(0, 4), figures(2, 11)]).toEqual([
      ['mean'],
      ['mean'],
      ['mean', 'top2', 'net'],
      ['mean'],
    ])
  })

  test('several answers: shares of the persons who answered', () => {
    const form = prepared([ask('m', 'many', { options: 'a b none?' })])
    const sets = [
      ...times(2, { m: ['a', 'b'] }),
      ...times(1, { m: ['a'] }),
      ...times(1, { m: ['none'] }),
      ...times(1, {}),
    ]
    const item = itemOf(resultsFor(form, sets), 'm')
    expect(item?.n).toEqual({ shown: 5, answered: 4, missing: 1, skipped: 1 })
    expect(item?.options.map(({ code, count, share }) => [code, count, share])).toEqual([
      ['a', 3, 100],
      ['b', 2, 66.6667],
      ['none', 1, null],
    ])
  })

  test('numbers, texts, lists', () => {
    const form = prepared(
      [
        ask('n', 'number', { decimals: 1 }),
        ask('t', 'long'),
        ask('c', 'consent'),
        ask('own', 'list', { list: 'own' }),
        ask('register', 'list', { list: 'services' }),
        ask('note', 'note'),
      ],
      { lists: { own: ['y', 'x', 'w'].map((code) => ({ code, text: { ru: code } })), services: 'register:services' } },
    )
    const sets = [
      ...times(1, { n: 1.5, t: 'Долго', c: true, own: 'x', register: 'shown' }),
      ...times(1, { n: 2.5, own: 'y', register: '0012' }),
    ]
    const results = resultsFor(form, sets)
    expect(itemOf(results, 'n')).toMatchObject({ options: [], figures: { mean: { value: 2, se: 0.5, n: 2 } } })
    expect(itemOf(results, 't')).toMatchObject({
      n: { shown: 2, answered: 1, missing: 0, skipped: 1 },
      options: [],
      figures: {},
    })
    expect(itemOf(results, 'c')).toMatchObject({ n: { answered: 1 }, options: [] })
    const options = (code: string) => itemOf(results, code)?.options.map((option) => `${option.code} ${option.count}`)
    expect(options('own')).toEqual(['y 1', 'x 1', 'w 0'])
    expect(options('register')).toEqual(['0012 1', 'shown 1'])
    expect(results.questions.map(({ code }) => code)).toEqual(['n', 't', 'c', 'own', 'register'])
  })
})

test('what was not shown is not counted; only valid, complete and kept sets are', () => {
  const form = prepare(form1)
  const full = { q1: 'yes', q3: 5, q8: 'granted' }
  const results = resultsFor(form, [
    ...times(3, full),
    ...times(2, { ...full, q8: 'refused', q9: 'no' }),
    ...times(1, { ...full, q9: 'no' }),
    ...times(1, { q1: 'no' }, { state: 'partial' }),
    ...times(1, full, { excluded: true }),
  ])
  expect(results.n).toEqual({ read: 8, invalid: 1, partial: 1, screened: 0, excluded: 1, used: 5 })
  expect(itemOf(results, 'q9')?.n).toEqual({ shown: 2, answered: 2, missing: 0, skipped: 0 })
  expect(itemOf(results, 'q1')?.n.shown).toBe(5)
  expect(itemOf(results, 'q6.portal')?.n).toEqual({ shown: 0, answered: 0, missing: 0, skipped: 0 })
  expect(results).toMatchObject({ questionnaire: 'ext.services', version: 1, basis: 'plain', weights: null })
  expect(Object.keys(results)).toEqual(['questionnaire', 'version', 'basis', 'n', 'weights', 'questions', 'csi'])
  const screened = prepared([ask('a', 'one', { options: 'yes no!' })])
  expect(resultsFor(screened, times(2, { a: 'no' })).n).toMatchObject({ screened: 2, used: 0 })
})

describe('the index of satisfaction', () => {
  const rows = [
    { code: 'time', text: { ru: 'Срок' }, measure: 'criterion.time' },
    { code: 'staff', text: { ru: 'Сотрудник' }, measure: 'criterion.staff' },
  ]
  const form = prepared([{ ...ask('q', 'matrix', { min: 1, max: 5 }), rows }], {
    csi: { weights: { 'criterion.time': 2 } },
  })
  const sets = Array.from({ length: 40 }, (_, i) => ({
    answers: { q: { time: (i % 5) + 1, ...(i % 4 !== 0 && { staff: (i % 3) + 3 }) } },
  }))

  test('by the residuals of each person: (2·3 + 4)/3', () => {
    expect(resultsFor(form, sets).csi).toEqual({
      value: 3.3333,
      low: 3.0139,
      high: 3.6528,
      se: 0.1579,
      n: 40,
      note: null,
    })
  })
  test('people with any of the criteria are its n; what nobody rated has no weight', () => {
    const some = resultsFor(form, [...times(2, { q: { staff: 4 } }), ...times(1, {})])
    expect(some.csi).toEqual({ value: 4, low: null, high: null, se: 0, n: 2, note: 'little_data' })
    expect(resultsFor(form, times(3, {})).csi).toEqual({
      value: null,
      low: null,
      high: null,
      se: null,
      n: 0,
      note: 'no_data',
    })
    expect(resultsFor(form, times(30, { q: { time: 5, staff: 4 } })).csi).toMatchObject({
      value: 4.6667,
      note: 'no_spread',
    })
    expect(resultsFor(prepared([ask('a', 'text')]), []).csi).toBeNull()
  })
})

describe('groups', () => {
  const form = prepared([
    ask('sex', 'one', { options: 'm f hard?' }),
    ask('s', 'scale', { min: 1, max: 5 }),
    ask('q', 'matrix', { rows: 'r', options: 'yes no' }),
    ask('many', 'many', { options: 'a b' }),
    ask('t', 'text'),
  ])
  const sets = [
    ...times(12, { sex: 'f', s: 5, q: { r: 'yes' } }, { attributes: { channel: 'b' } }),
    ...times(8, { sex: 'f', s: 2, q: { r: 'no' } }, { attributes: { channel: 'a' } }),
    ...times(24, { sex: 'm', s: 4, q: { r: 'yes' } }, { attributes: { channel: 'a' } }),
    ...times(6, { sex: 'm', s: 3, q: { r: 'no' } }, { attributes: { channel: ' ' } }),
    ...times(7, { sex: 'hard', s: 1 }),
    ...times(2, { s: 1 }),
  ]

  test('stand in the order of options, attributes sorted, those without a value apart', () => {
    const by = (name: string) => {
      const results = resultsFor(form, sets, { by: name })
      return [results.by, results.without, results.groups?.map(({ value, n }) => `${value} ${n}`).join(', ')]
    }
    expect(by('sex')).toEqual(['sex', 2, 'm 30, f 20, hard 7'])
    expect(by('channel')).toEqual(['channel', 15, 'a 32, b 12'])
    expect(by('s')).toEqual(['s', 0, '1 9, 2 8, 3 6, 4 24, 5 12'])
    expect(by('q.r')).toEqual(['q.r', 9, 'yes 36, no 14'])
  })

  test('are compared with one of them by Newcombe: 80 % of 30 with 60 % of 20', () => {
    const { groups = [] } = resultsFor(form, sets, { by: 'sex', against: 'f' })
    const [men, women] = groups
    expect(men && itemOf(men, 's')?.figures.top2).toEqual({
      value: 80,
      low: 62.6943,
      high: 90.4949,
      n: 30,
      difference: { value: 20, low: -5.0559, high: 43.7827 },
    })
    expect(men && itemOf(men, 'q.r')?.figures.satisfied?.difference).toEqual({ value: 20, low: -5.0559, high: 43.7827 })
    expect(women && itemOf(women, 's')?.figures.top2).not.toHaveProperty('difference')
  })

  test('small ones are hidden, and a second one so that the first can not be found by subtraction', () => {
    const few = [...times(3, { sex: 'm', s: 5 }), ...times(20, { sex: 'f', s: 4 }), ...times(9, { sex: 'hard', s: 3 })]
    const { groups = [] } = resultsFor(form, few, { by: 'sex', against: 'f' })
    expect(
      groups.map(({ value, n, suppressed, questions, csi }) => [value, n, suppressed, questions.length, csi]),
    ).toEqual([
      ['m', null, true, 0, null],
      ['f', 20, false, 5, null],
      ['hard', null, true, 0, null],
    ])
    expect(resultsFor(form, few, { by: 'sex', minCell: 3 }).groups?.map(({ n }) => n)).toEqual([3, 20, 9])
  })

  test.each([
    [[10, 20], 5, ''],
    [[4, 20, 30], 5, '0 1'],
    [[20, 4, 30, 20], 5, '0 1'],
    [[1, 2, 9, 8], 5, '0 1 3'],
    [[2, 3, 9], 5, '0 1'],
    [[4], 5, '0'],
    [[4, 4], 10, '0 1'],
    [[1, 1, 1, 50], 5, '0 1 2 3'],
    [[0, 9, 9], 5, '0 1'],
  ])('of %j under %i', (sizes, minCell, expected) => {
    const hidden = hiddenGroups(sizes, minCell)
    expect(hidden.flatMap((is, at) => (is ? [at] : [])).join(' ')).toBe(expected)
  })

  test('need one answer of each person', () => {
    const refused = (name: string) => {
      const found = groupingBy(planResults(form), name)
      return 'refused' in found ? found.refused : ''
    }
    expect(refused('q')).toBe('По вопросу «q» сравнивать нельзя: назовите строку: q.r.')
    expect(refused('many')).toMatch(/выбирают один ответ/)
    expect(refused('t')).toMatch(/выбирают один ответ/)
    expect(refused('channel')).toBe('')
  })
})
