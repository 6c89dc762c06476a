import { differenceOf, type Estimated } from '../../statistics/index.ts'
import type { Figures, GroupResult, ItemResult, ShareFigure } from './types.ts'

/** The groups with the differences of their shares to those of one of them. */
export function withDifferences(groups: readonly GroupResult[], against: string): GroupResult[] {
  const base = groups.find(({ value }) => value === against)?.questions ?? []
  const compared = (questions: readonly ItemResult[]): ItemResult[] =>
    questions.map((item, at) => (base[at] ? comparedWith(item, base[at]) : item))
  return groups.map((group) => (group.value === against ? group : { ...group, questions: compared(group.questions) }))
}

/** The same item with the difference of its shares to those of another group. */
function comparedWith(item: ItemResult, base: ItemResult): ItemResult {
  const { satisfied, top2 } = item.figures
  const compared: Figures = {
    ...(top2 && { top2: withDifference(top2, base.figures.top2) }),
    ...(satisfied && { satisfied: withDifference(satisfied, base.figures.satisfied) }),
  }
  return { ...item, figures: { ...item.figures, ...compared } }
}

function withDifference(own: ShareFigure, other: ShareFigure | undefined): ShareFigure {
  const [first, second] = [estimated(own), estimated(other)]
  if (!first || !second) return own
  return { ...own, difference: differenceOf(first, second) }
}

function estimated(figure: ShareFigure | undefined): Estimated | undefined {
  if (!figure || figure.value === null || figure.low === null || figure.high === null) return undefined
  return { value: figure.value, low: figure.low, high: figure.high }
}
