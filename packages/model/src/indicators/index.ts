/** Definitions of the figures: правила сертификации, приложение № 1. */
export { type Definition, definitions, type FigureKey } from './definitions.ts'
export { csi, type MeanFigure, type ShareFigure, share } from './figures.ts'
export { formatNumber } from '../print/index.ts'
export { LITTLE, type Reading, readingOf } from './reading.ts'
export { round4, round4OrNull } from './rounding.ts'
export { NOT_GIVEN } from './not-given.ts'
