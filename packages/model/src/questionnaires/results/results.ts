import type { ResultPlan } from './counted-items.ts'
import { csiOf } from './csi.ts'
import { type Grouping, hiddenGroups } from './grouping.ts'
import { comparedWith } from './compare.ts'
import { rounded } from './rounded.ts'
import { itemResult } from './item-results.ts'
import { type Cells, peopleIn, type Tally } from './tally.ts'
import type { GroupResult, ItemResult, Results } from './types.ts'

export interface ResultOptions {
  readonly grouping?: Grouping
  /** The group that the others are compared with. */
  readonly against?: string
  /** Groups of fewer people are hidden. */
  readonly minCell?: number
}

export const defaultMinCell = 5

/** The results that a tally holds, on the basis of plain counts; numbers are rounded to four decimals, at the very end. */
export function resultsOf(plan: ResultPlan, tally: Tally, options: ResultOptions = {}): Results {
  const { code, version = null } = plan.form.questionnaire
  return rounded({
    questionnaire: code,
    version,
    basis: 'plain',
    n: { ...tally.sets },
    weights: null,
    ...figuresIn(plan, tally.all),
    ...(options.grouping && groupsIn(plan, tally, options.grouping, options)),
  })
}

const figuresIn = (plan: ResultPlan, cells: Cells): Pick<GroupResult, 'questions' | 'csi'> => ({
  questions: plan.items.map((item) => itemResult(item, cells)),
  csi: csiOf(plan, cells),
})

function groupsIn(
  plan: ResultPlan,
  { sets, groups }: Tally,
  { name, order }: Grouping,
  { against, minCell = defaultMinCell }: ResultOptions,
): Pick<Results, 'by' | 'without' | 'groups'> {
  const values = order(groups.keys())
  const parts = values.map((value): Cells => groups.get(value) ?? new Map())
  const sizes = parts.map(peopleIn)
  const hidden = hiddenGroups(sizes, minCell)
  const results = values.map((value, at): GroupResult => {
    if (hidden[at]) return { value, n: null, suppressed: true, questions: [], csi: null }
    return { value, n: sizes[at] ?? 0, suppressed: false, ...figuresIn(plan, parts[at] ?? new Map()) }
  })
  const without = sets.used - sizes.reduce((sum, size) => sum + size, 0)
  return { by: name, without, groups: against === undefined ? results : withDifferences(results, against) }
}

function withDifferences(groups: readonly GroupResult[], against: string): GroupResult[] {
  const base = groups.find(({ value }) => value === against)?.questions ?? []
  const compared = (questions: readonly ItemResult[]): ItemResult[] =>
    questions.map((item, at) => (base[at] ? comparedWith(item, base[at]) : item))
  return groups.map((group) => (group.value === against ? group : { ...group, questions: compared(group.questions) }))
}
