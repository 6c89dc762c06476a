/** Deadlines of all contexts: the shape that each gives its own in, those of every year, and the file for people's calendars. */
export {
  type DeadlineEntry,
  type DeadlineState,
  type GivenDeadline,
  type GivenDeadlines,
  inOrderOfDays,
  type KeptDeadline,
  remindedOf,
  stateOf,
  urgencyOf,
} from './entry.ts'
export { type CalendarEntry, type CalendarFile, icsOf } from './ics.ts'
export { type InternalTerms, standingDeadlines } from './standing.ts'
