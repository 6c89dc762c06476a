/** Files of other systems: which of their columns are ours, how their dates and words are read. */
export {
  type Cell,
  type DatePattern,
  datePattern,
  dayAsWritten,
  dayOfCell,
  dayOfDate,
  ISO_DATES,
  textOfCell,
} from './date-pattern.ts'
export {
  type ColumnSet,
  fold,
  isKnownTitle,
  type Layout,
  layoutOf,
  type Mapping,
  ownMapping,
  readMapping,
  translated,
} from './mapping.ts'
