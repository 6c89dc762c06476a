/** Figures of a campaign: answers are counted into a tally, results are made of the tally. */
export { type CountedItem, planResults, type ResultPlan } from './counted-items.ts'
export { type FoundGrouping, type Grouping, groupingBy, hiddenGroups } from './grouping.ts'
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
} from './types.ts'
