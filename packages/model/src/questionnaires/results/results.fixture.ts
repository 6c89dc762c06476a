import { type AnswerSet, judge, type Prepared } from '../answering/index.ts'
import { planResults } from './counted-items.ts'
import { groupingBy } from './grouping.ts'
import { resultsOf } from './results.ts'
import { addSet, emptyTally, type Tally } from './tally.ts'
import type { ItemResult, Results } from './types.ts'

export type Given = Partial<AnswerSet> & Pick<AnswerSet, 'answers'>

export function tallyOf(form: Prepared, sets: readonly Given[], by?: string): Tally {
  const plan = planResults(form)
  const tally = emptyTally()
  const found = by === undefined ? undefined : groupingBy(plan, by)
  const grouping = found && 'grouping' in found ? found.grouping : undefined
  sets.forEach((set, at) => addSet(tally, plan, { id: at + 1, ...set }, judge(form, set), grouping))
  return tally
}

export interface Asked {
  readonly by?: string
  readonly against?: string
  readonly minCell?: number
}

export function resultsFor(form: Prepared, sets: readonly Given[], { by, ...options }: Asked = {}): Results {
  const plan = planResults(form)
  const found = by === undefined ? undefined : groupingBy(plan, by)
  if (found && 'refused' in found) throw new Error(found.refused)
  return resultsOf(plan, tallyOf(form, sets, by), { ...options, grouping: found?.grouping })
}

export const itemOf = (results: Pick<Results, 'questions'>, code: string): ItemResult | undefined =>
  results.questions.find((item) => item.code === code)

/** So many sets with these answers. */
export const times = (count: number, answers: Record<string, unknown>, more: Partial<Given> = {}): Given[] =>
  Array.from({ length: count }, () => ({ answers, ...more }))
