/** A margin to be met: the category of each person (−1: no answer), and the share of each category among those who answered. */
export interface Margin {
  readonly categories: readonly number[]
  readonly targets: readonly number[]
}

export interface RakingLimits {
  /** No weight above so many times the mean. */
  readonly cap: number
}

export interface Raked {
  /** Weights of mean 1. */
  readonly weights: number[]
  /** All passes over the margins, those after cutting too. */
  readonly passes: number
  /** The largest |share − target| / target at the end. */
  readonly error: number
  /** Persons whose weight was cut. */
  readonly capped: number
  readonly settled: boolean
}

const closeEnough = 1e-6
const mostPasses = 100
const mostRounds = 20
const capTolerance = 1.01

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const meanOf = (values: readonly number[]): number => sumOf(values) / values.length

/** Scaled to mean 1. */
export const toMeanOne = (weights: readonly number[]): number[] => {
  const mean = meanOf(weights)
  return weights.map((weight) => weight / mean)
}

/**
 * Iterative proportional fitting from base weights: each pass brings every margin in turn to its targets; who has no answer
 * stays out of that margin's step. What rises above the cap is cut, and the rest brought to the targets again.
 */
export function rake(base: readonly number[], margins: readonly Margin[], { cap }: RakingLimits): Raked {
  const weights = toMeanOne(base)
  const cut = new Set<number>()
  let fitted = fit(weights, margins)
  let passes = fitted.passes
  for (let round = 0; ; round++) {
    const limit = cap * meanOf(weights)
    const above = weights.flatMap((weight, at) => (weight > limit ? [at] : []))
    const isClose = weights.every((weight) => weight <= limit * (round === 0 ? 1 : capTolerance))
    if (isClose || round === mostRounds) {
      const settled = isClose && fitted.error < closeEnough
      return { weights: toMeanOne(weights), passes, error: fitted.error, capped: cut.size, settled }
    }
    for (const at of above) {
      cut.add(at)
      weights[at] = limit
    }
    fitted = fit(weights, margins)
    passes += fitted.passes
  }
}

/** Passes over the margins until all are met; changes the weights. */
function fit(weights: number[], margins: readonly Margin[]): { passes: number; error: number } {
  let error = Infinity
  for (let pass = 1; pass <= mostPasses; pass++) {
    for (const margin of margins) adjust(weights, margin)
    error = Math.max(0, ...margins.map((margin) => errorOf(weights, margin)))
    if (error < closeEnough) return { passes: pass, error }
  }
  return { passes: mostPasses, error }
}

function sumsOf(weights: readonly number[], { categories, targets }: Margin): { known: number; sums: number[] } {
  const sums = targets.map(() => 0)
  categories.forEach((category, person) => {
    if (category >= 0) sums[category] = (sums[category] ?? 0) + (weights[person] ?? 0)
  })
  return { known: sumOf(sums), sums }
}

function adjust(weights: number[], margin: Margin): void {
  const { known, sums } = sumsOf(weights, margin)
  const factors = margin.targets.map((target, category) => (target * known) / (sums[category] ?? 1))
  margin.categories.forEach((category, person) => {
    if (category >= 0) weights[person] = (weights[person] ?? 0) * (factors[category] ?? 1)
  })
}

function errorOf(weights: readonly number[], margin: Margin): number {
  const { known, sums } = sumsOf(weights, margin)
  return Math.max(0, ...margin.targets.map((target, at) => Math.abs((sums[at] ?? 0) / known - target) / target))
}

/** How unequal weights are: Kish's design effect, and how many equal answers they are worth. */
export function unequal(weights: readonly number[]): { deff: number; n_eff: number } {
  const sum = sumOf(weights)
  const squares = weights.reduce((total, weight) => total + weight * weight, 0)
  return { deff: (weights.length * squares) / (sum * sum), n_eff: (sum * sum) / squares }
}
