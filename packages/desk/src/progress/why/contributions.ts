import {
  type Contribution,
  contributionsOf,
  groupSmall,
  OTHER_KEYS,
  type WhyDimension,
} from '@otklik/model/contributions'
import type { Why } from '@otklik/model/progress/api'

export interface Dimension {
  readonly dimension: WhyDimension
  readonly keys: readonly Contribution[]
}

/** A key that is nearly everything tells no more than the change itself. */
const NEARLY_ALL = 0.8
const isNearlyAll = ({ a, b }: Contribution, whole: Why): boolean =>
  a.n > NEARLY_ALL * whole.a.n && b.n > NEARLY_ALL * whole.b.n

/** Dimensions that have more than one key, with keys of few cases put together. One key alone explains nothing. */
export function dimensionsOf({ a, b, by }: Why): Dimension[] {
  return Object.entries(by).flatMap(([name, rows]) => {
    // The answer's keys are the dimensions that were asked for.
    const dimension = name as WhyDimension
    const counts = rows.map(({ key, n_a, x_a, n_b, x_b }) => ({ key, a: { n: n_a, x: x_a }, b: { n: n_b, x: x_b } }))
    const keys = contributionsOf({ a, b }, groupSmall(counts), dimension === 'status' ? 'numerator' : 'denominator')
    return keys.length > 1 ? [{ dimension, keys }] : []
  })
}

export interface Finding extends Contribution {
  readonly dimension: WhyDimension
  /** Which effect is the larger part of the total. */
  readonly by: 'rate' | 'mix'
}

const SHOWN = 4

/**
 * What is worth a sentence: the largest contributions whose limits leave out 0, at most one of a dimension for each sign. Keys
 * without a name and those that are nearly everything stand in the tables only.
 */
export function findingsOf(dimensions: readonly Dimension[], whole: Why): Finding[] {
  const clear = dimensions.flatMap(({ dimension, keys }) => {
    const telling = keys.filter(
      (one) => one.key !== OTHER_KEYS && one.key !== '' && (dimension === 'status' || !isNearlyAll(one, whole)),
    )
    const sure = telling.filter(({ low, high }) => (low ?? 0) > 0 || (high ?? 0) < 0)
    const largest = [sure.find(({ total }) => total > 0), sure.find(({ total }) => total < 0)]
    return largest.flatMap((one) =>
      one === undefined
        ? []
        : [{ ...one, dimension, by: Math.abs(one.rate) >= Math.abs(one.mix) ? 'rate' : 'mix' } as const],
    )
  })
  return clear.toSorted((one, other) => Math.abs(other.total) - Math.abs(one.total)).slice(0, SHOWN)
}
