/** Measures: what is done about problems, by whom and by when (seed 003, п. 4.8). */
export { isOverdue, OPEN_MEASURES, proposedDeadline } from './deadlines.ts'
export {
  ALL_MEASURE_EVENTS,
  ALL_MEASURE_STATES,
  MEASURE_EVENTS,
  MEASURE_GUARDS,
  MEASURE_REFUSALS,
  MEASURE_STATES,
  type MeasureEvent,
  type MeasureFacts,
  type MeasureGuard,
  measureRefusal,
  MEASURES,
  type MeasureState,
} from './states.ts'
export { nextReminder, type RemindedMeasure, type Reminder } from './reminders.ts'
