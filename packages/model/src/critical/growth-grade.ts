import type { Grade, LittleDataReason } from './grade.ts'
import type { GrowthEvidence } from './growth-evidence.ts'

/** What came out of a test; null where it could not be computed. */
export type Outcome = boolean | null

/** A trend over the run, above the service's own variation, above the same months of last year. */
export function testOutcomes({ trend, excess, yearOnYear }: GrowthEvidence) {
  return {
    trend: trend && trend.p < 0.05,
    excess: excess && excess.excess > 2,
    yearOnYear: yearOnYear && yearOnYear.p < 0.05,
  } as const satisfies Record<string, Outcome>
}

const isStrictTrend = ({ trend }: GrowthEvidence): boolean => trend !== null && trend.p < 0.01

/**
 * The grade of a run of rises. `confirmed`: every test that could be computed agrees, the trend and at least one of the
 * other two among them. The trend alone would not do: it looks at the run that the literal rule has chosen already, and
 * with it fires on 17–37 % of unchanged services a year; the others look outside of the run, at the service's own past.
 * With one of these left out about 5 % of unchanged services are called confirmed in a year instead of 1 %, so what was not
 * checked is said beside the grade. `likely`: one test that is hard to pass by chance.
 */
export function gradeGrowth(evidence: GrowthEvidence, reasons: readonly LittleDataReason[]): Grade {
  if (reasons.length > 0) return 'little_data'
  const { trend, excess, yearOnYear } = testOutcomes(evidence)
  const others = [excess, yearOnYear].filter((outcome) => outcome !== null)
  if (trend && others.length > 0 && others.every(Boolean)) return 'confirmed'
  return isStrictTrend(evidence) || excess ? 'likely' : 'maybe_chance'
}
