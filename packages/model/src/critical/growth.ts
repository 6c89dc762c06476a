import type { ShareKey } from '../indicators/index.ts'
import type { Grade, LittleDataReason, Sentence, UncheckedNote } from './grade.ts'
import { type GrowthEvidence, weighGrowth } from './growth-evidence.ts'
import { gradeGrowth } from './growth-grade.ts'
import { growthSentence } from './growth-sentence.ts'
import { type MonthShare, risingRun, withValues } from './series.ts'

export type GrowthFigure = ShareKey

export type Growth = {
  /** An alarm fulfils the rule; an observation is one rise short of it, two at least. */
  readonly kind: 'alarm' | 'observation'
  readonly figure: GrowthFigure
  /** The closed month in which it was found. */
  readonly month: string
  readonly minRises: number
  /** Rises in a row: one less than the months of the run. */
  readonly rises: number
  /** The run, oldest first. */
  readonly months: readonly MonthShare[]
  readonly evidence: GrowthEvidence
  readonly grade: Grade
  /** Set where the grade is `little_data`. */
  readonly reasons: readonly LittleDataReason[]
  /** Tests that could not be computed, whatever the grade. */
  readonly notes: readonly UncheckedNote[]
  readonly sentence: Sentence
}

export type GrowthOptions = {
  readonly figure: GrowthFigure
  /** The last closed month, 'YYYY-MM': it is judged, later months are left out. */
  readonly closedThrough: string
  /** Rises in a row that make the alarm; 3 by the literal reading of the rules. */
  readonly minRises?: number
}

/**
 * Looks for a sustained growth of a share that ends in the last closed month (правила сертификации, приложение № 2:
 * «устойчивый рост (3 и более месяцев подряд)»). Three rises are four consecutive calendar months with a value, each
 * strictly greater; an equal or missing month breaks the run. Months may come in any order; earlier ones serve as history.
 * The literal rule alone decides; the grade says how far to trust it. Undefined where nothing is to be told.
 */
export function findGrowth(series: readonly MonthShare[], options: GrowthOptions): Growth | undefined {
  const { figure, closedThrough, minRises = 3 } = options
  const months = withValues(series)
  const run = risingRun(months, closedThrough)
  const rises = run.length - 1
  if (rises < Math.min(2, minRises)) return undefined
  const { evidence, reasons, notes } = weighGrowth(months, run)
  const kind = rises >= minRises ? 'alarm' : 'observation'
  const found = { kind, figure, month: closedThrough, minRises, rises, months: run, evidence, reasons, notes } as const
  const graded = { ...found, grade: gradeGrowth(evidence, reasons) }
  return { ...graded, sentence: growthSentence(graded) }
}
