import { judge, prepare, type Questionnaire } from '@otklik/model/questionnaires'
import { countSet, fateOf, planResults, type ResultPlan, type SetCounts } from '@otklik/model/questionnaires/results'

/** What stands for a set itself, whatever became of it: its keys are the counts of `SetCounts`. */
export const SETS = '#sets'
export type Fate = Exclude<keyof SetCounts, 'read'>

/** An answer as it is stored. */
export interface StoredAnswers {
  readonly answers: Readonly<Record<string, unknown>>
  readonly other: Readonly<Record<string, string>>
  /** What the conditions of the questionnaire may ask for. */
  readonly attributes: Readonly<Record<string, string>>
  readonly excluded: boolean
}

/** The item and the key of a cell with a tab between: texts of answers have none. */
export const cellOf = (item: string, key: string): string => `${item}\t${key}`

export const planOf = (document: Questionnaire): ResultPlan => planResults(prepare(document))

/** The cells of the tally that an answer belongs to: counted by the very code that counts files. */
export function cellsOf(plan: ResultPlan, { answers, other, attributes, excluded }: StoredAnswers): string[] {
  const set = { id: '', answers, other, attributes, excluded }
  const judged = judge(plan.form, set)
  const fate = fateOf(set, judged)
  const cells = [cellOf(SETS, fate)]
  if (fate === 'used') countSet(plan, judged, (item, key) => cells.push(cellOf(item, key)))
  return cells
}
