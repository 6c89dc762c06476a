/** Metrics of a quarter of appeals (Порядок сбора обратной связи, пункт 4.3.2). */
export { type QuarterAsked, type QuarterCount, startQuarter } from './quarter.ts'
export type { QuarterMetrics } from './shape.ts'
export type { Terms } from './waiting.ts'
export { QUARTER_FIGURES, type QuarterFigureName } from './quarter-figures.ts'
