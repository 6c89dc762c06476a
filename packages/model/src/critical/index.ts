/** Critical values: правила сертификации, приложение № 2. The literal rules decide, the grades say how far to trust them. */
export { byUrgency, type CaseStep, type CaseUrgency, casesOf, type CriticalCase } from './cases.ts'
export { chanceOfRises, expectedAlarms, unchangedServicesIn100, unchangedWithEarlySignalIn100 } from './chance.ts'
export { type CorrectedTrend, correctTrends, describeCorrection, falseDiscoveryRate } from './correction.ts'
export { type EarlyGrowth, findEarlyGrowth } from './early.ts'
export {
  type Fall,
  type FallBase,
  type FallOptions,
  fallBase,
  findFall,
  leastForFallAlarm,
  type MonthRatings,
  type PooledRatings,
} from './fall.ts'
export { describeFall, fallSeen } from './fall-sentence.ts'
export {
  type EvidenceLine,
  type Grade,
  gradeNames,
  GRADES,
  type LittleDataReason,
  littleDataReasons,
  type Sentence,
  type UncheckedNote,
  uncheckedNotes,
} from './grade.ts'
export { findGrowth, type Growth, type GrowthFigure, type GrowthOptions } from './growth.ts'
export type { GrowthEvidence, YearOnYear } from './growth-evidence.ts'
export { describeGrowth, growthSeen } from './growth-sentence.ts'
export type { MonthShare } from './series.ts'
