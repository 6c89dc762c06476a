/** Figures of a campaign: answers are counted into a tally, results are made of the tally. */
export { type CountedItem, planResults, type ResultPlan } from './counted-items.ts'
export { designResultsOf, type Weights } from './design/design-results.ts'
export type { MarginTargets } from './design/margins.ts'
export { type DesignGroupings, type Recorder, recorder, type Records } from './design/records.ts'
export { defaultWeightLimits, type WeightLimits } from './design/weights.ts'
export { type FoundGrouping, type Grouping, groupingBy, hiddenGroups, orderedTargets } from './grouping.ts'
export { defaultMinCell, type ResultOptions, resultsOf } from './results.ts'
export {
  addBadLine,
  addCount,
  addSet,
  type Cells,
  CRITERIA,
  countSet,
  emptyTally,
  fateOf,
  PEOPLE,
  type Tally,
  tallyOfRows,
  type TallyRow,
} from './tally.ts'
export type {
  Figures,
  GroupResult,
  ItemResult,
  MeanFigure,
  OptionResult,
  Results,
  SetCounts,
  ShareFigure,
  WeightReport,
} from './types.ts'
