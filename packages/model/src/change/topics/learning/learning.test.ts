import { describe, expect, test } from 'vitest'
import { complementBayes } from './bayes.ts'
import { fitBlend, type Known, probabilities, USUAL_BLEND } from './blend.ts'
import { featuresOf, vectorOf } from './features.ts'
import { foldsOf } from './folds.ts'
import { autoFrom, type Judged, qualityOf } from './quality.ts'
import { logisticRegression } from './regression.ts'
import { type Example, logSoftmax, scoresOf } from './weights.ts'

const example = (ids: number[], code: number, codes = 2): Example => ({
  vector: { ids: Int32Array.from(ids), values: new Float64Array(ids.length).fill(1) },
  target: Float64Array.from({ length: codes }, (_, at) => (at === code ? 1 : 0)),
})

test('features of a word: its stem, and pieces of three to five signs with the ends marked', () => {
  expect(featuresOf('да', () => 'д')).toEqual(['sд', 'p_да', 'pда_', 'p_да_'])
})

test('a text as a vector by hand: stems of length 1, pieces of length 2', () => {
  const words = [
    { stems: [0], pieces: [1, 2] },
    { stems: [0], pieces: [1] },
  ]
  const { ids, values } = vectorOf(words, { ids: new Map(), rarity: [3, 1, 2] })
  // Stems: 3 twice over √(9 + 9); pieces: 1 twice and 2 once over √(1 + 4 + 1), times 2.
  expect(ids).toEqual(Int32Array.from([0, 1, 2]))
  expect([...values].map((value) => value.toFixed(6))).toEqual(
    [6 / Math.sqrt(18), 4 / Math.sqrt(6), 4 / Math.sqrt(6)].map((value) => value.toFixed(6)),
  )
})

test('complement Bayes by hand', () => {
  // Feature 0 twice with code 0, feature 1 once with code 1; half is added to each count.
  const { weights } = complementBayes([example([0], 0), example([0], 0), example([1], 1)], 2, 2)
  const raw = [-Math.log(0.5 / 2), -Math.log(2.5 / 3), -Math.log(1.5 / 2), -Math.log(0.5 / 3)]
  const [a = 0, b = 0, c = 0, d = 0] = raw
  ;[a - (a + b) / 2, b - (a + b) / 2, c - (c + d) / 2, d - (c + d) / 2].forEach((value, at) =>
    expect(weights[at]).toBeCloseTo(value, 12),
  )
})

describe('regression', () => {
  const examples = [example([0], 0), example([0, 2], 0), example([1], 1), example([1, 2], 1)]
  const none = { codes: 2, weights: new Float64Array(6), bias: new Float64Array(2) }
  test('ends where the slope of the penalised likelihood is nought', () => {
    const { weights, bias } = logisticRegression(examples, none)
    const off = examples.map(({ vector, target }) =>
      logSoftmax(scoresOf({ codes: 2, weights, bias }, vector)).map(
        (log, code) => (Math.exp(log) - (target[code] ?? 0)) / 4,
      ),
    )
    // Feature 0 is in the first two examples: their errors and the penalty 0.5/4 times the weight make nought.
    for (const code of [0, 1])
      expect((off[0]?.[code] ?? 0) + (off[1]?.[code] ?? 0) + 0.125 * (weights[code] ?? 0)).toBeCloseTo(0, 3)
    expect(weights[0]).toBeGreaterThan(0.5)
    expect(weights[4]).toBeCloseTo(0, 6)
  })
  test('starts from the weights it is held to', () => {
    const begin = { ...none, weights: Float64Array.from([5, -5, -5, 5, 0, 0]) }
    expect(logisticRegression(examples, begin).weights[0]).toBeCloseTo(5, 1)
  })
})

describe('blend', () => {
  const evidence = {
    learned: Float64Array.from([0, 0]),
    hits: Float64Array.from([1, 0]),
    likeness: Float64Array.from([0, 0.25]),
  }
  test('probabilities by hand: 2·1 against 4·0.25', () => {
    expect(probabilities(evidence, USUAL_BLEND)[0]).toBeCloseTo(Math.E ** 2 / (Math.E ** 2 + Math.E), 12)
  })
  test('without known texts it is the usual one; evidence that misleads loses its weight', () => {
    expect(fitBlend([])).toEqual(USUAL_BLEND)
    const misled: Known[] = Array.from({ length: 200 }, () => ({ evidence, code: 1 }))
    const fitted = fitBlend(misled)
    expect(fitted.hits).toBeLessThan(0.1)
    expect(fitted.likeness).toBeGreaterThan(4)
  })
})

describe('quality', () => {
  const judged = (order: number[], code: number, p = 0.9): Judged => ({ order, code, p })
  test('by hand', () => {
    // Code 0: precision 1/2, recall 1/2; code 1: 1/2 and 1/2: F1 0.5 each. Code 2: never right: 0.
    const all = [
      judged([0, 1, 2, 3], 0),
      judged([1, 0, 2], 0),
      judged([0, 2, 3, 1], 1),
      judged([1], 1),
      judged([3, 1, 2], 2),
    ]
    const { top1, top3, macro_f1 } = qualityOf(all)
    expect([top1, top3, macro_f1?.toFixed(4)]).toEqual([40, 80, '33.3333'])
    expect(qualityOf([])).toEqual({ top1: null, top3: null, macro_f1: null })
  })
  test('accepts by itself only where 95 of 100 were right, and twenty at least', () => {
    const right = Array.from({ length: 19 }, (_, at) => judged([0], 0, 0.99 - at / 1000))
    expect(autoFrom(right)).toBeNull()
    expect(autoFrom([...right, judged([1], 0, 0.9)])).toBe(0.9)
    expect(autoFrom([...right, judged([1], 0, 0.9), judged([1], 0, 0.8)])).toBe(0.9)
    expect(autoFrom([...right, judged([1], 0, 0.9), judged([1], 0, 0.9)])).toBeNull()
  })
})

test('parts of a cross-validation: as large as each other, copies together, the same every time', () => {
  const groups = [0, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  const folds = foldsOf(groups)
  expect(folds[0]).toBe(folds[1])
  expect(foldsOf(groups)).toEqual(folds)
  expect([...Map.groupBy(folds.slice(1), (fold) => fold).values()].map(({ length }) => length)).toEqual([2, 2, 2, 2, 2])
})
