/** The status model of a request: инструкция по направлению первичных данных, приложения № 3 и № 8. */
export { findItem, type Item, items, normaliseItem } from './items.ts'
export {
  type DecidedEvent,
  decideEvent,
  type EventProblem,
  itemOf,
  type StatusOfItem,
  statusInSection,
  statusOf,
} from './lookup.ts'
export { type StatusRow, statusRows } from './rows.ts'
export { findSection, type Section, sectionSpellings, sections, sectionTitles } from './sections.ts'
export * from './sets.ts'
export { findStatus, type Status, statuses } from './table.ts'
