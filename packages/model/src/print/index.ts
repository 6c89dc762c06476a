/** Numbers and days as they are printed: one way for screens, papers and sentences. */
export { dayInFigures, dayInWords } from './days.ts'
export {
  formatNumber,
  MINUS,
  NO_BREAK_SPACE,
  type NumberFormat,
  numberFormat,
  type NumberStyle,
  PAPER,
} from './numbers.ts'
