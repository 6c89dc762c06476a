import { type CountOf, REQUEST_COUNTS } from '@otklik/model/indicators'
import { ratingScale } from '../../facts/index.ts'

type RequestCounts = Record<CountOf['key'], number>

/** What is counted of a slice; sums of months and of slices are again such counts. */
export interface Counts extends Readonly<RequestCounts> {
  readonly ratings: number
  /** Sum of the ratings times `ratingScale`: exact, so that the CSI doesn't depend on the order of adding. */
  readonly ratingSum: bigint
  readonly ratingSquares: number
}

/** A number for everything that is counted of requests. */
export function requestCounts(numberOf: (count: CountOf) => number): RequestCounts {
  const pairs = REQUEST_COUNTS.map((count) => [count.key, numberOf(count)] as const)
  // Every key is there: the list holds every count.
  return Object.fromEntries(pairs) as RequestCounts
}

export const nothing: Counts = { ...requestCounts(() => 0), ratings: 0, ratingSum: 0n, ratingSquares: 0 }

export const add = (a: Counts, b: Counts): Counts => ({
  ...requestCounts(({ key }) => a[key] + b[key]),
  ratings: a.ratings + b.ratings,
  ratingSum: a.ratingSum + b.ratingSum,
  ratingSquares: a.ratingSquares + b.ratingSquares,
})

/** Below this a variance is what the rounding of squares leaves of equal ratings. */
const noSpread = 1e-5

/** Number, mean (1–5) and standard deviation (divisor n − 1) of the ratings; the mean is null where there are none. */
export function ratingSample({ ratings: n, ratingSum, ratingSquares }: Counts) {
  if (n === 0) return { n, mean: null, sd: null }
  const mean = Number(ratingSum) / (n * ratingScale)
  const variance = n > 1 ? (ratingSquares - n * mean * mean) / (n - 1) : 0
  return { n, mean, sd: variance > noSpread ? Math.sqrt(variance) : 0 }
}
