import { type Condition, judge, lookupIn, OPEN, truth, withoutHidden } from '@otklik/model/questionnaires'
import type { State } from '../state/index.ts'
import { knownLists } from '../survey-lists.ts'
import type { Survey } from '../survey.ts'
import { soFarOf } from './step.ts'

/** Of these conditions those that hold whatever is answered from here on; answers on later pages may still change. */
export function settled<T extends { readonly condition: Condition }>(
  rules: readonly T[],
  survey: Survey,
  state: State,
): T[] {
  if (rules.length === 0) return []
  const { prepared, lists } = survey
  const known = knownLists(lists)
  const soFar = soFarOf(survey, state)
  const { values } = judge(prepared, withoutHidden(prepared, soFar, known), known)
  const from = prepared.questions.findIndex(({ page }) => page.code === state.page)
  const passed = new Set(prepared.questions.slice(0, Math.max(0, from)).map(({ question }) => question.code))
  const answered = lookupIn(values, soFar.attributes)
  const isOpen = (code: string): boolean => !passed.has(code.split('.')[0] ?? '')
  return rules.filter(
    ({ condition }) =>
      truth(condition, (asked) => (asked.question !== undefined && isOpen(asked.question) ? OPEN : answered(asked))) ===
      true,
  )
}
