/** «Почему выросло»: what each key of a dimension contributed to the change of a share between two periods. */
export { type Contribution, contributionsOf, type KeyCounts, type Periods, type Split } from './contributions.ts'
export { WHY_DIMENSIONS, type WhyDimension } from './dimensions.ts'
export { groupSmall, OTHER_KEYS, SMALL_KEY } from './small-keys.ts'
