import type { ResultPlan } from './counted-items.ts'
import { csiOf } from './csi.ts'
import { meanOf, netFigure, shareFigure } from './figures.ts'
import type { Sample } from './sample.ts'
import { type Cells, countAt, peopleIn } from './tally.ts'

/** Everybody counts once: figures of a tally's cells. */
export function plainSample(plan: ResultPlan, cells: Cells): Sample {
  const count = (item: string, key: string): number => countAt(cells, item, key)
  const among = (item: string, values: readonly string[]): number =>
    values.reduce((sum, value) => sum + count(item, `=${value}`), 0)
  const values = (item: string): string[] =>
    [...(cells.get(item)?.keys() ?? [])].filter((key) => key.startsWith('=')).map((key) => key.slice(1))
  return {
    people: peopleIn(cells),
    count,
    values,
    share: (item, chosen) => shareFigure(among(item, chosen), count(item, 'base')),
    net: (item, best, worst) => netFigure(among(item, best), among(item, worst), count(item, 'base')),
    mean: (item, missing) =>
      meanOf(
        values(item)
          .filter((value) => !missing.includes(value))
          .map((value) => [Number(value), count(item, `=${value}`)] as const),
      ),
    csi: () => csiOf(plan, cells),
  }
}
