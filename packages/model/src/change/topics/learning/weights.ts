import type { Vector } from './features.ts'

/** A linear model: for every feature a weight per code, feature by feature, and a bias per code. */
export interface Weights {
  readonly codes: number
  readonly weights: Float64Array
  readonly bias: Float64Array
}

/** A text to learn from: what it looks like, and how much of it each code has (all codes together 1). */
export interface Example {
  readonly vector: Vector
  readonly target: Float64Array
}

/** The scores of a text, one per code. */
export function scoresOf({ codes, weights, bias }: Weights, { ids, values }: Vector): Float64Array {
  const scores = Float64Array.from(bias)
  for (let at = 0; at < ids.length; at++) {
    const from = (ids[at] ?? 0) * codes
    const value = values[at] ?? 0
    for (let code = 0; code < codes; code++) scores[code] = (scores[code] ?? 0) + value * (weights[from + code] ?? 0)
  }
  return scores
}

/** Scores as logarithms of probabilities. */
export function logSoftmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores)
  let sum = 0
  for (const score of scores) sum += Math.exp(score - most)
  const shift = most + Math.log(sum)
  return scores.map((score) => score - shift)
}
