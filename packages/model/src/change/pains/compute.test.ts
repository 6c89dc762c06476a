import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computePains, prevalenceOf, priorityOf, readPains, USUAL_SETTINGS } from './index.ts'
import { asked, mapOf, problem, said } from './pains.fixture.ts'

const first = (input: object) => mapOf(input).rows[0]

describe('by hand', () => {
  const survey = [
    ...asked(14, { rating: 5, problems: ['q'] }),
    ...asked(21, { rating: 2, problems: ['q'] }),
    ...asked(6, { problems: ['q'] }),
    ...asked(246, { rating: 4 }),
    ...asked(54, { rating: 3 }),
    ...asked(39),
  ]
  test('41 of 380 name it; 14 of 35 of them are satisfied and 246 of 300 others', () => {
    // p = 41/380; Wilson with z = 1.959964; d = 0.82 − 0.40 with Newcombe's limits; loss = p·d.
    expect(first({ respondents: survey, items: said(4, 'q') })).toEqual({
      process: 's',
      problem: 'q',
      basis: 'survey',
      n: 380,
      n_eff: 380,
      named: 41,
      items: 4,
      p: 10.7895,
      low: 8.0535,
      high: 14.3103,
      prevalence: 'high',
      rated_with: 35,
      rated_without: 300,
      csat_with: 40,
      csat_without: 82,
      loss: 4.5316,
      loss_low: 2.6868,
      loss_high: 6.1473,
      significant: true,
      breadth: 1,
      priority: 'high',
      term_days: 30,
      order: 1,
      why:
        'Названа 41 из 380 опрошенных (10,8 %, от 8,1 до 14,3 %): распространённость высокая. ' +
        'Среди назвавших довольны 40,0 % (оценок 35), среди остальных 82,0 % (оценок 300): потеря 4,5 пункта (от 2,7 до 6,1), влияние значимо. ' +
        'Ограничена одним процессом. Приоритетность высокая: срок 30 дней.',
    })
  })
  test('a cell of a stage has the same share and loss, over respondents only', () => {
    expect(mapOf({ respondents: survey, items: said(40, 'q') }).cells).toEqual([
      {
        process: 's',
        stage: 'приём',
        n: 380,
        named: 41,
        p: 10.7895,
        low: 8.0535,
        high: 14.3103,
        loss: 4.5316,
        loss_low: 2.6868,
        loss_high: 6.1473,
      },
    ])
  })
  test('weights: twenty of 1 and twenty of 2 are worth 3600/100 = 36 answers', () => {
    const respondents = [
      ...asked(5, { weight: 1, problems: ['q'] }),
      ...asked(15, { weight: 1 }),
      ...asked(2, { weight: 2, problems: ['q'] }),
      ...asked(18, { weight: 2 }),
    ]
    // p = (5 + 4)/60.
    expect(first({ respondents })).toMatchObject({
      n: 40,
      n_eff: 36,
      named: 7,
      p: 15,
      low: 6.7849,
      high: 29.9644,
      prevalence: 'high',
    })
  })
  test('few asked and many negative items: the share of items', () => {
    const row = first({ respondents: asked(12, { problems: ['q'] }), items: [...said(12, 'q'), ...said(33, 'f')] })
    expect(row).toMatchObject({ problem: 'f', basis: 'negative', p: 73.3333 })
    const { rows } = mapOf({ respondents: asked(12, { problems: ['q'] }), items: [...said(12, 'q'), ...said(33, 'f')] })
    expect(rows[1]).toMatchObject({
      problem: 'q',
      basis: 'negative',
      n: 45,
      n_eff: 45,
      named: 12,
      items: 12,
      p: 26.6667,
      low: 15.9649,
      high: 41.0388,
      prevalence: 'high',
    })
    expect(rows[1]?.why).toContain(
      'Названа в 12 из 45 отрицательных обращений и отзывов (26,7 %, от 16,0 до 41,0 %): распространённость высокая. Опрошено 12: для опроса мало.',
    )
  })
  test('nobody asked and few items: little data, no share', () => {
    expect(first({ items: said(4, 'q') })).toMatchObject({
      basis: 'survey',
      n: 0,
      n_eff: 0,
      named: 0,
      items: 4,
      p: null,
      low: null,
      high: null,
      prevalence: 'little_data',
      priority: null,
      term_days: null,
    })
  })
  test('who was not asked about problems is no part of the base', () => {
    expect(first({ respondents: [...asked(40, { problems: ['q'] }), ...asked(10, { problems: null })] })).toMatchObject(
      { n: 40, p: 100 },
    )
  })
})

describe('judging', () => {
  const share = (p: number, nEff = 100) => ({ n: nEff, named: 0, nEff, p })
  test.each([
    ['survey', 0.1, 0.01, 100, 'high'],
    ['survey', 0.0999, 0.05, 100, 'high'],
    ['survey', 0.0999, 0.0499, 100, 'medium'],
    ['survey', 0.02, 0, 100, 'medium'],
    ['survey', 0.0199, 0, 100, 'low'],
    ['survey', 0.9, 0.8, 29.9, 'little_data'],
    ['negative', 0.2, 0, 30, 'high'],
    ['negative', 0.199, 0, 30, 'medium'],
    ['negative', 0.05, 0, 30, 'medium'],
    ['negative', 0.049, 0, 30, 'low'],
  ] as const)('%s %f with a lower limit of %f over %f: %s', (basis, p, low, nEff, prevalence) => {
    expect(prevalenceOf(basis, share(p, nEff), low, USUAL_SETTINGS)).toBe(prevalence)
  })
  test.each([
    ['high', ['medium', 'high', 'high']],
    ['medium', ['low', 'medium', 'high']],
    ['low', ['low', 'low', 'medium']],
    ['little_data', [null, null, null]],
  ] as const)('priority of a %s prevalence by influence 0, 1, 2', (prevalence, priorities) => {
    expect([
      priorityOf(prevalence, false, 1, null),
      priorityOf(prevalence, true, 1, null),
      priorityOf(prevalence, true, 2, null),
    ]).toEqual(priorities)
    expect(priorityOf(prevalence, false, 2, null)).toBe(priorities[1])
    expect(priorityOf(prevalence, false, 0, 'safety')).toBe('high')
  })
  test('breadth counts processes where three name it, in answers or items', () => {
    const other = { process: 't', channel: null, rating: null }
    const respondents = [
      ...asked(2, { problems: ['q'] }),
      ...Array.from({ length: 3 }, () => ({ ...other, problems: ['q'] })),
    ]
    expect(mapOf({ respondents, items: said(1, 'q') }).rows.map(({ breadth }) => breadth)).toEqual([2, 2])
    expect(mapOf({ respondents }).rows.map(({ breadth }) => breadth)).toEqual([1, 1])
  })
  test('impact needs five ratings on either side; named by everybody it has none to compare with', () => {
    const respondents = [...asked(4, { rating: 1, problems: ['q'] }), ...asked(30, { rating: 5 })]
    expect(first({ respondents })).toMatchObject({ csat_with: 0, csat_without: 100, loss: null, significant: false })
    expect(first({ respondents: asked(40, { rating: 1, problems: ['q'] }) })).toMatchObject({
      p: 100,
      csat_without: null,
      loss: null,
    })
  })
  test('order: priority, what is easier, the greater loss and share, then process and problem', () => {
    const problems = [
      problem('a', { feasibility: 1 }),
      problem('b', { feasibility: 3 }),
      problem('c', { feasibility: 3 }),
      problem('d', { feasibility: null, flag: 'law' }),
    ]
    const respondents = [
      ...asked(10, { problems: ['a', 'b'] }),
      ...asked(20, { problems: ['c'] }),
      ...asked(1, { problems: ['d'] }),
      ...asked(29),
    ]
    const { rows } = mapOf({ problems, respondents })
    expect(rows.map((row) => [row.problem, row.order, row.priority])).toEqual([
      ['d', 1, 'high'],
      ['c', 2, 'medium'],
      ['b', 3, 'medium'],
      ['a', 4, 'medium'],
    ])
  })
})

const PLACES = { processes: [{ id: 's' }, { id: 't' }], problems: [problem('q'), problem('f')] }
const respondents = fc.array(
  fc.record({
    process: fc.constantFrom('s', 't'),
    channel: fc.constant('МФЦ'),
    weight: fc.double({ min: 0.1, max: 5, noNaN: true }),
    rating: fc.option(fc.integer({ min: 1, max: 5 })),
    problems: fc.uniqueArray(fc.constantFrom('q', 'f')),
  }),
  { maxLength: 80 },
)
const items = fc.array(
  fc.record({ process: fc.constantFrom('s', 't'), problems: fc.uniqueArray(fc.constantFrom('q', 'f')) }),
  { maxLength: 50 },
)

test('whatever was said: shares within their limits, losses within theirs, every pair once and in order', () => {
  fc.assert(
    fc.property(respondents, items, (answers, told) => {
      const { rows, cells } = mapOf({ respondents: answers, items: told })
      expect(rows.map(({ order }) => order)).toEqual(rows.map((_, at) => at + 1))
      expect(new Set(rows.map((row) => `${row.process} ${row.problem}`)).size).toBe(rows.length)
      for (const row of rows) {
        expect(row.named + row.items).toBeGreaterThan(0)
        expect(row.n_eff).toBeLessThanOrEqual(row.n + 1e-3)
        if (row.p !== null) expect((row.low ?? 101) <= row.p && row.p <= (row.high ?? -1)).toBe(true)
        if (row.loss !== null)
          expect((row.loss_low ?? 101) <= row.loss && row.loss <= (row.loss_high ?? -101)).toBe(true)
        expect(row.priority === null).toBe(row.prevalence === 'little_data')
      }
      for (const cell of cells) expect(cell.named).toBeLessThanOrEqual(cell.n)
    }),
  )
})

test('all weights times the same number change nothing', () => {
  fc.assert(
    fc.property(respondents, (answers) => {
      const doubled = answers.map((one) => ({ ...one, weight: one.weight * 2 }))
      expect(mapOf({ respondents: doubled })).toEqual(mapOf({ respondents: answers }))
    }),
  )
})

test('people and items alike, counted together, are those counted one by one', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 200, maxLength: 200 })
  fc.assert(
    fc.property(respondents, items, counts, (answers, told, times) => {
      // Weights that sums of do not round.
      const people = answers.map((one) => ({ ...one, weight: Math.ceil(one.weight * 2) / 2 }))
      const read = (given: object) => {
        const { input } = readPains({ period: null, ...PLACES, respondents: people, items: told })
        return computePains({ ...input, ...given })
      }
      const counted = <T extends object>(all: readonly T[]) => all.map((one, at) => ({ ...one, count: times[at] ?? 1 }))
      const each = <T extends object>(all: readonly T[]) =>
        all.flatMap((one, at) => Array.from({ length: times[at] ?? 1 }, () => one))
      expect(read({ respondents: counted(people), items: counted(told) })).toEqual(
        read({ respondents: each(people), items: each(told) }),
      )
    }),
    { numRuns: 30 },
  )
})
