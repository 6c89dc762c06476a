/** The indicators of правила сертификации, приложение № 1, and how their figures are made. */
export { FIGURE_COLUMNS, type FigureColumnName, type FigureRow } from './columns.ts'
export type { Indicator, MeanIndicator, RequestCount, ShareIndicator } from './indicator.ts'
export {
  type CountOf,
  digitsOf,
  type FigureKey,
  indicatorList,
  INDICATORS,
  isMean,
  type MeanField,
  REQUEST_COUNTS,
  type SampleOf,
  type ShareField,
  type ShareKey,
} from './list.ts'
export { csi, type MeanFigure, type ShareFigure, share } from './figures.ts'
export { formatNumber } from '../print/index.ts'
export { LITTLE, type Reading, readingOf } from './reading.ts'
export { round4, round4OrNull } from './rounding.ts'
export { NOT_GIVEN } from './not-given.ts'
