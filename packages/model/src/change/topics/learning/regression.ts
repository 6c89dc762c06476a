import { type Example, logSoftmax, scoresOf, type Weights } from './weights.ts'

/** How strongly weights are held to where they begin, against the number of texts. */
const PENALTY = 0.5
const STEPS = 60
/** Vectors are no longer than √5, so that the gradient changes by 2.5 per unit of a weight at most. */
const STEP = 1 / 2.5

/**
 * Multinomial logistic regression with a quadratic penalty (L2) on the distance to weights to begin with: those of complement
 * Bayes, which few texts hardly move and many do. Nesterov's accelerated steps from a fixed beginning: the same texts in the
 * same order give the same weights.
 */
export function logisticRegression(examples: readonly Example[], begin: Weights): Weights {
  const { codes } = begin
  const penalty = PENALTY / examples.length
  const weights = Float64Array.from(begin.weights)
  const bias = Float64Array.from(begin.bias)
  let ahead: Weights = { codes, weights: Float64Array.from(weights), bias: Float64Array.from(bias) }
  for (let step = 1; step <= STEPS; step++) {
    const gradient = gradientOf(examples, ahead)
    const momentum = (step - 1) / (step + 2)
    const next = { codes, weights: new Float64Array(weights.length), bias: new Float64Array(codes) }
    for (let at = 0; at < weights.length; at++) {
      const from = ahead.weights[at] ?? 0
      const to = from - STEP * ((gradient.weights[at] ?? 0) + penalty * (from - (begin.weights[at] ?? 0)))
      next.weights[at] = to + momentum * (to - (weights[at] ?? 0))
      weights[at] = to
    }
    for (let code = 0; code < codes; code++) {
      const to = (ahead.bias[code] ?? 0) - STEP * (gradient.bias[code] ?? 0)
      next.bias[code] = to + momentum * (to - (bias[code] ?? 0))
      bias[code] = to
    }
    ahead = next
  }
  return { codes, weights, bias }
}

/** The mean over the texts of how far the probabilities are off, times the features. */
function gradientOf(examples: readonly Example[], at: Weights): Weights {
  const { codes } = at
  const weights = new Float64Array(at.weights.length)
  const bias = new Float64Array(codes)
  for (const { vector, target } of examples) {
    const off = logSoftmax(scoresOf(at, vector)).map(
      (log, code) => (Math.exp(log) - (target[code] ?? 0)) / examples.length,
    )
    for (let code = 0; code < codes; code++) bias[code] = (bias[code] ?? 0) + (off[code] ?? 0)
    for (let index = 0; index < vector.ids.length; index++) {
      const from = (vector.ids[index] ?? 0) * codes
      const value = vector.values[index] ?? 0
      for (let code = 0; code < codes; code++)
        weights[from + code] = (weights[from + code] ?? 0) + value * (off[code] ?? 0)
    }
  }
  return { codes, weights, bias }
}
