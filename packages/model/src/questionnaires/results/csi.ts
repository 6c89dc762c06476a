import type { ResultPlan } from './counted-items.ts'
import { meanFigure } from './figures.ts'
import { type Cells, countAt, CRITERIA } from './tally.ts'
import type { MeanFigure } from './types.ts'

/** Persons who rated two criteria, by both ratings. */
interface Pair {
  readonly first: number
  readonly second: number
  readonly x: number
  readonly y: number
  readonly count: number
}

/** Below this the spread of the index is a rounding error. */
const noSpread = 1e-12

/**
 * The index of satisfaction, Σω·mean / Σω over the criteria that anybody rated. Its standard error is linearised over persons:
 * e = Σ ω/Ω·δ(x − mean)/n, V = n/(n − 1)·Σe², n those who rated any. Null where no criterion is asked for.
 */
export function csiOf({ criteria }: ResultPlan, cells: Cells): MeanFigure | null {
  if (criteria.length === 0) return null
  const pairs = pairsIn(cells)
  const own = criteria.map(({ weight }, at) => {
    const rated = pairs.filter(({ first, second }) => first === at && second === at)
    const n = rated.reduce((sum, { count }) => sum + count, 0)
    return { weight, n, mean: n > 0 ? rated.reduce((sum, { x, count }) => sum + x * count, 0) / n : 0 }
  })
  const rated = own.filter(({ n }) => n > 0)
  const total = rated.reduce((sum, { weight }) => sum + weight, 0)
  const n = countAt(cells, CRITERIA, 'any')
  if (total === 0) return meanFigure(0, null, 0)
  const value = rated.reduce((sum, { weight, mean }) => sum + weight * mean, 0) / total
  const squares = pairs.reduce((sum, { first, second, x, y, count }) => {
    const [a, b] = [own[first], own[second]]
    if (!a || !b) return sum
    const product = ((a.weight * (x - a.mean)) / a.n) * ((b.weight * (y - b.mean)) / b.n)
    return sum + (first === second ? 1 : 2) * count * product
  }, 0)
  const variance = n > 1 ? (n / (n - 1)) * (squares / total ** 2) : 0
  return meanFigure(value, n > 1 ? Math.sqrt(variance > noSpread ? variance : 0) : null, n)
}

/** Sorted, so that sums do not depend on the order in which answers came. */
function pairsIn(cells: Cells): Pair[] {
  return [...(cells.get(CRITERIA) ?? [])]
    .filter(([key]) => key !== 'any')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => {
      const [first = 0, second = 0, x = 0, y = 0] = key.split(' ').map(Number)
      return { first, second, x, y, count }
    })
}
