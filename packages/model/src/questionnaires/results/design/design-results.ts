import type { ResultPlan } from '../counted-items.ts'
import { type ResultOptions, resultsOfSamples } from '../results.ts'
import type { Results, SetCounts } from '../types.ts'
import { designSample } from './design-sample.ts'
import type { MarginTargets } from './margins.ts'
import { residualOn } from './projection.ts'
import type { Records } from './records.ts'
import { designOf } from './variance.ts'
import { defaultWeightLimits, type WeightLimits, weigh } from './weights.ts'

export interface Weights {
  readonly margins: readonly MarginTargets[]
  readonly limits?: Partial<WeightLimits>
}

/** Results of people who count by weights, clusters and strata: equal to those of R's `survey`. */
export function designResultsOf(
  plan: ResultPlan,
  sets: SetCounts,
  records: Records,
  options: ResultOptions & { readonly weights?: Weights },
): Results {
  const { weights: base } = records
  const weighting =
    options.weights &&
    weigh({
      base,
      margins: options.weights.margins,
      values: records.values,
      limits: { ...defaultWeightLimits, ...options.weights.limits },
    })
  const margins = weighting?.margins ?? []
  const residual = margins.length > 0 ? residualOn(margins, base) : undefined
  const design = designOf(records, weighting?.weights ?? base, residual)
  const sampleOf = (people: readonly number[]) => designSample(plan, records, design, people)
  const groups = peopleByGroup(records, options.grouping?.name)
  return resultsOfSamples(
    plan,
    {
      basis: 'design',
      weights: weighting?.report ?? null,
      sets,
      all: sampleOf(base.map((_, person) => person)),
      groups: new Map([...groups].map(([value, people]) => [value, sampleOf(people)])),
    },
    options,
  )
}

function peopleByGroup({ values }: Records, name: string | undefined): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  values.get(name ?? '')?.forEach((value, person) => {
    if (value === undefined) return
    const own = groups.get(value)
    if (own) own.push(person)
    else groups.set(value, [person])
  })
  return groups
}
