import { seededRandom } from '../../../statistics/index.ts'

const FOLDS = 5
/** With so many texts fewer parts say the same, sooner. */
const MANY = 3000
const FOLDS_OF_MANY = 3

/**
 * Parts the texts for cross-validation: the part of each, from 0. Duplicates stay in one part, or a text would be judged by
 * its own copy. The same texts are parted the same way.
 */
export function foldsOf(groups: readonly number[]): number[] {
  const random = seededRandom(groups.length)
  const folds = groups.length > MANY ? FOLDS_OF_MANY : FOLDS
  const different = [...new Set(groups)]
  const order = new Map(
    different
      .map((group) => ({ group, key: random() }))
      .toSorted((one, other) => one.key - other.key)
      .map(({ group }, at) => [group, at % folds]),
  )
  return groups.map((group) => order.get(group) ?? 0)
}
