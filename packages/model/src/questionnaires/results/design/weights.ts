import type { WeightReport } from '../types.ts'
import { joinSmall, type MarginTargets, mismatchOf, type WeightRefusal } from './margins.ts'
import { type Margin, rake, toMeanOne, unequal } from './rake.ts'

/** When weights are not worth having. */
export interface WeightLimits {
  readonly minN: number
  readonly maxDeff: number
  readonly cap: number
  readonly minCell: number
}
export const defaultWeightLimits: WeightLimits = { minN: 100, maxDeff: 2, cap: 5, minCell: 5 }

/** Weights to count with, and the margins they meet; of refused ones the base weights alone. */
export interface Weighting {
  readonly weights: readonly number[]
  readonly margins: readonly Margin[]
  readonly report: WeightReport
}

export interface WeightInput {
  readonly base: readonly number[]
  readonly margins: readonly MarginTargets[]
  /** The category of each person, by the name of the margin. */
  readonly values: ReadonlyMap<string, readonly (string | undefined)[]>
  readonly limits: WeightLimits
}

/** Brings base weights to the targets, or says why not. */
export function weigh({ base, margins, values, limits }: WeightInput): Weighting {
  const names = margins.map(({ by }) => by)
  const valuesOf = ({ by }: MarginTargets): readonly (string | undefined)[] => values.get(by) ?? []
  const plain = { margins: names, passes: 0, error: null, capped: 0, collapsed: [] }
  const mismatch = margins.map((margin) => mismatchOf(margin, valuesOf(margin))).find((found) => found !== undefined)
  if (mismatch) return refused(base, { ...plain, ...figuresOf(base), refused: mismatch })
  const joined = margins.map((margin) => ({ by: margin.by, ...joinSmall(margin, valuesOf(margin), limits.minCell) }))
  const collapsed = joined.flatMap(({ by, categories }) =>
    categories.filter(({ length }) => length > 1).map((parts) => ({ by, into: parts.join('+') })),
  )
  if (base.length < limits.minN)
    return refused(base, { ...plain, ...figuresOf(base), collapsed, refused: 'few_answers' })
  const toMeet = joined.map(({ by, categories, targets }): Margin => {
    const place = new Map(categories.flatMap((parts, at) => parts.map((part) => [part, at] as const)))
    return { targets, categories: (values.get(by) ?? []).map((value) => place.get(value ?? '') ?? -1) }
  })
  const { weights, settled, ...raked } = rake(base, toMeet, limits)
  const figures = figuresOf(weights)
  const reason: WeightRefusal | null = !settled ? 'not_settled' : figures.deff > limits.maxDeff ? 'deff' : null
  const report: WeightReport = { margins: names, ...raked, ...figures, collapsed, refused: reason }
  return reason === null ? { weights, margins: toMeet, report } : refused(base, report)
}

const refused = (base: readonly number[], report: WeightReport): Weighting => ({ weights: base, margins: [], report })

function figuresOf(weights: readonly number[]): Pick<WeightReport, 'deff' | 'n_eff' | 'min' | 'max'> {
  if (weights.length === 0) return { deff: 1, n_eff: 0, min: 1, max: 1 }
  const scaled = toMeanOne(weights)
  const pick = (better: (a: number, b: number) => number): number => scaled.reduce((best, one) => better(best, one))
  return { ...unequal(scaled), min: pick(Math.min), max: pick(Math.max) }
}
