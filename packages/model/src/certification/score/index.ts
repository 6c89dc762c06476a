/** The calculator of the integral level (Правила, пункты 17–23, 29–31, 36–39): pure, without clock or store. */
export type { Monitoring, Previous, Reception, ScoreInput } from './input.ts'
export { readScoreInput } from './input.ts'
export {
  type Band,
  bandOf,
  isSpecial,
  MONITORING_POINTS,
  NOT_APPLICABLE_POINTS,
  type Part,
  PARTS,
  schemeOf,
} from './schemes.ts'
export { type ScoreRefusal, type ScoreResult, score, scoreOf } from './score.ts'
