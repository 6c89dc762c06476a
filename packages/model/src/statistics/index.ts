/** Intervals and tests behind the figures: own implementations, checked against published values. */
export { binomialTail } from './binomial.ts'
export { benjaminiHochberg } from './discoveries.ts'
export { fallByChance, leastForMeanInterval, type MeanInterval, meanInterval, pool, type Sample } from './means.ts'
export { normalCdf, normalQuantile, normalTail } from './normal.ts'
export { seededRandom } from './random.ts'
export {
  type Counted,
  cochranArmitage,
  differenceOf,
  type Estimated,
  type Interval,
  netInterval,
  netShare,
  newcombe,
  scoreInterval,
  shareGreater,
  type Tested,
  wilson,
} from './shares.ts'
export { type Shrunk, shrinkMeans, shrinkShares } from './shrink.ts'
export { studentQuantile, studentTail } from './student.ts'
export { type Excess, excessOverOwnVariation, movingRangeSigma, type Smoothed, smoothedShares } from './variation.ts'
