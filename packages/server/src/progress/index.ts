/** What is counted: tables, indicators, alarms. */
export { type Fact, factColumns, factLayout, factTables, never, ratingScale } from './facts.ts'
export { refreshMonths, touchedMonths } from './cube/refresh.ts'
export { indicatorColumns, type IndicatorObject, indicatorObjects } from './indicators/objects.ts'
export { type Asked, indicatorRows, type SliceName, sliceKeys } from './indicators/rows.ts'
export type { FileName, LedgerView, RegisterView, ServiceFacts } from './ports.ts'
export { applyStage, stagedRequests } from './apply.ts'
