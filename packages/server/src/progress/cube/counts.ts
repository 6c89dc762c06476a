import { ratingScale } from '../../facts/index.ts'

/** What is counted of a slice; sums of months and of slices are again such counts. */
export interface Counts {
  readonly submitted: number
  readonly inError: number
  readonly decided: number
  readonly refused: number
  readonly ratings: number
  /** Sum of the ratings times `ratingScale`: exact, so that the CSI doesn't depend on the order of adding. */
  readonly ratingSum: bigint
  readonly ratingSquares: number
}

export const nothing: Counts = {
  submitted: 0,
  inError: 0,
  decided: 0,
  refused: 0,
  ratings: 0,
  ratingSum: 0n,
  ratingSquares: 0,
}

export function add(a: Counts, b: Counts): Counts {
  return {
    submitted: a.submitted + b.submitted,
    inError: a.inError + b.inError,
    decided: a.decided + b.decided,
    refused: a.refused + b.refused,
    ratings: a.ratings + b.ratings,
    ratingSum: a.ratingSum + b.ratingSum,
    ratingSquares: a.ratingSquares + b.ratingSquares,
  }
}

/** Below this a variance is what the rounding of squares leaves of equal ratings. */
const noSpread = 1e-5

/** Number, mean (1–5) and standard deviation (divisor n − 1) of the ratings; the mean is null where there are none. */
export function ratingSample({ ratings: n, ratingSum, ratingSquares }: Counts) {
  if (n === 0) return { n, mean: null, sd: null }
  const mean = Number(ratingSum) / (n * ratingScale)
  const variance = n > 1 ? (ratingSquares - n * mean * mean) / (n - 1) : 0
  return { n, mean, sd: variance > noSpread ? Math.sqrt(variance) : 0 }
}
