import type { Example, Weights } from './weights.ts'

/** Added to every count, so that nothing is impossible. */
const SMOOTHING = 0.5

/**
 * Complement naive Bayes: a feature speaks for a code as far as it is rare in the texts of all others. Holds up where there
 * are few texts per code and unequally many. Weights are taken from their mean over the codes.
 */
export function complementBayes(examples: readonly Example[], features: number, codes: number): Weights {
  const { byCode, total, ofCode, all } = sums(examples, features, codes)
  const weights = new Float64Array(features * codes)
  for (let feature = 0; feature < features; feature++) {
    const from = feature * codes
    let mean = 0
    for (let code = 0; code < codes; code++) {
      const others = SMOOTHING + (total[feature] ?? 0) - (byCode[from + code] ?? 0)
      const weight = -Math.log(others / (SMOOTHING * features + all - (ofCode[code] ?? 0)))
      weights[from + code] = weight
      mean += weight / codes
    }
    for (let code = 0; code < codes; code++) weights[from + code] = (weights[from + code] ?? 0) - mean
  }
  return { codes, weights, bias: new Float64Array(codes) }
}

function sums(examples: readonly Example[], features: number, codes: number) {
  const byCode = new Float64Array(features * codes)
  const total = new Float64Array(features)
  const ofCode = new Float64Array(codes)
  for (const { vector, target } of examples)
    vector.ids.forEach((feature, at) => {
      const value = vector.values[at] ?? 0
      total[feature] = (total[feature] ?? 0) + value
      for (let code = 0; code < codes; code++) {
        const part = value * (target[code] ?? 0)
        byCode[feature * codes + code] = (byCode[feature * codes + code] ?? 0) + part
        ofCode[code] = (ofCode[code] ?? 0) + part
      }
    })
  return { byCode, total, ofCode, all: total.reduce((sum, value) => sum + value, 0) }
}
