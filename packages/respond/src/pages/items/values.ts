import type { Item } from '@otklik/model/questionnaires'
import type { State } from '../../state/index.ts'

/** What was typed for an item, as it came. */
export function typedFor({ code, question, row }: Item, { answers }: State): unknown {
  const whole = answers[question.code]
  if (row === undefined) return answers[code]
  return typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>)[row.code] : undefined
}

/** The same as the texts that stand in fields: codes of chosen options, or the one text. */
export const fieldsFor = (item: Item, state: State): readonly string[] =>
  [typedFor(item, state) ?? []].flat().map(String)
