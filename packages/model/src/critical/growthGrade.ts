import type { Grade, LittleDataReason } from './grade.ts'
import type { GrowthEvidence } from './growthEvidence.ts'

/** Passed tests: a trend over the run (also at the stricter level), above own variation, above the same months last year. */
export function testsPassed({ trend, excess, yearOnYear }: GrowthEvidence) {
  return {
    trend: trend !== null && trend.p < 0.05,
    strictTrend: trend !== null && trend.p < 0.01,
    excess: excess !== null && excess.excess > 2,
    yearOnYear: yearOnYear !== null && yearOnYear.p < 0.05,
  }
}

/** The grade of a run of rises: all three tests, one that is hard to pass by chance, or only the literal rule. */
export function gradeGrowth(evidence: GrowthEvidence, reasons: readonly LittleDataReason[]): Grade {
  const passed = testsPassed(evidence)
  if (reasons.length > 0) return 'little_data'
  if (passed.trend && passed.excess && passed.yearOnYear) return 'confirmed'
  return passed.strictTrend || passed.excess ? 'likely' : 'maybe_chance'
}
