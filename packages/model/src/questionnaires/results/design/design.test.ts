import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge, type Prepared } from '../../answering/index.ts'
import { ask, prepared } from '../../questionnaires.fixture.ts'
import { type Grouping, groupingBy } from '../grouping.ts'
import { planResults } from '../counted-items.ts'
import { type Given, itemOf, resultsFor } from '../results.fixture.ts'
import { emptyTally, fateOf } from '../tally.ts'
import type { Results } from '../types.ts'
import { designResultsOf, type Weights } from './design-results.ts'
import { recorder } from './records.ts'

interface Asked {
  readonly by?: string
  readonly against?: string
  readonly clusters?: string
  readonly strata?: string
  readonly weights?: Weights
}

function designed(form: Prepared, given: readonly Given[], asked: Asked = {}): Results {
  const plan = planResults(form)
  const groupingOf = (name: string | undefined): Grouping | undefined => {
    const found = name === undefined ? undefined : groupingBy(plan, name)
    return found && 'grouping' in found ? found.grouping : undefined
  }
  const grouping = groupingOf(asked.by)
  const kept = [asked.by, ...(asked.weights?.margins ?? []).map(({ by }) => by)].map(groupingOf)
  const { records, add } = recorder(plan, {
    kept: kept.filter((one) => one !== undefined),
    clusters: groupingOf(asked.clusters),
    strata: groupingOf(asked.strata),
  })
  const { sets } = emptyTally()
  given.forEach((set, at) => {
    const own = { id: at, ...set }
    const judged = judge(form, own)
    const fate = fateOf(own, judged)
    sets.read++
    sets[fate]++
    if (fate === 'used') add(own, judged)
  })
  return designResultsOf(plan, sets, records, { ...asked, grouping })
}

const rows = ['one', 'two'].map((code) => ({ code, text: { ru: code }, measure: `criterion.${code}` }))
const form = prepared(
  [
    ask('sex', 'one', { options: 'm f' }),
    ask('age', 'one', { options: 'a b c' }),
    ask('s', 'scale', { min: 1, max: 5 }),
    ask('yn', 'one', { options: 'yes no hard?' }),
    ask('nps', 'scale', { min: 1, max: 10 }),
    { ...ask('c', 'matrix', { min: 1, max: 5 }), rows },
  ],
  { csi: { weights: { 'criterion.one': 2 } } },
)

/** 120 people in 20 clusters of three strata, one of them of a single cluster; every figure has its own gaps. */
const people = Array.from({ length: 120 }, (_, i): Given => {
  const cluster = Math.floor(i / 6)
  return {
    answers: {
      sex: i % 3 === 0 ? 'm' : 'f',
      age: i % 11 === 0 ? null : ['a', 'b', 'c'][((i * 7) % 5) % 3],
      s: i % 13 === 0 ? null : ((i * i + 3 * i) % 5) + 1,
      yn: ['yes', 'no', 'yes', 'hard'][i % 4],
      nps: ((i * 7) % 10) + 1,
      c: { one: ((i * 3) % 5) + 1, two: i % 5 === 0 ? null : ((i * i) % 4) + 2 },
    },
    weight: 1 + (i % 4) * 0.5,
    attributes: { office: `o${cluster}`, stratum: cluster < 12 ? 'x' : cluster < 19 ? 'y' : 'z' },
  }
})
const sampled = { clusters: 'office', strata: 'stratum' }
const targets = (...pairs: [string, number][]) => pairs
const margins = [
  { by: 'sex', targets: targets(['m', 45], ['f', 55]) },
  { by: 'age', targets: targets(['a', 0.3], ['b', 0.5], ['c', 0.2]) },
]

// Expected figures were computed apart, with numpy and scipy, from the definitions: totals of clusters one by one, the residual
// by a general least squares.
describe('weights, clusters and strata', () => {
  const results = designed(form, people, { ...sampled, by: 'sex' })
  const figures = (code: string, of: Pick<Results, 'questions'> | undefined = results) =>
    of && itemOf(of, code)?.figures

  test('shares, net shares and means', () => {
    expect(results).toMatchObject({ basis: 'design', weights: null, n: { read: 120, used: 120 } })
    expect(figures('yn')?.satisfied).toEqual({ value: 66.6667, low: 61.6147, high: 71.3627, n: 90, n_eff: 412.5 })
    expect(figures('s')).toEqual({
      mean: { value: 2.969, low: 2.7737, high: 3.1642, se: 0.0925, n: 110, note: null },
      top2: { value: 59.1731, low: 53.3177, high: 64.7793, n: 110, n_eff: 323.1401 },
      net: { value: 18.3463, low: 6.7168, high: 29.6382, n: 110, n_eff: 323.1401 },
    })
    expect(figures('nps')?.nps).toEqual({ value: -40, low: -48.5898, high: -30.7392, n: 120, n_eff: 354.7092 })
    expect(results.csi).toEqual({ value: 2.8571, low: 2.7492, high: 2.9651, se: 0.0512, n: 120, note: null })
  })

  test('a group keeps all clusters', () => {
    const women = results.groups?.find(({ value }) => value === 'f')
    expect(figures('s', women)?.mean).toMatchObject({ value: 2.9502, low: 2.7831, high: 3.1173, se: 0.0792, n: 74 })
    expect(figures('yn', women)?.satisfied).toMatchObject({ low: 55.0397, high: 76.567, n_eff: 81.4815 })
  })

  test('strata alone: everybody is a cluster', () => {
    const alone = designed(form, people, { strata: 'stratum' })
    expect(itemOf(alone, 'yn')?.figures.satisfied).toMatchObject({ low: 55.99, high: 75.8695, n_eff: 84.7851 })
  })
})

describe('raked weights', () => {
  const limits = { maxDeff: 3 }
  const raked = designed(form, people, { ...sampled, by: 'sex', weights: { margins, limits } })

  test('meet the margins, and say how unequal they are', () => {
    expect(raked.weights).toEqual({
      margins: ['sex', 'age'],
      passes: 2,
      error: 0,
      capped: 0,
      deff: 1.2172,
      n_eff: 98.5853,
      min: 0.3607,
      max: 2.3381,
      collapsed: [],
      refused: null,
    })
    expect(itemOf(raked, 'sex')?.options.map(({ share, low, high }) => [share, low, high])).toEqual([
      [45, 45, 45],
      [55, 55, 55],
    ])
  })

  test('figures owe to chance only what the margins do not explain', () => {
    expect(itemOf(raked, 'yn')?.figures.satisfied).toEqual({
      value: 67.0935,
      low: 63.5584,
      high: 70.445,
      n: 90,
      n_eff: 825.0443,
    })
    expect(itemOf(raked, 's')?.figures.mean).toMatchObject({ value: 2.9878, low: 2.7519, high: 3.2237, se: 0.1118 })
    expect(itemOf(raked, 's')?.figures.net).toMatchObject({
      value: 19.007,
      low: 4.1084,
      high: 33.3342,
      n_eff: 196.5836,
    })
    expect(raked.csi).toMatchObject({ value: 2.9424, low: 2.8226, high: 3.0622, se: 0.0568 })
    const women = raked.groups?.find(({ value }) => value === 'f')
    expect(women && itemOf(women, 's')?.figures.mean).toMatchObject({ value: 2.9542, low: 2.7267, high: 3.1817 })
  })

  test('a figure that the margins fix has no interval but itself', () => {
    const scales = prepared([ask('x', 'scale', { min: 1, max: 2 })])
    const given = Array.from({ length: 200 }, (_, i): Given => ({ answers: { x: i % 4 === 0 ? 1 : 2 } }))
    const fixed = designed(scales, given, { weights: { margins: [{ by: 'x', targets: targets(['1', 1], ['2', 1]) }] } })
    expect(itemOf(fixed, 'x')?.figures.mean).toEqual({ value: 1.5, low: 1.5, high: 1.5, se: 0, n: 200, note: 'fixed' })
  })

  test.each<[string, Weights, string | null]>([
    [
      'an answer without a target',
      { margins: [{ by: 'age', targets: targets(['a', 1], ['b', 1]) }] },
      'unknown_category',
    ],
    [
      'a target without answers',
      { margins: [{ by: 'stratum', targets: targets(['x', 1], ['y', 1], ['z', 1], ['v', 1]) }] },
      'empty_category',
    ],
    ['a target of nothing', { margins: [{ by: 'sex', targets: targets(['m', 0], ['f', 1]) }] }, 'empty_category'],
    ['too few answers', { margins, limits: { minN: 121 } }, 'few_answers'],
    ['too unequal weights', { margins, limits: { maxDeff: 1.2 } }, 'deff'],
    [
      'a cap that can not be kept',
      { margins: [{ by: 'sex', targets: targets(['m', 95], ['f', 5]) }], limits: { cap: 1.5, maxDeff: 9 } },
      'not_settled',
    ],
    ['nothing wrong', { margins }, null],
  ])('%s', (_, weights, refused) => {
    const found = designed(form, people, { ...sampled, weights })
    expect([found.basis, found.weights?.refused]).toEqual(['design', refused])
    // Of refused weights the base ones alone are left.
    const share = itemOf(found, 'sex')?.options[0]?.share
    expect(share).toBe(refused === null ? 45 : itemOf(designed(form, people, sampled), 'sex')?.options[0]?.share)
  })

  test('weights above the cap are cut', () => {
    const capped = designed(form, people, { weights: { margins, limits: { cap: 2 } } }).weights
    expect(capped).toMatchObject({ refused: null })
    expect(capped?.capped).toBeGreaterThan(0)
    expect(capped?.max).toBeLessThanOrEqual(2.02)
  })

  test('small categories join their smaller neighbour, in the order of the options', () => {
    const ages = prepared([ask('age', 'one', { options: 'a b c d' })])
    const counts: [string, number][] = [
      ['a', 60],
      ['b', 3],
      ['c', 40],
      ['d', 20],
    ]
    const given = counts.flatMap(([age, count]) => Array.from({ length: count }, (): Given => ({ answers: { age } })))
    const found = designed(ages, given, {
      weights: { margins: [{ by: 'age', targets: targets(['a', 40], ['b', 20], ['c', 20], ['d', 20]) }] },
    })
    expect(found.weights?.collapsed).toEqual([{ by: 'age', into: 'b+c' }])
    expect(itemOf(found, 'age')?.options[0]?.share).toBe(40)
  })
})

describe('ends and little data', () => {
  const one = prepared([ask('a', 'one', { options: 'yes no' }), ask('s', 'scale', { min: 1, max: 5 })])
  const all = (count: number): Given[] =>
    Array.from({ length: count }, (_, i) => ({ answers: { a: 'yes', s: 5 }, weight: 1 + (i % 2) }))

  test('at 100 % the answers are worth Kish: 60² / 100 of 40', () => {
    const { figures } = itemOf(designed(one, all(40)), 'a') ?? {}
    expect(figures?.satisfied).toMatchObject({ value: 100, high: 100, n: 40, n_eff: 36 })
    expect(itemOf(designed(one, all(40)), 's')?.figures.mean).toMatchObject({ note: 'no_spread', low: null, se: 0 })
  })
  test('one cluster has no interval', () => {
    const given = all(40).map((set) => ({ ...set, attributes: { office: 'o' } }))
    const found = designed(one, given, { clusters: 'office' })
    expect(itemOf(found, 'a')?.figures.satisfied).toMatchObject({ value: 100, low: null, high: null })
    expect(itemOf(found, 's')?.figures.mean).toMatchObject({ value: 5, low: null, note: 'little_data' })
  })
  test('without a base, and of weights of nothing, there is nothing', () => {
    expect(itemOf(designed(one, []), 'a')?.figures.satisfied).toMatchObject({ value: null, note: 'no_data' })
    const none = itemOf(
      designed(
        one,
        all(3).map((set) => ({ ...set, weight: 0 })),
      ),
      's',
    )
    expect(none?.figures.mean).toMatchObject({ value: null, note: 'no_data' })
  })
})

test('equal weights give the plain shares and means; doubling everybody in a cluster of two leaves the error as it is', () => {
  const choice = fc.record({ s: fc.integer({ min: 1, max: 5 }), yn: fc.constantFrom('yes', 'no', 'hard') })
  fc.assert(
    fc.property(fc.array(choice, { minLength: 31, maxLength: 60 }), (given) => {
      const sets = given.map((answers): Given => ({ answers }))
      const plain = resultsFor(form, sets)
      const design = designed(form, sets)
      const twice = sets.flatMap((set, at) => [0, 1].map((): Given => ({ ...set, attributes: { office: `${at}` } })))
      const doubled = designed(form, twice, { clusters: 'office' })
      for (const code of ['s', 'yn']) {
        const [a, b, c] = [plain, design, doubled].map((results) => itemOf(results, code))
        expect(b?.options.map(({ share }) => share)).toEqual(a?.options.map(({ share }) => share))
        // Student on n − 1 is what linearisation gives of equal weights.
        expect(b?.figures.mean).toEqual(a?.figures.mean)
        expect(c?.figures.mean?.se).toBe(b?.figures.mean?.se)
        expect(c?.figures.satisfied?.low).toBe(b?.figures.satisfied?.low)
      }
    }),
    { numRuns: 20 },
  )
})
