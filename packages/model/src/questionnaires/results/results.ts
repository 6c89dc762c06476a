import { withDifferences } from './compare.ts'
import type { ResultPlan } from './counted-items.ts'
import { type Grouping, hiddenGroups } from './grouping.ts'
import { itemResult } from './item-results.ts'
import { plainSample } from './plain-sample.ts'
import { rounded } from './rounded.ts'
import type { Sample } from './sample.ts'
import type { Tally } from './tally.ts'
import type { GroupResult, Results, SetCounts, WeightReport } from './types.ts'

export interface ResultOptions {
  readonly grouping?: Grouping
  /** The group that the others are compared with. */
  readonly against?: string
  /** Groups of fewer people are hidden. */
  readonly minCell?: number
}

export const defaultMinCell = 5

/** All used people, those of each group, and how they count. */
export interface Samples {
  readonly basis: Results['basis']
  readonly weights: WeightReport | null
  readonly sets: SetCounts
  readonly all: Sample
  readonly groups: ReadonlyMap<string, Sample>
}

/** The results that a tally holds, on the basis of plain counts. */
export function resultsOf(plan: ResultPlan, { sets, all, groups }: Tally, options: ResultOptions = {}): Results {
  const samples = new Map([...groups].map(([value, cells]) => [value, plainSample(plan, cells)]))
  return resultsOfSamples(
    plan,
    { basis: 'plain', weights: null, sets, all: plainSample(plan, all), groups: samples },
    options,
  )
}

/** Numbers are rounded to four decimals, at the very end. */
export function resultsOfSamples(plan: ResultPlan, samples: Samples, options: ResultOptions): Results {
  const { code, version = null } = plan.form.questionnaire
  const { basis, weights, sets, all } = samples
  return rounded({
    questionnaire: code,
    version,
    basis,
    n: { ...sets },
    weights,
    ...figuresIn(plan, all),
    ...(options.grouping && groupsIn(plan, samples, options.grouping, options)),
  })
}

const figuresIn = (plan: ResultPlan, sample: Sample): Pick<GroupResult, 'questions' | 'csi'> => ({
  questions: plan.items.map((item) => itemResult(item, sample)),
  csi: sample.csi(),
})

function groupsIn(
  plan: ResultPlan,
  { sets, groups }: Samples,
  { name, order }: Grouping,
  { against, minCell = defaultMinCell }: ResultOptions,
): Pick<Results, 'by' | 'without' | 'groups'> {
  const ordered = order(groups.keys()).flatMap((value) => {
    const sample = groups.get(value)
    return sample ? [{ value, sample }] : []
  })
  const hidden = hiddenGroups(
    ordered.map(({ sample }) => sample.people),
    minCell,
  )
  const results = ordered.map(({ value, sample }, at): GroupResult => {
    if (hidden[at]) return { value, n: null, suppressed: true, questions: [], csi: null }
    return { value, n: sample.people, suppressed: false, ...figuresIn(plan, sample) }
  })
  const without = sets.used - ordered.reduce((sum, { sample }) => sum + sample.people, 0)
  return { by: name, without, groups: against === undefined ? results : withDifferences(results, against) }
}
