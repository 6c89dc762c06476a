import { differenceOf, type Estimated } from '../../statistics/index.ts'
import type { Figures, ItemResult, ShareFigure } from './types.ts'

/** The same item with the difference of its shares to those of another group. */
export function comparedWith(item: ItemResult, base: ItemResult): ItemResult {
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
